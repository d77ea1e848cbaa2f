import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Input } from '../../../core/contract/contract.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;
beforeAll(async () => {
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  // The first text is the only one in English; most tokens are Turkish.
  const texts = {
    en: 'It is in Ilgin.',
    tr: 'ILGIN bir yerdir. Ilgın ve ılgın aynı yerdir. İnce bir İP ince değildir. Irmak ırmağa benzer.',
  };
  for (const [language, text] of Object.entries(texts)) {
    const folder = join(place.folder, language);
    mkdirSync(folder);
    writeFileSync(join(folder, 'text.txt'), text);
    await engine.call('corpus.import', {
      files: [{ path: folder }],
      language,
      encoding: 'auto',
      tokens: defaultTokenSettings,
    });
  }
});
afterAll(async () => {
  await engine.close();
  place.remove();
});

describe('what is typed', () => {
  it.each([
    ['ILGIN', ['ILGIN', 'Ilgın', 'ılgın']],
    ['ılgın', ['ILGIN', 'Ilgın', 'ılgın']],
    ['ILG*', ['Ilgin', 'ILGIN', 'Ilgın', 'ılgın']],
    ['ılg*', ['ILGIN', 'Ilgın', 'ılgın']],
    ['İN*', ['in', 'İnce', 'ince']],
    ['I?mak', ['Irmak']],
    ['i?mak', []],
  ])(
    '%s is read in the language that most of the corpus is in, whatever its first text is',
    async (query, nodes) => {
      const { lines } = await engine.call('query.lines', { query });
      expect(lines.map(({ node }) => node)).toEqual(nodes);
    },
  );
});

describe('what is typed in texts of several languages', () => {
  const several = smallPlace();
  let mixed: Engine;
  beforeAll(async () => {
    mixed = several.engine();
    await mixed.call('project.open', { file: { path: several.project }, create: true });
    // Classical Chinese is cut by its characters, and most tokens are of it.
    const texts = {
      lzh: '太公望老於渭濱。老者安之，朋友信之，少者懷之。太上有立德，其次有立功。',
      zh: '老太太坐在院子里。老太太笑了。',
      en: 'The old lady laughed in the well-known yard.',
    };
    for (const [language, text] of Object.entries(texts)) {
      const folder = join(several.folder, language);
      mkdirSync(folder);
      writeFileSync(join(folder, `${language}.txt`), text);
      await mixed.call('corpus.import', {
        files: [{ path: folder }],
        language,
        encoding: 'auto',
        tokens: defaultTokenSettings,
      });
    }
  });
  afterAll(async () => {
    await mixed.close();
    several.remove();
  });
  const total = async (query: string, texts?: Input<'query.lines'>['texts']) =>
    (
      await mixed.call('query.lines', {
        query,
        language: 'simple',
        ...(texts === undefined ? {} : { texts }),
      })
    ).total;

  it('is cut as the language has it in which its words are there', async () => {
    expect(await total('老太太')).toBe(2);
    expect(await total('朋友信之')).toBe(1);
    expect(await total('old lady')).toBe(1);
  });

  it('is cut as the texts are that are asked', async () => {
    const { rows } = await mixed.call('corpus.documents', {});
    const textOf = (language: string) => ({
      documents: rows.filter((row) => row.language === language).map(({ id }) => id),
    });
    expect(await total('老太太', textOf('zh'))).toBe(2);
    expect(await total('老者', textOf('lzh'))).toBe(1);
    expect(await total('well-known', textOf('en'))).toBe(1);
  });
});
