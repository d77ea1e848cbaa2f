import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { clusteredOrder, similarityMatrix } from '../../../core/vectors/similarity-matrix.ts';
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
      const groups = clusteredOrder(values, 5, measure).map((at) => space.words[at]![0]);
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
          expect(clusteredOrder(values, size, 'euclidean').toSorted((a, b) => a - b)).toEqual(rows);
        },
      ),
    );
  });
});
