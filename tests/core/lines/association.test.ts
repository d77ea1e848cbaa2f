import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  deltaPOfCollocate,
  deltaPOfNode,
  expected,
  logDice,
  logLikelihood,
  logRatio,
  minimumSensitivity,
  mutualInformation,
  tScore,
  zScore,
} from '../../../core/lines/association.ts';

// Worked by hand: a node of 100 places with spans of 10, a collocate of 50 places in 100,000 tokens, met 10 times.
const pair = { together: 10, spanTokens: 1000, node: 100, collocate: 50, tokens: 100_000 };

describe('association measures', () => {
  it('agree with the formulas worked by hand', () => {
    expect(expected(pair)).toBe(0.5);
    expect(mutualInformation(pair)).toBeCloseTo(Math.log2(20), 12);
    expect(tScore(pair)).toBeCloseTo(9.5 / Math.sqrt(10), 12);
    expect(logDice(pair)).toBeCloseTo(14 + Math.log2(20 / 150), 12);
  });

  it('give log-likelihood over all four cells of the table', () => {
    const cells = [
      [10, (1000 * 50) / 100_000],
      [40, (99_000 * 50) / 100_000],
      [990, (1000 * 99_950) / 100_000],
      [98_960, (99_000 * 99_950) / 100_000],
    ] as const;
    const byHand =
      2 * cells.reduce((sum, [observed, chance]) => sum + observed * Math.log(observed / chance), 0);
    expect(logLikelihood(pair)).toBeCloseTo(byHand, 6);
  });

  it('reach 14 in logDice for words that only occur together', () => {
    expect(logDice({ together: 7, spanTokens: 70, node: 7, collocate: 7, tokens: 1000 })).toBe(14);
  });

  it('never go beyond 14 in logDice, though a node has several words beside it', () => {
    expect(logDice({ together: 5, spanTokens: 10, node: 1, collocate: 5, tokens: 1000 })).toBeLessThan(14);
  });

  it('have the sign of the difference from chance', () => {
    const rare = { together: 2, spanTokens: 5000, node: 500, collocate: 1000, tokens: 100_000 };
    expect(logLikelihood(rare)).toBeLessThan(0);
    expect(zScore(rare)).toBeLessThan(0);
    expect(deltaPOfCollocate(rare)).toBeCloseTo(2 / 5000 - 998 / 95_000, 12);
    expect(deltaPOfNode(rare)).toBeCloseTo(2 / 1000 - 4998 / 99_000, 12);
    expect(minimumSensitivity(rare)).toBe(2 / 1000);
    expect(mutualInformation(rare, 3)).toBeCloseTo(Math.log2(8 / 50), 12);
  });

  it('say nothing where the spans leave no token outside', () => {
    const whole = { together: 30, spanTokens: 60, node: 30, collocate: 30, tokens: 60 };
    expect([logRatio(30, 60, 0, 0), deltaPOfCollocate(whole), logLikelihood(whole)]).toEqual([0, 0, 0]);
    expect(deltaPOfNode({ ...whole, together: 60, collocate: 60 })).toBe(0);
  });

  it('find no contrast between equal shares, and the same whichever side comes first', () => {
    expect(contrast(10, 1000, 20, 2000)).toBeCloseTo(0, 9);
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.integer({ min: 101, max: 9999 }),
        fc.nat(100),
        fc.integer({ min: 101, max: 9999 }),
        (a, m, b, n) => {
          expect(contrast(a, m, b, n)).toBeCloseTo(contrast(b, n, a, m), 6);
          expect(logRatio(a, m, b, n)).toBeCloseTo(-logRatio(b, n, a, m), 9);
          expect(contrast(a, m, b, n)).toBeGreaterThan(-1e-6);
        },
      ),
    );
  });
});
