import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Output } from '../../../core/contract/contract.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
let engine: Engine;
let result: Output<'model.train'>;

beforeAll(async () => {
  engine = await smallProject(place);
  result = await engine.call('model.train', {
    settings: { dimensions: 12, epochs: 5, minCount: 2, window: 4 },
    watched: ['CAT', 'nowhere', 'rome'],
  });
}, 120_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

const ofStep = (values: Float32Array, step: number) => [...values.subarray(step * 12, (step + 1) * 12)];

describe('a model that was watched', () => {
  it('says whom it watched, and who is not in its vocabulary', () => {
    expect(result.watched.words.slice(0, 2)).toEqual(['cat', 'rome']);
    expect(result.watched.words.length).toBeGreaterThan(2);
    expect(result.watched.unknown).toEqual(['nowhere']);
  });

  it('shows each watched word from the random beginning to its stored vector', async () => {
    const { steps, words, loss, epochs, dimensions } = await engine.call('learning.steps', {});
    expect([epochs, dimensions, loss]).toEqual([5, 12, result.loss]);
    expect(words.map(({ word }) => word)).toEqual(result.watched.words);
    expect(steps[0]).toEqual({ epoch: 0, loss: null });
    expect(steps.at(-1)!.epoch).toBe(5);
    expect(steps.length).toBeGreaterThan(5);
    const known = await engine.call('search.vectors', { words: ['cat'] });
    const [cat] = words;
    expect(cat).toMatchObject({ word: 'cat', watched: true, steps: steps.map((_, at) => at) });
    expect(ofStep(cat!.values, steps.length - 1)).toEqual([...known.values]);
    expect(ofStep(cat!.values, 0).every((value) => Math.abs(value) <= 0.5 / 12)).toBe(true);
    expect(cat!.towardsEnd.at(-1)).toBeCloseTo(1, 12);
    expect(cat!.towardsEnd.at(-2)!).toBeGreaterThan(cat!.towardsEnd[0]!);
  });

  it('shows the two ends of any other word, and names one that there is not', async () => {
    const watched = new Set(result.watched.words);
    const { words } = await engine.call('learning.matrix', { limit: 1000 });
    const other = words.find((word) => !watched.has(word))!;
    const answer = await engine.call('learning.steps', { words: [other] });
    expect(answer.words).toMatchObject([
      { word: other, watched: false, steps: [0, answer.steps.length - 1] },
    ]);
    expect(answer.words[0]!.values).toHaveLength(24);
    await expect(engine.call('learning.steps', { words: ['nowhere'] })).rejects.toMatchObject({
      code: 'E_WORD_UNKNOWN',
    });
  });

  it('lets ways end where the map has the word', async () => {
    const { paths, ground, shares } = await engine.call('learning.paths', { words: ['cat'] });
    const map = await engine.call('map.words', {});
    const at = map.words.indexOf('cat');
    expect([...paths[0]!.places.subarray(-2)]).toEqual([...map.coordinates.subarray(at * 2, at * 2 + 2)]);
    expect([...ground.places]).toEqual([...map.coordinates]);
    expect(shares).toEqual(map.shares);
  });

  it('has a random matrix at the beginning, whose rows are those of the steps', async () => {
    const initial = await engine.call('learning.matrix', { state: 'initial', offset: 2, limit: 3 });
    expect(initial).toMatchObject({ state: 'initial', dimensions: 12 });
    expect(initial.words).toHaveLength(3);
    const { words } = await engine.call('learning.steps', { words: initial.words.slice(1, 2) });
    expect([...initial.values.subarray(12, 24)]).toEqual(ofStep(words[0]!.values, 0));
    const trained = await engine.call('learning.matrix', { offset: 2, limit: 3 });
    const stored = await engine.call('search.vectors', { words: initial.words });
    expect([...trained.values]).toEqual([...stored.values]);
    expect((await engine.call('learning.matrix', { offset: 1e6 })).words).toEqual([]);
  });

  it('is the same after it was saved and opened again', async () => {
    const before = await engine.call('learning.steps', {});
    await engine.call('project.save', {});
    const reader = place.engine();
    await reader.call('project.open', { file: { path: place.project }, readOnly: true });
    expect(await reader.call('learning.steps', {})).toEqual(before);
    await reader.close();
  });
});

it('vectors of another program and counts have no beginning', async () => {
  const file = join(place.folder, 'some.vec');
  writeFileSync(file, '2 2\ncat 1 0\ndog 0 1\n');
  await engine.call('model.importVectors', { file: { path: file }, name: 'imported' });
  await engine.call('model.train', { name: 'counts', settings: { architecture: 'count', dimensions: 4 } });
  for (const model of ['imported', 'counts'])
    for (const method of ['learning.steps', 'learning.paths'] as const)
      await expect(engine.call(method, { model })).rejects.toMatchObject({ code: 'E_NOTHING_LEARNED' });
  await expect(engine.call('learning.matrix', { model: 'imported', state: 'initial' })).rejects.toMatchObject(
    { code: 'E_NOTHING_LEARNED' },
  );
  expect((await engine.call('learning.matrix', { model: 'imported' })).words).toEqual(['cat', 'dog']);
});

describe('a model that is being trained', () => {
  it('shows how its watched words move, from the random beginning to this moment', async () => {
    expect(await engine.call('learning.soFar', {})).toBeNull();
    const looks: Output<'learning.soFar'>[] = [];
    let looking: Promise<unknown> = Promise.resolve();
    const second = await engine.call(
      'model.train',
      { name: 'looked at', settings: { dimensions: 12, epochs: 40, minCount: 2 }, watched: ['cat'] },
      {
        onProgress: ({ phase }) => {
          if (phase !== 'training') return;
          looking = looking.then(async () => looks.push(await engine.call('learning.soFar', {})));
        },
      },
    );
    await looking;
    const known = looks.filter((look) => look !== null);
    expect(known.length).toBeGreaterThan(0);
    const stored = await engine.call('learning.steps', { model: 'looked at' });
    for (const { learning, paths } of known) {
      expect(learning).toMatchObject({ model: 'looked at', dimensions: 12, epochs: 40 });
      expect(learning.words.map(({ word }) => word)).toEqual(second.watched.words);
      const [cat] = learning.words;
      // What was kept on the way is what is stored.
      expect(ofStep(cat!.values, 0)).toEqual(ofStep(stored.words[0]!.values, 0));
      const kept = learning.steps.slice(0, -1);
      expect(stored.steps.slice(0, kept.length)).toEqual(kept);
      for (const step of kept.keys())
        expect(ofStep(cat!.values, step)).toEqual(ofStep(stored.words[0]!.values, step));
      expect(paths.paths[0]!.places).toHaveLength(2 * learning.steps.length);
      expect(paths.ground.places).toHaveLength(2 * paths.ground.words.length);
      expect([...paths.ground.places].every(Number.isFinite)).toBe(true);
    }
    expect(await engine.call('learning.soFar', {})).toBeNull();
  });
});
