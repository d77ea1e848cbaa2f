import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { clusteringOf, similarityMatrix } from '../../../core/vectors/similarity-matrix.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from './random-space.ts';

describe('the similarity matrix', () => {
  it.each(measures)('holds every pair by %s', (measure) => {
    const space = randomSpace(12, 5);
    const rows = [3, 0, 7, 3];
    const values = similarityMatrix(space, rows, { measure, raw: true });
    rows.forEach((a, i) =>
      rows.forEach((b, j) =>
        expect(values[i * 4 + j]).toBeCloseTo(measureOf[measure](space.vector(a), space.vector(b)), 5),
      ),
    );
  });
});

describe('the clustered order', () => {
  it('puts two groups apart, however they were mixed', () => {
    const space = vectorSpace({
      words: ['a1', 'b1', 'a2', 'b2', 'a3'],
      counts: null,
      dimensions: 2,
      values: Float32Array.of(1, 0.1, 0.1, 1, 1, 0, 0, 1, 1, 0.2),
    });
    for (const measure of ['cosine', 'euclidean'] as const) {
      const values = similarityMatrix(space, [0, 1, 2, 3, 4], { measure, raw: false });
      const groups = clusteringOf(values, 5, measure).order.map((at) => space.words[at]![0]);
      expect(['aaabb', 'bbaaa']).toContain(groups.join(''));
    }
  });

  it('names every row once, even where nothing can be compared', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25 }),
        fc.constantFrom('random', 'equal', 'nan'),
        (size, kind) => {
          const space = randomSpace(Math.max(1, size), 3, size);
          const rows = Array.from({ length: size }, (_, at) => at);
          const values = similarityMatrix(space, rows, { measure: 'euclidean', raw: true });
          if (kind !== 'random') values.fill(kind === 'equal' ? 1 : NaN);
          expect(clusteringOf(values, size, 'euclidean').order.toSorted((a, b) => a - b)).toEqual(rows);
        },
      ),
    );
  });
});

/** Complete linkage as it is defined: again and again the two groups whose farthest members are nearest. */
function byDefinition(values: Float32Array, size: number): readonly string[] {
  let groups = Array.from({ length: size }, (_, at) => [at]);
  const made: string[] = [];
  while (groups.length > 1) {
    let best = { a: [-1], b: [-1], least: Infinity };
    for (const a of groups)
      for (const b of groups) {
        if (a === b) continue;
        const farthest = Math.max(...a.flatMap((i) => b.map((j) => values[i * size + j]!)));
        if (farthest < best.least) best = { a, b, least: farthest };
      }
    const union = [...best.a, ...best.b].toSorted((i, j) => i - j);
    groups = [...groups.filter((one) => one !== best.a && one !== best.b), union];
    made.push(`${union.join(' ')}: ${best.least}`);
  }
  return made.toSorted();
}

describe('the tree of a clustering', () => {
  it('has the groups and the distances that complete linkage is defined by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 1000 }), (size, seed) => {
        const space = randomSpace(size, 4, seed);
        const rows = Array.from({ length: size }, (_, at) => at);
        const values = similarityMatrix(space, rows, { measure: 'euclidean', raw: true });
        const { order, tree } = clusteringOf(values, size, 'euclidean');
        const groups = tree.map(({ start, end, value }) => {
          const members = order.slice(start, end).toSorted((a, b) => a - b);
          return `${members.join(' ')}: ${value}`;
        });
        expect(groups.toSorted()).toEqual(byDefinition(values, size));
      }),
      { numRuns: 40 },
    );
  });

  it('divides each group where its two parts meet, and gives similarities their own sign', () => {
    const space = vectorSpace({
      words: ['a1', 'b1', 'a2', 'b2'],
      counts: null,
      dimensions: 2,
      values: Float32Array.of(1, 0, 0, 1, 1, 0, 0, 1),
    });
    const values = similarityMatrix(space, [0, 1, 2, 3], { measure: 'cosine', raw: false });
    const { tree } = clusteringOf(values, 4, 'cosine');
    expect(tree.map(({ start, middle, end }) => [start, middle, end])).toEqual([
      [0, 1, 2],
      [2, 3, 4],
      [0, 2, 4],
    ]);
    expect(tree.map(({ value }) => value)).toEqual([1, 1, 0]);
  });
});
