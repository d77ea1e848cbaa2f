import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
let engine: Engine;

beforeAll(async () => {
  engine = await smallProject(place);
  await engine.call('model.train', { settings: { dimensions: 12, epochs: 3, minCount: 2, window: 4 } });
}, 120_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

it('writes the coordinates of all words, or of those that are asked for, as a table or as JSON', async () => {
  const all = await engine.call('map.words', {});
  expect(all.coordinates).toHaveLength(all.words.length * 2);
  const words = all.words.slice(0, 6);
  const list = { path: join(place.folder, 'list.txt') };
  writeFileSync(list.path, `\uFEFF${words.join('\r\n')}\n\nzzz\n`);
  const json = { path: join(place.folder, 'map.json') };
  const some = await engine.call('map.words', { list, target: json, method: 'umap' });
  expect(some).toMatchObject({ words, unknown: ['zzz'], files: ['map.json'] });
  const written = JSON.parse(readFileSync(json.path, 'utf8')) as {
    points: { word: string; x: number; y: number }[];
  };
  expect(written.points.flatMap(({ x, y }) => [x, y])).toEqual([...some.coordinates]);
  const csv = { path: join(place.folder, 'map.csv') };
  await engine.call('map.words', { only: words, target: csv });
  const lines = readFileSync(csv.path, 'utf8').trim().split(/\r?\n/u);
  expect(lines[0]).toBe('word,x,y,count');
  expect(lines).toHaveLength(7);
});

it('refuses what cannot be drawn or written before anything is done', async () => {
  await expect(engine.call('map.words', { only: ['the', 'zzz'] })).rejects.toMatchObject({
    code: 'E_TOO_FEW_WORDS',
  });
  const target = { path: join(place.folder, 'map.png') };
  await expect(engine.call('map.words', { target })).rejects.toMatchObject({ code: 'E_REQUEST_INVALID' });
});

it('is cancelled at once', async () => {
  const stop = new AbortController();
  const call = engine.call(
    'map.words',
    { method: 'tsne' },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  await expect(call).rejects.toMatchObject({ code: 'E_CANCELLED' });
});

it('puts every word of a map into a group, and calls groups by words of their own', async () => {
  const map = await engine.call('map.words', { groups: 3 });
  expect(map.groups).toHaveLength(map.words.length);
  expect(map.groupNames.length).toBeLessThanOrEqual(3);
  for (const [group, names] of map.groupNames.entries())
    for (const name of names) expect(map.groups[map.words.indexOf(name)]).toBe(group);
  expect((await engine.call('map.words', { groups: 0 })).groups).toHaveLength(0);
});

it('says how far the runs of a study agree on near words: nothing without a study, shares and places with one', async () => {
  const { words } = await engine.call('map.words', {});
  const without = await engine.call('map.runs', { of: words.slice(0, 2) });
  expect(without).toMatchObject({ study: null, runs: 0, words: words.slice(0, 2) });
  await engine.call('study.run', { kind: 'seeds', runs: 3 });
  const { near, kept, runs, each } = await engine.call('map.runs', { of: words.slice(0, 2) });
  expect(runs).toBe(3);
  expect(near).toHaveLength(2 * runs * each);
  for (const [at, share] of kept.entries()) {
    expect(share).toBeGreaterThanOrEqual(0);
    expect(share).toBeLessThanOrEqual(1);
    // A word is never near itself, and no place is told twice of one run.
    for (let run = 0; run < runs; run += 1) {
      const places = [...near.subarray((at * runs + run) * each, (at * runs + run + 1) * each)];
      expect(new Set(places).size).toBe(each);
      expect(places).not.toContain(at);
    }
  }
}, 60_000);
