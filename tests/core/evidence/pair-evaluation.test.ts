import { describe, expect, it } from 'vitest';
import { evaluatePairs, pearson, ranks } from '../../../core/evidence/pair-evaluation.ts';
import { randomSpace } from '../vectors/random-space.ts';
import { rowsOfWords } from '../../../core/opened/test-words.ts';

describe('correlations', () => {
  // Anscombe’s first set.
  const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
  const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

  it('have published values', () => {
    expect(pearson(x, y)).toBeCloseTo(0.81642, 5);
    expect(pearson(ranks(x), ranks(y))).toBeCloseTo(0.81818, 5);
  });

  it('share ranks among equal values', () => {
    expect(ranks([3, 1, 3, 2, 3])).toEqual([4, 1, 4, 2, 4]);
  });
});

it('pairs with unknown words lower the coverage', () => {
  const space = randomSpace(10, 4);
  const pairs = [
    { first: 'w1', second: 'W2', rating: 1 },
    { first: 'w3', second: 'w4', rating: 2 },
    { first: 'w5', second: 'w6', rating: 3 },
    { first: 'w1', second: 'unknown', rating: 9 },
  ];
  const rated = { pairs, column: 3, heading: null };
  const result = evaluatePairs(space, rated, rowsOfWords(space.words, Infinity));
  expect(result).toMatchObject({ pairs: 3, coverage: 0.75 });
  expect(Math.abs(result.pearson)).toBeLessThanOrEqual(1);
  expect(evaluatePairs(space, rated, rowsOfWords(space.words, 3)).pairs).toBe(1);
});
