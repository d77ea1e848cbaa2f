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
}, 60_000);
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
