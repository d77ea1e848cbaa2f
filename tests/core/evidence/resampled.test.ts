import { expect, it } from 'vitest';
import { pearson } from '../../../core/evidence/pair-evaluation.ts';
import { resampledPairs, resampledShare } from '../../../core/evidence/resampled.ts';
import { seeded } from '../../fixtures/small-language.ts';

it('gives the share what drawing questions anew gives it', () => {
  const [correct, total, rounds] = [37, 120, 4000];
  const random = seeded(5);
  const shares = Array.from({ length: rounds }, () => {
    let right = 0;
    for (let one = 0; one < total; one += 1) if (random() * total < correct) right += 1;
    return right / total;
  }).sort((a, b) => a - b);
  const { low, high } = resampledShare(correct, total);
  expect(Math.abs(low! - shares[Math.floor(0.025 * rounds)]!)).toBeLessThanOrEqual(1.5 / total);
  expect(Math.abs(high! - shares[Math.floor(0.975 * rounds)]!)).toBeLessThanOrEqual(1.5 / total);
});

it('holds for thousands of questions, for all right, for none, and for no questions', () => {
  const { low, high } = resampledShare(9000, 19_544);
  // ± 1.96 standard errors.
  const reach = 1.96 * Math.sqrt((9000 / 19_544) * (1 - 9000 / 19_544) * (1 / 19_544));
  expect(low).toBeCloseTo(9000 / 19_544 - reach, 3);
  expect(high).toBeCloseTo(9000 / 19_544 + reach, 3);
  expect(resampledShare(4, 4)).toEqual({ low: 1, high: 1 });
  expect(resampledShare(0, 4)).toEqual({ low: 0, high: 0 });
  expect(resampledShare(0, 0)).toEqual({ low: null, high: null });
});

it('puts an interval around a correlation, about as wide as Fisher’s, the same each time', () => {
  const random = seeded(3);
  const x = Array.from({ length: 400 }, () => random());
  const y = x.map((value) => value + 0.5 * random());
  const { low, high } = resampledPairs(x, y, pearson);
  const z = Math.atanh(pearson(x, y));
  expect(Math.atanh(low!)).toBeCloseTo(z - 1.96 / Math.sqrt(397), 1);
  expect(Math.atanh(high!)).toBeCloseTo(z + 1.96 / Math.sqrt(397), 1);
  expect(resampledPairs(x, y, pearson)).toEqual({ low, high });
  expect(resampledPairs([1, 2], [1, 2], pearson)).toEqual({ low: null, high: null });
});
