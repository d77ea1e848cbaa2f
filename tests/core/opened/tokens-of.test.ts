import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
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
