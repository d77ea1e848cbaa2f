import { describe, expect, it } from 'vitest';
import {
  bayesFactor,
  conservativeLogRatio,
  criticalLikelihood,
  fisherExact,
  keynessLikelihood,
  normalTail,
  oddsRatio,
  percentDifference,
  rankSum,
  simpleMaths,
  twoTermLikelihood,
  walterLogRatio,
} from '../../../core/lines/keyness.ts';

const word = { target: 50, targetSize: 10_000, reference: 20, referenceSize: 50_000 };
const other = { target: 20, targetSize: 50_000, reference: 50, referenceSize: 10_000 };

// Values by R 4.5 and its package corpora 0.6, some by hand.
describe('keyness of a word', () => {
  it.each([
    ['G² over the table', keynessLikelihood(word), 102.8878, 4],
    ['G² of two cells', twoTermLikelihood(word), 102.7111, 4],
    ['Walter’s Log Ratio', walterLogRatio(word), 3.62253, 5],
    ['LRC', conservativeLogRatio(word), 2.86961, 5],
    ['LRC among a thousand words', conservativeLogRatio(word, 1000), 2.1336, 5],
    ['%DIFF', percentDifference(word), 1150, 8],
    ['odds ratio', oddsRatio(word), 12.55779, 5],
    ['BIC', bayesFactor(word), 91.88569, 4],
    ['simple maths, 1', simpleMaths(word, 1), 12.47132, 5],
    ['simple maths, 100', simpleMaths(word, 100), 10.2, 8],
    ['5 against none', walterLogRatio({ ...word, target: 5, reference: 0 }), 5.7813, 5],
  ] as const)('%s', (_name, value, golden, digits) => {
    expect(value).toBeCloseTo(golden, digits);
  });

  it('has Fisher’s exact probability', () => {
    expect(fisherExact(word) / 5.19586e-24).toBeCloseTo(1, 4);
    // By hand: tables of 11 words in 20 with at most C(10,3)·C(10,8) ways, and of 5 words the two that lack a side.
    expect(fisherExact({ target: 3, targetSize: 10, reference: 8, referenceSize: 10 })).toBeCloseTo(
      11_720 / 167_960,
      12,
    );
    expect(fisherExact({ target: 0, targetSize: 10, reference: 5, referenceSize: 10 })).toBeCloseTo(
      504 / 15_504,
      12,
    );
    expect(fisherExact({ target: 200_000, targetSize: 1e6, reference: 0, referenceSize: 1e6 })).toBe(0);
    expect(fisherExact({ target: 1, targetSize: 10, reference: 1, referenceSize: 10 })).toBeCloseTo(1, 10);
  });

  it('is the other way round in the other direction', () => {
    expect(keynessLikelihood(other)).toBeCloseTo(-keynessLikelihood(word), 8);
    expect(conservativeLogRatio(other)).toBeCloseTo(-conservativeLogRatio(word), 8);
  });

  it('is sure of nothing where there is too little', () => {
    expect(conservativeLogRatio({ target: 2, targetSize: 10_000, reference: 1, referenceSize: 10_000 })).toBe(
      0,
    );
    expect(conservativeLogRatio({ target: 0, targetSize: 10_000, reference: 0, referenceSize: 10_000 })).toBe(
      0,
    );
    expect(
      conservativeLogRatio({ target: 30, targetSize: 10_000, reference: 0, referenceSize: 10_000 }),
    ).toBeGreaterThan(2);
  });

  it('ranks rates as SciPy does', () => {
    // SciPy’s mannwhitneyu(…, use_continuity=True, method='asymptotic')
    expect(rankSum([5, 7, 8, 3, 9], [1, 2, 2, 4, 3, 3]).p).toBeCloseTo(0.020_966, 5);
    expect(rankSum([1, 1], [1, 1])).toEqual({ z: 0, p: 1 });
    expect(rankSum([1, 2, 3], [7, 8, 9]).z).toBeLessThan(0);
  });

  it('knows the tails of the normal distribution', () => {
    expect(normalTail(0)).toBeCloseTo(0.5, 12);
    expect(normalTail(1.959_963_985)).toBeCloseTo(0.025, 10);
    expect(normalTail(4.753_424_31) / 1e-6).toBeCloseTo(1, 6);
    expect(criticalLikelihood(0.05, 1)).toBeCloseTo(3.841_459, 5);
    expect(criticalLikelihood(0.01, 1)).toBeCloseTo(6.634_897, 5);
  });
});
