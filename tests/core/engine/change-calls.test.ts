import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nearNeighbours } from '../../../core/change/neighbourhoods.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { swapped, topicTexts, withSwaps } from '../change/topic-texts.ts';
import { smallPlace } from './small-engine.ts';

const place = smallPlace();
let engine: Engine;
const early = [{ field: 'year', to: '1911' }];
const late = [{ field: 'year', from: '1912' }];

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  topicTexts(24, 60, 8).forEach((document, at) => {
    const words = at < 12 ? document : withSwaps(document);
    writeFileSync(join(folder, `${1900 + at}.txt`), words.join(' '));
  });
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: '{year}',
  });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

const asked = { from: early, to: late, minCount: 10, permutations: 60 };

it('ranks the words that changed first, with counts, texts and a control', { timeout: 60_000 }, async () => {
  const shares: number[] = [];
  const answer = await engine.call('change.words', asked, {
    onProgress: ({ done, total }) => shares.push(done / total),
  });
  const first = answer.rows.slice(0, 6);
  expect(first.map(({ word }) => word).sort()).toEqual([...swapped.keys()].sort());
  expect(Math.max(...first.map(({ p }) => p))).toBeLessThan(0.01);
  expect(answer.differsAsAWhole).toBe(false);
  expect(answer.found).toBe(answer.rows.filter(({ q }) => q <= 0.05).length);
  expect(answer.from).toMatchObject({ texts: 12, isSmall: true });
  expect(answer.control.splits).toBe(20);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  const count = async (conditions: typeof early | typeof late) => {
    const { rows } = await engine.call('corpus.words', { search: 't0w0', texts: { conditions } });
    return rows.find(({ word }) => word === 't0w0')!.count;
  };
  const one = answer.rows.find(({ word }) => word === 't0w0')!;
  expect([one.countFrom, one.countTo]).toEqual([await count(early), await count(late)]);
  const only = await engine.call('change.words', { ...asked, words: ['T0w0'] });
  expect(only.rows).toEqual([one]);
});

it(
  'compares count models of the periods too, and says beforehand what that takes',
  { timeout: 60_000 },
  async () => {
    const small = { ...asked, permutations: 100, method: 'lnd' } as const;
    const cost = await engine.call('change.cost', small);
    expect(cost).toMatchObject({ method: 'lnd', comparisons: 1 + 100 + 50 + 20 });
    expect(cost.seconds).toBeGreaterThan(0);
    const answer = await engine.call('change.words', { ...small, words: [...swapped.keys()] });
    expect(answer.models).toEqual({
      dimensions: 50,
      neighbours: nearNeighbours(cost.words),
      candidates: cost.words,
    });
    expect(answer.rows).toHaveLength(6);
    for (const { q, score, expected } of answer.rows) {
      expect(q).toBeLessThanOrEqual(0.05);
      expect(score).toBeGreaterThan(expected);
    }
    await expect(engine.call('change.words', { ...small, minCount: 75 })).rejects.toMatchObject({
      code: 'E_CHANGE_IMPOSSIBLE',
      details: { reason: 'few-words', least: 30 },
    });
  },
);

it('follows words over periods that a field makes', { timeout: 60_000 }, async () => {
  const followed = { words: ['T0w0', 't9w3', 'unheard'], by: 'year', minCount: 3, permutations: 120 };
  const answer = await engine.call('change.trajectories', { ...followed, cuts: ['1912', '1918'] });
  expect(answer.periods.map(({ name, texts }) => [name, texts])).toEqual([
    ['1900–1911', 12],
    ['1912–1917', 6],
    ['1918–1923', 6],
  ]);
  expect(answer.unknown).toEqual(['unheard']);
  const [moved, stayed] = answer.words;
  expect([moved!.word, stayed!.word]).toEqual(['t0w0', 't9w3']);
  expect(moved!.points.map(({ q }) => q !== null && q <= 0.05)).toEqual([false, true, true]);
  expect(stayed!.points.every(({ q }) => q === null || q > 0.05)).toBe(true);
  const sum = moved!.points.reduce((all, { count }) => all + count, 0);
  const { rows } = await engine.call('corpus.words', { search: 't0w0' });
  expect(sum).toBe(rows.find(({ word }) => word === 't0w0')!.count);

  const refused = (more: { readonly by?: string; readonly cuts?: string[] }) =>
    expect(engine.call('change.trajectories', { ...followed, ...more })).rejects;
  await refused({ by: 'century' }).toMatchObject({ details: { reason: 'no-field' } });
  await refused({ cuts: ['1990'] }).toMatchObject({ details: { reason: 'empty-period', cut: '1990' } });
  await refused({ cuts: ['1912', '1906'] }).toMatchObject({
    details: { reason: 'empty-period', cut: '1912' },
  });
});

it('refuses periods that share texts, and such as bear no comparison', async () => {
  const reason = (from: typeof early | typeof late, to: typeof early | typeof late, more = {}) =>
    expect(engine.call('change.words', { from, to, ...more })).rejects;
  await reason(early, [{ field: 'year', to: '1915' }]).toMatchObject({ details: { reason: 'shared-texts' } });
  await reason([{ field: 'year', to: '1902' }], late).toMatchObject({ details: { reason: 'few-texts' } });
  await reason(early, late, { minCount: 100_000 }).toMatchObject({ details: { reason: 'no-words' } });
  await reason(early, [{ field: 'year', from: '1990' }]).toMatchObject({ code: 'E_SUB_CORPUS_EMPTY' });
});

it('says where the texts differ as a whole', { timeout: 60_000 }, async () => {
  const folder = join(place.folder, 'others');
  mkdirSync(folder);
  // The words of a sentence stand in another order, so that every word has other company.
  topicTexts(12, 60, 9).forEach((document, at) => {
    const words = document.map((_, token) => document[(token * 7) % document.length]!);
    writeFileSync(join(folder, `${1950 + at}.txt`), words.join(' '));
  });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: '{year}',
  });
  const others = [{ field: 'year', from: '1950' }];
  const answer = await engine.call('change.words', { ...asked, to: others });
  expect(answer.differsAsAWhole).toBe(true);
});

it('is cancelled between two divisions', async () => {
  const stop = new AbortController();
  const call = engine.call(
    'change.words',
    { ...asked, permutations: 5000 },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(call).rejects.toMatchObject({ code: 'E_CANCELLED' });
});
