import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  const texts = {
    'b_1910.txt': 'Strong tea warms. Strong wind blows. Powerful wind blows. '.repeat(6),
    'a_1890.txt': 'Powerful engine turns. Strong tea warms. Powerful engine turns. '.repeat(6),
    'c_.txt': 'Nothing of this kind. '.repeat(3),
  };
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: '{name}_{year}',
  });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

describe('a network of collocates', () => {
  it('has first what the words share, each link as the collocates of the word have it', async () => {
    const settings = { within: 's', minimum: 3, by: 'logDice' } as const;
    const network = await engine.call('lines.network', { words: ['strong', 'powerful'], ...settings });
    expect(network.words.map(({ word, occurrences }) => [word, occurrences])).toEqual([
      ['strong', 18],
      ['powerful', 18],
    ]);
    expect(network.rows.slice(0, 2).map(({ collocate, links }) => [collocate, links.length])).toEqual([
      ['blows', 2],
      ['wind', 2],
    ]);
    expect(network.rows.map(({ collocate }) => collocate).toSorted()).toEqual([
      'blows',
      'engine',
      'tea',
      'turns',
      'warms',
      'wind',
    ]);
    for (const { collocate, links } of network.rows)
      for (const { word, rank, together, value } of links) {
        const { rows } = await engine.call('lines.collocates', { word, ...settings });
        expect(rows[rank - 1]).toMatchObject({ word: collocate, together, logDice: value });
      }
    const small = await engine.call('lines.network', {
      words: ['strong', 'powerful'],
      ...settings,
      top: 2,
      most: 2,
    });
    expect(small.rows).toHaveLength(2);
    await expect(engine.call('lines.network', { words: ['strong', 'xylem'] })).rejects.toMatchObject({
      code: 'E_WORD_UNKNOWN',
    });
  });
});

describe('strips of texts', () => {
  it('stand in the order of a field, those without a value last', async () => {
    const years = await engine.call('query.strips', { query: 'wind', order: 'year', stretches: 2 });
    expect(years.rows.map(({ name, value }) => [name, value])).toEqual([
      ['a_1890.txt', '1890'],
      ['b_1910.txt', '1910'],
      ['c_.txt', ''],
    ]);
    const hits = await engine.call('query.strips', { query: 'wind', stretches: 2 });
    expect(hits.rows[0]).toMatchObject({ name: 'b_1910.txt', counts: [6, 6] });
    expect(hits.rows[0]).not.toHaveProperty('value');
  });
});
