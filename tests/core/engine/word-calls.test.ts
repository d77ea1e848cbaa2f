import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../core/contract/contract.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());

/** form, lemma, part of speech; sentences apart by a blank line. */
const sentence = (...tokens: readonly (readonly [string, string, string])[]) =>
  `${tokens
    .map(([form, lemma, pos], at) => [at + 1, form, lemma, pos, '_', '_', 0, '_', '_', '_'].join('\t'))
    .join('\n')}\n`;
const saw = sentence(
  ['She', 'she', 'PRON'],
  ['saw', 'see', 'VERB'],
  ['the', 'the', 'DET'],
  ['saw', 'saw', 'NOUN'],
);
const sees = sentence(
  ['She', 'she', 'PRON'],
  ['sees', 'see', 'VERB'],
  ['the', 'the', 'DET'],
  ['sea', 'sea', 'NOUN'],
);
const capital = sentence(['Saw', 'see', 'VERB'], ['she', 'she', 'PRON'], ['it', 'it', 'PRON']);

let engine: Engine;
beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.conllu'), `${saw}\n${saw}\n`);
  writeFileSync(join(folder, 'b.conllu'), `${sees}\n${capital}\n`);
  writeFileSync(join(folder, 'c.conllu'), `${sees}\n`);
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
  const { rows } = await engine.call('corpus.documents', {});
  for (const { id, name } of rows) {
    const date = name.startsWith('a') ? '1841-05-01' : name.startsWith('b') ? '1841-09-30' : '1865-01-01';
    await engine.call('corpus.setMetadata', { texts: { documents: [id] }, field: 'date', value: date });
    const genre = name.startsWith('c') ? 'letter' : 'novel';
    await engine.call('corpus.setMetadata', { texts: { documents: [id] }, field: 'genre', value: genre });
  }
});

const pageOf = (word: string, more: Partial<Input<'word.page'>> = {}) =>
  engine.call('word.page', { word, ...more });

describe('a word’s page', () => {
  it('counts the word, its place among the others and the texts', async () => {
    const page = await pageOf('saw');
    expect(page).toMatchObject({
      word: 'saw',
      count: 5,
      documents: 2,
      texts: 3,
      tokens: 19,
      types: 6,
      rank: 1,
    });
    expect(page.perMillion).toBeCloseTo((5 / 19) * 1e6);
    // Shares of the word .8, .2, 0; of the tokens 8, 7 and 4 nineteenths.
    expect(page.dispersion!.dp).toBeCloseTo((0.8 - 8 / 19 + 7 / 19 - 0.2 + 4 / 19) / 2);
    expect((await pageOf('sees')).rank).toBe(4);
  });

  it('shows where it stands, in a hundred stretches of the texts', async () => {
    const { strip } = await pageOf('saw');
    const places = [1, 3, 5, 7, 12].map((token) => Math.floor((100 * token) / 19));
    expect(strip).toEqual(Array.from({ length: 100 }, (_, at) => (places.includes(at) ? 1 : 0)));
  });

  it('has its spellings, its parts of speech and the forms of its lemmas', async () => {
    const { written, tags, lemmas } = await pageOf('saw');
    expect(written).toEqual([
      { value: 'saw', count: 4 },
      { value: 'Saw', count: 1 },
    ]);
    expect(tags[0]!.rows).toEqual([
      { value: 'VERB', count: 3 },
      { value: 'NOUN', count: 2 },
    ]);
    expect(lemmas!.rows).toEqual([
      {
        ...{ lemma: 'see', here: 3, count: 5 },
        forms: [
          { value: 'saw', count: 3 },
          { value: 'sees', count: 2 },
        ],
      },
      { lemma: 'saw', here: 2, count: 2, forms: [{ value: 'saw', count: 2 }] },
    ]);
  });

  it('follows it over the years of dates, or over the field that is asked for', async () => {
    expect((await pageOf('saw')).trend).toEqual({
      ...{ field: 'date', kind: 'date' },
      rows: [
        { value: '1841', count: 5, tokens: 15, perMillion: 5e6 / 15 },
        { value: '1865', count: 0, tokens: 4, perMillion: 0 },
      ],
    });
    const { trend } = await pageOf('sees', { by: 'genre' });
    expect(trend!.rows.map(({ value, count }) => [value, count])).toEqual([
      ['letter', 1],
      ['novel', 1],
    ]);
    await expect(pageOf('saw', { by: 'mood' })).rejects.toMatchObject({ code: 'E_REQUEST_INVALID' });
  });

  it('answers like the calls for each part', async () => {
    const page = await pageOf('saw', { rows: 3 });
    const { rows, parameters } = await engine.call('lines.collocates', {
      word: 'saw',
      within: 's',
      limit: 3,
    });
    expect(page.collocates).toMatchObject({ rows, parameters });
    const { lines } = await engine.call('query.lines', {
      ...{ query: 'saw', language: 'word', sample: 1, limit: 3 },
    });
    expect(page.lines).toEqual(lines);
    expect(page.neighbours).toBeNull();
  });

  it('speaks of some texts alone', async () => {
    const texts = { conditions: [{ field: 'genre', values: ['letter'] }] };
    const page = await pageOf('sees', { texts });
    expect(page).toMatchObject({ count: 1, documents: 1, texts: 1, tokens: 4, dispersion: null });
    expect(page.lemmas!.rows[0]).toMatchObject({ lemma: 'see', here: 1, count: 1 });
    expect(await pageOf('saw', { texts })).toMatchObject({
      count: 0,
      documents: 0,
      lines: [],
      dispersion: null,
    });
  });

  it('has the neighbours of the model that is chosen, and says where it does not know the word', async () => {
    await engine.call('model.train', {
      name: 'small',
      settings: { dimensions: 8, minCount: 2, epochs: 1 },
    });
    const { neighbours } = await pageOf('saw', { rows: 2 });
    const asked = await engine.call('search.neighbours', { word: 'saw', top: 2 });
    expect(neighbours).toEqual({ model: 'small', knowsWord: true, rows: asked.neighbours, study: null });
    expect((await pageOf('it')).neighbours).toEqual({
      model: 'small',
      knowsWord: false,
      rows: [],
      study: null,
    });
    await expect(pageOf('saw', { model: 'none' })).rejects.toMatchObject({ code: 'E_MODEL_UNKNOWN' });
  });

  it('refuses a word that the texts do not have', async () => {
    await expect(pageOf('seen')).rejects.toMatchObject({ code: 'E_WORD_UNKNOWN' });
  });
});

describe('words over periods', () => {
  it('counts every word in every year of the texts’ dates', async () => {
    const answer = await engine.call('word.trends', { words: ['saw', 'sees', 'nowhere'] });
    expect(answer).toEqual({
      field: 'date',
      periods: [
        { from: '1841', to: '1841', tokens: 15 },
        { from: '1865', to: '1865', tokens: 4 },
      ],
      rows: [
        { word: 'saw', counts: [5, 0], perMillion: [5e6 / 15, 0] },
        { word: 'sees', counts: [1, 1], perMillion: [1e6 / 15, 250_000] },
        { word: 'nowhere', counts: [0, 0], perMillion: [0, 0] },
      ],
    });
  });

  it('has no periods where a field has no order, and none where only one year is asked for', async () => {
    expect(await engine.call('word.trends', { words: ['saw'], by: 'genre' })).toBeNull();
    const texts = { conditions: [{ field: 'genre', values: ['letter'] }] };
    expect(await engine.call('word.trends', { words: ['saw'], texts })).toBeNull();
    await expect(engine.call('word.trends', { words: ['saw'], by: 'colour' })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
  });
});
