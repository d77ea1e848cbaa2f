import { describe, expect, it } from 'vitest';
import { intervalAround } from '../../../core/studies/interval.ts';
import { quantile, spreadOfList } from '../../../core/studies/spread.ts';

describe('the spread of a list', () => {
  // Five words, of which the first is asked about and never listed; lists of two.
  const scores = [[1, 0.9, 0.8, 0.1, 0.2], [1, 0.7, 0.1, 0.6, 0.2], null, [1, 0.8, NaN, 0.3, 0.9]];
  const shown = { scale: 'cosine', top: 2, exclude: [0] } as const;
  const spread = spreadOfList(scores, { rows: [1, 2], scores: [0.75, 0.5], ...shown, among: 5 });

  it('counts in how many lists a word stands, of those runs that can answer', () => {
    expect(spread.spreads.map(({ runs, of }) => [runs, of])).toEqual([
      [3, 3],
      [1, 3],
    ]);
  });

  it('has the interval of the runs that have the word around the score of the model', () => {
    const { low, high } = spread.spreads[0]!;
    expect({ low, high }).toEqual(intervalAround(0.75, [0.9, 0.7, 0.8], 'cosine'));
    const second = spread.spreads[1]!;
    expect([second.low, second.high]).toEqual(Object.values(intervalAround(0.5, [0.8, 0.1], 'cosine')));
  });

  it('says what share of their lists two runs have in common', () => {
    // {1,2} {1,3} {1,4}: one of two in each of three pairs.
    expect(spread.overlap).toBe(0.5);
    expect(spreadOfList([scores[0]!], { rows: [], scores: [], ...shown, among: 5 }).overlap).toBeNull();
  });

  it('lists only words that are frequent enough', () => {
    const { spreads } = spreadOfList(scores, { rows: [4], scores: [0.2], ...shown, among: 4 });
    expect(spreads[0]).toMatchObject({ runs: 0, of: 3 });
  });
});

it('quantiles are those of R', () => {
  // quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1))
  const sorted = Float64Array.of(1, 2, 4, 8, 16);
  expect([0, 0.1, 0.5, 0.9, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.4, 4, 12.8, 16]);
});
