import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Engine } from '../../../core/engine/engine.ts';
import { intervalAround } from '../../../core/studies/interval.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { smallPlace, smallProject } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;
const dimensions = 16;
const runs = 5;

beforeAll(async () => {
  engine = await smallProject(place);
  await engine.call('model.train', { name: 'm', settings: { dimensions, epochs: 3, minCount: 2 } });
  await engine.call('study.run', { runs });
  await engine.call('project.save', {});
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

/** The vectors of each run, read out of the file by hand. */
function vectorsByHand(): readonly ReadonlyMap<string, readonly number[]>[] {
  const db = new Database(place.project, { readonly: true });
  const forms = JSON.parse(db.prepare('SELECT forms FROM model_words').pluck().get() as string) as string[];
  const chunks = db
    .prepare(
      'SELECT scales, numbers FROM study_chunks JOIN study_runs ON study_runs.id = run_id ORDER BY number',
    )
    .all() as { scales: Buffer; numbers: Buffer }[];
  db.close();
  return chunks.map(
    ({ scales, numbers }) =>
      new Map(
        forms.flatMap((form, row) =>
          scales.readFloatLE(row * 4) === 0
            ? []
            : [
                [
                  form,
                  Array.from({ length: dimensions }, (_, at) => numbers.readInt8(row * dimensions + at)),
                ] as const,
              ],
        ),
      ),
  );
}

/** In how many of the lists a word stands. */
function byHand(
  lists: readonly (readonly (readonly [word: string, score: number])[])[],
  word: string,
  top: number,
) {
  return {
    runs: lists.filter((list) => list.slice(0, top).some(([one]) => one === word)).length,
  };
}

describe('answers of a model with a study', () => {
  it('neighbours: cosines and lists of every run, as they are worked out by hand', async () => {
    const top = 6;
    const { neighbours, study } = await engine.call('search.neighbours', { word: 'cat', top });
    const lists = vectorsByHand().map((vectors) =>
      [...vectors]
        .filter(([word]) => word !== 'cat')
        .map(([word, vector]) => [word, measureOf.cosine(vector, vectors.get('cat')!)] as const)
        .toSorted((a, b) => b[1] - a[1]),
    );
    expect(lists).toHaveLength(runs);
    for (const { word, score, low, high, runs: listed, of } of neighbours) {
      const hand = byHand(lists, word, top);
      expect([listed, of]).toEqual([hand.runs, runs]);
      const scores = lists.map((list) => list.find(([one]) => one === word)![1]);
      const interval = intervalAround(score, scores, 'cosine');
      expect(low!).toBeCloseTo(interval.low!, 3);
      expect(high!).toBeCloseTo(interval.high!, 3);
      expect(low!).toBeLessThanOrEqual(score);
      expect(high!).toBeGreaterThanOrEqual(score);
    }
    const sets = lists.map((list) => new Set(list.slice(0, top).map(([word]) => word)));
    const shares = sets.flatMap((one, at) =>
      sets.slice(0, at).map((other) => [...one].filter((word) => other.has(word)).length / top),
    );
    expect(study!.overlap).toBeCloseTo(shares.reduce((sum, one) => sum + one, 0) / shares.length, 10);
  });

  it.each(['add', 'mul'] as const)('analogies by %s', async (method) => {
    const [positive, negative] = [['rome', 'anna'], ['paris']];
    const { neighbours } = await engine.call('search.analogy', { positive, negative, method, top: 4 });
    const unit = (vector: readonly number[]) => vector.map((one) => one / Math.hypot(...vector));
    const lists = vectorsByHand().map((vectors) => {
      const of = (word: string) => unit(vectors.get(word)!);
      const half = (a: string, b: string) => (1 + measureOf.dot(of(a), of(b))) / 2;
      const sum = of('rome').map((one, at) => one + of('anna')[at]! - of('paris')[at]!);
      const score = (word: string) =>
        method === 'add'
          ? measureOf.cosine(sum, of(word))
          : (half('rome', word) * half('anna', word)) / (half('paris', word) + 1e-6);
      return [...vectors.keys()]
        .filter((word) => ![...positive, ...negative].includes(word))
        .map((word) => [word, score(word)] as const)
        .toSorted((a, b) => b[1] - a[1]);
    });
    for (const { word, score, low, high, runs: listed, of } of neighbours) {
      const hand = byHand(lists, word, 4);
      const scores = lists.map((list) => list.find(([one]) => one === word)![1]);
      const interval = intervalAround(score, scores, method === 'add' ? 'cosine' : 'plain');
      expect([listed, of]).toEqual([hand.runs, runs]);
      expect(low!).toBeCloseTo(interval.low!, 2);
      expect(high!).toBeCloseTo(interval.high!, 2);
    }
  });

  it('similarity of two words', async () => {
    const cosines = vectorsByHand().map((vectors) =>
      measureOf.cosine(vectors.get('cat')!, vectors.get('dog')!),
    );
    const {
      score,
      low,
      high,
      runs: both,
      of,
    } = await engine.call('search.similarity', { first: 'cat', second: 'dog' });
    expect([both, of]).toEqual([runs, runs]);
    const interval = intervalAround(score, cosines, 'cosine');
    expect(low!).toBeCloseTo(interval.low!, 5);
    expect(high!).toBeCloseTo(interval.high!, 5);
  });

  it('stand in a table of neighbours that is written', async () => {
    const file = join(place.folder, 'neighbours.csv');
    const { neighbours } = await engine.call('search.neighbours', { word: 'cat', top: 3 });
    const asked = { what: 'neighbours', format: 'csv', words: ['cat'], top: 3 } as const;
    await engine.call('exchange.export', { ...asked, target: { path: file } });
    const [head, ...rows] = readFileSync(file, 'utf8')
      .replace(/^\ufeff/u, '')
      .trim()
      .split(/\r?\n/u);
    const at = ['neighbour', 'runs_in', 'ci_low', 'ci_high'].map((name) => head!.split(',').indexOf(name));
    const cells = rows.map((row) => at.map((column) => row.split(',')[column]!));
    expect(cells.map(([word, listed]) => [word, Number(listed)])).toEqual(
      neighbours.map((one) => [one.word, one.runs]),
    );
    cells.forEach(([, , low, high], row) => {
      expect(Number(low)).toBeCloseTo(neighbours[row]!.low!, 5);
      expect(Number(high)).toBeCloseTo(neighbours[row]!.high!, 5);
    });
  });

  it('stand at every cell of a matrix as they do for the two words alone', async () => {
    const words = ['cat', 'dog', 'rome'];
    const { values, low, high } = await engine.call('search.matrix', { words });
    for (const [row, first] of words.entries())
      for (const [column, second] of words.entries()) {
        if (row === column) continue;
        const pair = await engine.call('search.similarity', { first, second });
        const at = row * words.length + column;
        expect(low![at]).toBeCloseTo(pair.low!, 5);
        expect(high![at]).toBeCloseTo(pair.high!, 5);
        expect(values[at]).toBeCloseTo(pair.score, 5);
      }
    expect(await engine.call('search.matrix', { words, measure: 'euclidean' })).toMatchObject({
      low: null,
      high: null,
    });
  });

  it('say nothing of other measures than cosine', async () => {
    const { neighbours, study } = await engine.call('search.neighbours', {
      word: 'cat',
      measure: 'euclidean',
    });
    expect(study).toBeNull();
    expect(neighbours[0]).not.toHaveProperty('low');
  });
});
