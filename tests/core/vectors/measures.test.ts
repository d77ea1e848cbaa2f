import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { isSimilarity, measureOf } from '../../../core/vectors/measures.ts';

describe('measures', () => {
  it('have the values of their definitions', () => {
    const [a, b] = [
      [1, 2, 3],
      [4, 0, 3],
    ];
    expect(measureOf.dot(a, b)).toBe(13);
    expect(measureOf.cosine(a, b)).toBeCloseTo(13 / (Math.sqrt(14) * 5), 12);
    expect(measureOf.euclidean(a, b)).toBeCloseTo(Math.sqrt(13), 12);
    expect(measureOf.manhattan(a, b)).toBe(5);
    expect(measureOf.chebyshev(a, b)).toBe(3);
  });

  const number = fc.double({ min: -100, max: 100, noNaN: true });
  const vectors = fc.tuple(...[0, 1, 2].map(() => fc.array(number, { minLength: 4, maxLength: 4 })));

  it('are symmetric, and distances keep to the triangle', () => {
    fc.assert(
      fc.property(vectors, ([a, b, c]) => {
        for (const measure of measures) {
          const of = measureOf[measure];
          expect(of(a!, b!)).toBe(of(b!, a!));
          if (isSimilarity(measure)) continue;
          expect(of(a!, a!)).toBe(0);
          expect(of(a!, c!)).toBeLessThanOrEqual(of(a!, b!) + of(b!, c!) + 1e-9);
        }
      }),
    );
  });

  it('give 0 where a vector of zeros is asked for its direction', () => {
    expect(measureOf.cosine([0, 0], [1, 2])).toBe(0);
  });
});
