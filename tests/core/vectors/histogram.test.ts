import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from '../../../core/vectors/histogram.ts';

describe('values by stretches', () => {
  it('are all counted but for the one that is left out, each where it lies', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 200 }),
        fc.integer({ min: 2, max: 40 }),
        (values, stretches) => {
          const { from, to, counts } = histogramOf([9, ...values, Number.NaN], stretches, 0);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
          expect([from, to]).toEqual([Math.min(...values), Math.max(...values)]);
          if (to - from < 1e-9) return;
          // Counted once more by hand, away from the edges of stretches.
          const place = (value: number) => ((value - from) / (to - from)) * stretches;
          const inside = values.filter((value) => Math.abs(place(value) - Math.round(place(value))) > 1e-6);
          for (const value of inside) expect(counts[Math.floor(place(value))]).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('stand in one where they are the same, and in none where there are none', () => {
    expect(histogramOf([0.5, 0.5, 0.1], 10, 2)).toEqual({ from: 0.5, to: 0.5, counts: [2] });
    expect(histogramOf([0.5], 10, 0)).toEqual({ from: 0, to: 0, counts: [] });
    expect(histogramOf([0, 1, 2, 3, 4], 2).counts).toEqual([2, 3]);
  });
});
