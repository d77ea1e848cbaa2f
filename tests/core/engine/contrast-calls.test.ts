import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { toFailure } from '../../../core/contract/errors.ts';
import { messageFor } from '../../../core/contract/messages/message.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
let engine: Engine;
const settings = { dimensions: 12, epochs: 3, minCount: 2, window: 4 };

beforeAll(async () => {
  engine = await smallProject(place);
  await engine.call('model.train', { name: 'A', settings });
  await engine.call('model.train', { name: 'B', settings: { ...settings, seed: 5 } });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

const cosine = async (first: string, second: string, model: string) =>
  (await engine.call('search.similarity', { first, second, model })).score;

describe('two models', () => {
  it('show their own lists, with the place of each word in the other', async () => {
    const { models, both, overlap, sharedWords } = await engine.call('contrast.models', {
      word: 'cat',
      models: ['A', 'B'],
      top: 8,
    });
    const alone = await Promise.all(
      ['A', 'B'].map((model) => engine.call('search.neighbours', { word: 'cat', model, top: 1000 })),
    );
    models.forEach((one, at) => {
      const own = alone[at]!.neighbours;
      const other = alone[1 - at]!.neighbours.map(({ word }) => word);
      expect(one.neighbours.map(({ word, score }) => [word, score])).toEqual(
        own.slice(0, 8).map(({ word, score }) => [word, score]),
      );
      for (const { word, otherRank } of one.neighbours) expect(otherRank).toBe(other.indexOf(word) + 1);
    });
    expect(both).toEqual(
      models[0].neighbours.filter(({ otherRank }) => otherRank! <= 8).map(({ word }) => word),
    );
    expect(overlap).toBe(both.length / 8);
    expect(sharedWords).toBe(alone[0]!.neighbours.length + 1);
  });

  it('are two', async () => {
    await expect(engine.call('contrast.models', { word: 'cat', models: ['A', 'A'] })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
    await expect(engine.call('contrast.models', { word: 'cat', models: ['A', 'C'] })).rejects.toMatchObject({
      code: 'E_MODEL_UNKNOWN',
    });
    await expect(engine.call('contrast.models', { word: 'catt', models: ['A', 'B'] })).rejects.toMatchObject({
      code: 'E_WORD_UNKNOWN',
    });
  });
});

describe('an axis', () => {
  it('lists the words at both ends, or those that are asked for', async () => {
    const ends = await engine.call('contrast.axis', {
      positive: ['cat'],
      negative: ['dog'],
      neighbours: 0,
      model: 'A',
      top: 3,
    });
    expect(ends.rows.map(({ score }) => score)).toEqual(
      ends.rows.map(({ score }) => score).toSorted((a, b) => b - a),
    );
    expect(ends.rows.map(({ word }) => word)).not.toContain('cat');
    expect(ends.positive.words).toEqual([expect.objectContaining({ word: 'cat', withoutIt: null })]);
    // By hand: (cos(w, cat) − cos(w, dog)) ÷ the length of the difference.
    const word = ends.rows[0]!.word;
    const difference = (await cosine(word, 'cat', 'A')) - (await cosine(word, 'dog', 'A'));
    const length = Math.sqrt(2 - 2 * (await cosine('cat', 'dog', 'A')));
    expect(ends.rows[0]!.score).toBeCloseTo(difference / length, 5);
    const asked = await engine.call('contrast.axis', {
      positive: ['cat'],
      negative: ['dog'],
      neighbours: 0,
      model: 'A',
      words: [word],
    });
    expect(asked.rows).toEqual([ends.rows[0]]);
  });

  it('has two poles', async () => {
    await expect(
      engine.call('contrast.axis', { positive: ['cat'], negative: ['Cat'] }),
    ).rejects.toMatchObject({ code: 'E_REQUEST_INVALID' });
  });
});

describe('an association test', () => {
  const file = (text: string) => {
    const path = join(place.folder, 'sets.txt');
    writeFileSync(path, text);
    return { path };
  };

  it('answers with every word, and with the runs of a study', { timeout: 60_000 }, async () => {
    const words = (
      await engine.call('search.neighbours', { word: 'cat', model: 'A', top: 7 })
    ).neighbours.map(({ word }) => word);
    const [b, c, d, e, f, g, h] = words;
    const sets = file(`X: cat ${b}\nY: ${c} ${d}\nA: ${e} ${f}\nB: ${g} ${h}\n`);
    const answer = await engine.call('contrast.association', { file: sets, model: 'A' });
    const score =
      (await cosine('cat', e!, 'A')) / 2 +
      (await cosine('cat', f!, 'A')) / 2 -
      (await cosine('cat', g!, 'A')) / 2 -
      (await cosine('cat', h!, 'A')) / 2;
    expect(answer.targets[0].words[0]).toMatchObject({ word: 'cat' });
    expect(answer.targets[0].words[0]!.score).toBeCloseTo(score, 5);
    expect(answer).toMatchObject({ exact: true, partitions: 6, study: null });
    expect(answer.leaveOneOut.low).toBeLessThanOrEqual(answer.effect);
    expect(answer.leaveOneOut.high).toBeGreaterThanOrEqual(answer.effect);
    await engine.call('study.run', { runs: 3, model: 'A', kind: 'seeds' });
    const { study } = await engine.call('contrast.association', { file: sets, model: 'A' });
    expect(study).toMatchObject({ kind: 'seeds', runs: 3, of: 3 });
    expect(study!.low!).toBeLessThanOrEqual(study!.high!);
  });

  it('refuses sets that are no longer equal, and names the words that it does not know', async () => {
    const unequal = engine.call('contrast.association', {
      file: file('X: cat, zzz, dog\nY: the, a, of\nA: is\nB: in\n'),
      model: 'A',
    });
    const failure = toFailure(await unequal.catch((thrown: unknown) => thrown));
    expect(failure).toMatchObject({ code: 'E_WORD_SETS_INVALID' });
    expect(messageFor(failure, 'en')).toContain('zzz');
    await expect(
      engine.call('contrast.association', { file: { path: join(place.folder, 'none.txt') } }),
    ).rejects.toMatchObject({ code: 'E_FILE_MISSING' });
  });
});
