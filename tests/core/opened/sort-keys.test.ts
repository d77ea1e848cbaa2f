import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { SortKey } from '../../../core/contract/query.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;

interface Token {
  readonly form: string;
  readonly lemma: string;
  readonly tag: string;
}
type Fields = Readonly<Record<string, string | number>>;

const said = (text: string): Token[] =>
  text.split(' ').map((one) => {
    const [form = '', lemma = '', tag = ''] = one.split('/');
    return { form, lemma, tag };
  });

/** Whoever comes and goes, so that forms, lemmas and tags come in different orders. `_` is a token without a lemma. */
const texts: readonly { readonly name: string; readonly fields: Fields; readonly tokens: Token[] }[] = [
  {
    name: 'b',
    fields: { year: 1900, by: 'Ödön' },
    tokens: said('we/we/PRON went/go/VERB in/in/ADV and/and/CCONJ he/he/PRON came/come/VERB out/out/ADV'),
  },
  {
    name: 'a',
    fields: { year: 90, by: 'Zoe' },
    tokens: said('she/she/PRON goes/go/VERB out/out/ADV I/I/PRON come/come/VERB hm/_/INTJ'),
  },
  { name: 'd', fields: {}, tokens: said('go/go/VERB in/in/ADP Come/come/VERB in/in/ADV') },
  {
    name: 'c',
    fields: { year: 1900, by: 'anna' },
    tokens: said('it/it/PRON comes/come/VERB he/he/PRON went/go/VERB out/out/ADP'),
  },
];

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  for (const { name, tokens } of texts) {
    const rows = tokens.map(({ form, lemma, tag }, at) =>
      [at + 1, form, lemma, tag, '_', '_', 0, '_', '_', '_'].join('\t'),
    );
    writeFileSync(join(folder, `${name}.conllu`), `${rows.join('\n')}\n\n`);
  }
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  const { rows } = await engine.call('corpus.documents', {});
  for (const { name, fields } of texts)
    for (const [field, value] of Object.entries(fields))
      await engine.call('corpus.setMetadata', {
        texts: { documents: [rows.find((row) => row.name.startsWith(name))!.id] },
        field,
        value,
      });
});
afterAll(async () => {
  await engine.close();
  place.remove();
});

const linesIn = async (sort: readonly SortKey[], more: { offset?: number; limit?: number } = {}) => {
  const { lines } = await engine.call('query.lines', {
    query: '[lemma="go|come"]',
    sort: [...sort],
    ...more,
  });
  return lines;
};
const shown = async (sort: readonly SortKey[]) =>
  (await linesIn(sort)).map(({ document, node }) => `${document[0]!} ${node}`);

describe('the order of lines', () => {
  it('is by what a layer says of the match, ties in the order of the texts', async () => {
    expect(await shown([{ place: 0, layer: 'lemma' }])).toEqual([
      'a come',
      'b came',
      'c comes',
      'd Come',
      'a goes',
      'b went',
      'c went',
      'd go',
    ]);
  });

  it('is by what a layer says beside it: a place beyond the text first, then a token of which nothing is said', async () => {
    const right = { place: 1, layer: 'lemma' };
    expect(await shown([right])).toEqual(
      // – hm: no lemma; he; in in in; out out out
      ['a come', 'c comes', 'b went', 'd go', 'd Come', 'a goes', 'b came', 'c went'],
    );
    expect((await shown([{ place: -1, layer: 'upos' }]))[0]).toBe('d go');
  });

  it('is by a part of speech under the name of its kind, and then by the word', async () => {
    // ADP ADP ADV ADV ADV ADV INTJ PRON
    expect(await shown([{ place: 1, layer: 'pos' }, 0])).toEqual([
      'd go',
      'c went',
      'b came',
      'd Come',
      'a goes',
      'b went',
      'a come',
      'c comes',
    ]);
  });

  it('is by a field of the texts: numbers by size, names as the language orders them, without one last', async () => {
    const documents = async (sort: readonly SortKey[]) => (await shown(sort)).map((line) => line[0]).join('');
    expect(await documents([{ field: 'year' }])).toBe('aabbccdd');
    expect(await documents([{ field: 'by' }])).toBe('ccbbaadd');
    expect(await shown([{ field: 'year' }, { place: 0, layer: 'lemma' }, { field: 'by' }])).toEqual([
      'a come',
      'a goes',
      'c comes',
      'b came',
      'c went',
      'b went',
      'd Come',
      'd go',
    ]);
  });

  it('has the same pages whatever is asked first', async () => {
    const sort: readonly SortKey[] = [
      { field: 'year' },
      { place: 1, layer: 'upos' },
      { place: -1, layer: 'word' },
    ];
    const all = await linesIn(sort);
    for (const offset of [6, 0, 3, 5, 1])
      expect(await linesIn(sort, { offset, limit: 3 })).toEqual(all.slice(offset, offset + 3));
  });

  it('names a layer or a field that there is not', async () => {
    await expect(linesIn([{ place: 1, layer: 'mood' }])).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
      details: { field: 'sort', reason: expect.stringContaining('lemma, upos') as unknown },
    });
    await expect(linesIn([{ field: 'place' }])).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
      details: { field: 'sort', reason: expect.stringContaining('place') as unknown },
    });
  });
});

describe('fields beside lines', () => {
  const query = '[lemma="go"]';

  it('are those that were asked for, where the text has them', async () => {
    const { lines } = await engine.call('query.lines', { query, fields: ['by', 'year'] });
    expect(lines.map(({ document, fields }) => [document[0], fields])).toEqual([
      ['a', { by: 'Zoe', year: 90 }],
      ['b', { by: 'Ödön', year: 1900 }],
      ['c', { by: 'anna', year: 1900 }],
      ['d', {}],
    ]);
    const plain = await engine.call('query.lines', { query });
    expect(plain.lines.every((line) => !('fields' in line))).toBe(true);
    await expect(engine.call('query.lines', { query, fields: ['place'] })).rejects.toMatchObject({
      details: { field: 'fields' },
    });
  });

  it('are columns of a file, in the order that was asked for; all of them else', async () => {
    const headOf = async (fields?: string[]) => {
      const path = join(place.folder, 'lines.csv');
      const sort = [{ field: 'year' }, { field: 'by' }];
      await engine.call('exchange.lines', {
        query,
        sort,
        target: { path },
        ...(fields === undefined ? {} : { fields }),
      });
      return parse(readFileSync(path, 'utf8'));
    };
    const head = ['document', 'position', 'left', 'node', 'right'];
    const end = ['category', 'marked', 'note'];
    expect((await headOf())[0]).toEqual([...head, 'by', 'year', ...end]);
    const [names, ...rows] = await headOf(['year']);
    expect(names).toEqual([...head, 'year', ...end]);
    expect(rows.map((row) => [row[0]![0], row[5]])).toEqual([
      ['a', '90'],
      ['c', '1900'],
      ['b', '1900'],
      ['d', ''],
    ]);
    expect((await headOf([]))[0]).toEqual([...head, ...end]);
  });
});
