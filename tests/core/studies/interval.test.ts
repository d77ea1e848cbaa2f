import fc from 'fast-check';
import { expect, it } from 'vitest';
import { intervalAround, studentT } from '../../../core/studies/interval.ts';

const cosine = fc.double({ min: -1, max: 1, noNaN: true });

it('takes two runs', () => {
  expect(intervalAround(0.5, [], 'cosine')).toEqual({ low: null, high: null });
  expect(intervalAround(0.5, [0.4], 'cosine')).toEqual({ low: null, high: null });
  expect(intervalAround(0.4, [0.4, 0.4], 'plain')).toEqual({ low: 0.4, high: 0.4 });
});

it('is worked out by hand: twice the distance of the runs, by Student', () => {
  // t(2) = 4.303; the runs lie .1 and .3 from the score: √(.05).
  const { low, high } = intervalAround(2, [2.1, 2.3], 'plain');
  expect(high! - 2).toBeCloseTo(4.303 * Math.sqrt(0.05), 1);
  expect(2 - low!).toBeCloseTo(high! - 2, 12);
});

it('has the quantiles of Student’s t, as tables and R’s qt(.975, df) give them', () => {
  const table = [
    [2, 4.3027, 0.05],
    [5, 2.5706, 0.001],
    [10, 2.2281, 1e-4],
    [25, 2.0595, 1e-4],
    [100, 1.984, 1e-4],
  ] as const;
  for (const [degrees, value, by] of table) expect(Math.abs(studentT(degrees) - value)).toBeLessThan(by);
});

it('always holds the score that is shown, and stays among cosines', () => {
  fc.assert(
    fc.property(cosine, fc.array(cosine, { minLength: 2, maxLength: 30 }), (score, runs) => {
      const { low, high } = intervalAround(score, runs, 'cosine');
      expect(low).toBeLessThanOrEqual(score);
      expect(high).toBeGreaterThanOrEqual(score);
      expect(low).toBeGreaterThanOrEqual(-1);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

it('grows with every run that lies further off, to whichever side', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -40, max: 40 }),
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2 }),
      (at, away) => {
        const score = at / 100;
        const width = (some: readonly number[]) => {
          const { low, high } = intervalAround(score, some, 'cosine');
          return high! - low!;
        };
        const runs = away.map((one, index) => score + (one / 100) * (index % 2 === 0 ? 1 : -1));
        expect(width(runs.map((one) => one + (one - score)))).toBeGreaterThan(width(runs));
      },
    ),
  );
});
