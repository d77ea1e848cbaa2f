import { describe, expect, it } from 'vitest';
import { interval, quantile, spreadOfList } from '../../../core/studies/spread.ts';

describe('the spread of a list', () => {
  // Five words, of which the first is asked about and never listed; lists of two.
  const scores = [[1, 0.9, 0.8, 0.1, 0.2], [1, 0.7, 0.1, 0.6, 0.2], null, [1, 0.8, NaN, 0.3, 0.9]];
  const spread = spreadOfList(scores, { rows: [1, 2], top: 2, among: 5, exclude: [0] });

  it('counts in how many lists a word stands, of those runs that can answer', () => {
    expect(spread.spreads.map(({ runs, of }) => [runs, of])).toEqual([
      [3, 3],
      [1, 3],
    ]);
  });

  it('takes the middle of the scores of the runs that have the word', () => {
    // By R: quantile(c(.7, .8, .9), c(.025, .975)) and quantile(c(.1, .8), …).
    expect(spread.spreads[0]!.low).toBeCloseTo(0.705, 12);
    expect(spread.spreads[0]!.high).toBeCloseTo(0.895, 12);
    expect(spread.spreads[1]!.low).toBeCloseTo(0.1175, 12);
    expect(spread.spreads[1]!.high).toBeCloseTo(0.7825, 12);
  });

  it('says what share of their lists two runs have in common', () => {
    // {1,2} {1,3} {1,4}: one of two in each of three pairs.
    expect(spread.overlap).toBe(0.5);
    expect(spreadOfList([scores[0]!], { rows: [], top: 2, among: 5, exclude: [] }).overlap).toBeNull();
  });

  it('lists only words that are frequent enough', () => {
    const { spreads } = spreadOfList(scores, { rows: [4], top: 2, among: 4, exclude: [0] });
    expect(spreads[0]).toMatchObject({ runs: 0, of: 3 });
  });
});

it('an interval takes two runs', () => {
  expect(interval([])).toEqual({ low: null, high: null });
  expect(interval([0.4])).toEqual({ low: null, high: null });
  expect(interval([0.4, 0.4])).toEqual({ low: 0.4, high: 0.4 });
});

it('quantiles are those of R', () => {
  // quantile(c(1, 2, 4, 8, 16), c(0, .1, .5, .9, 1))
  const sorted = Float64Array.of(1, 2, 4, 8, 16);
  expect([0, 0.1, 0.5, 0.9, 1].map((share) => quantile(sorted, share))).toEqual([1, 1.4, 4, 12.8, 16]);
});
