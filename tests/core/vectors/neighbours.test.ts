import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { bestRows, nearestTo, rowsOfCount } from '../../../core/vectors/neighbours.ts';
import { plainRowScores } from '../../../core/vectors/row-scores.ts';
import { randomSpace } from './random-space.ts';

describe('the best rows', () => {
  it('are those of a full sort, ties in the order of rows', () => {
    const scores = fc.array(fc.constantFrom(-1, 0, 0.5, 1, 2, NaN), { maxLength: 60 });
    fc.assert(
      fc.property(
        scores,
        fc.nat(12),
        fc.boolean(),
        fc.array(fc.nat(60), { maxLength: 3 }),
        (values, most, largestFirst, exclude) => {
          const sorted = values
            .map((score, row) => ({ row, score }))
            .filter(({ row, score }) => !Number.isNaN(score) && !exclude.includes(row))
            .sort((a, b) => (largestFirst ? b.score - a.score : a.score - b.score) || a.row - b.row);
          expect(bestRows(values, { most, largestFirst, exclude })).toEqual(sorted.slice(0, most));
        },
      ),
    );
  });
});

describe('neighbours', () => {
  const space = randomSpace(80, 10);

  it.each(measures)('by %s are in order, without the word itself', (measure) => {
    const found = nearestTo(space, plainRowScores(space, true), space.vector(5), {
      measure,
      top: 80,
      exclude: [5],
    });
    expect(found).toHaveLength(79);
    const values = found.map(({ row }) => measureOf[measure](space.vector(5), space.vector(row)));
    const sorted = values.toSorted((a, b) => (measure === 'cosine' || measure === 'dot' ? b - a : a - b));
    values.forEach((value, at) => expect(value).toBeCloseTo(sorted[at]!, 5));
  });

  it('rank alike by cosine and Euclidean distance at length 1', () => {
    const scores = plainRowScores(space, false);
    const rows = (measure: 'cosine' | 'euclidean') =>
      nearestTo(space, scores, space.vector(3), { measure, top: 20 }).map(({ row }) => row);
    expect(rows('euclidean')).toEqual(rows('cosine'));
  });

  it('leave out rare words when asked', () => {
    expect(rowsOfCount(space, 400)).toBe(41);
    const found = nearestTo(space, plainRowScores(space, false), space.vector(70), {
      measure: 'cosine',
      top: 50,
      minCount: 400,
    });
    expect(found.every(({ row }) => row < 41)).toBe(true);
  });
});
