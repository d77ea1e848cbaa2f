import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepThresholds, noiseShares, noiseTable } from '../../../core/vocabulary/noise.ts';

describe('the noise table', () => {
  it.each([0.75, 1, 0, -1])('gives each word its share for the exponent %d', (exponent) => {
    const counts = [100, 50, 10, 1];
    const size = 100_000;
    const table = noiseTable(counts, exponent, size);
    const shares = noiseShares(counts, exponent);
    counts.forEach((_, row) => {
      const share = table.reduce((sum, one) => sum + Number(one === row), 0) / size;
      expect(share).toBeCloseTo(shares[row]!, 4);
    });
  });

  it('holds only rows that exist, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 }), (counts) => {
        const table = noiseTable(counts, 0.75, 512);
        expect(Math.max(...table)).toBeLessThan(counts.length);
        expect(table).toEqual(table.toSorted());
      }),
    );
  });
});

describe('the keep thresholds', () => {
  it('follow word2vec’s formula', () => {
    const share = 0.01;
    const keep = keepThresholds([share * 1e6], 1e6, 1e-3)[0]! / 2 ** 32;
    expect(keep).toBeCloseTo((Math.sqrt(share / 1e-3) + 1) * (1e-3 / share), 6);
  });

  it('keep rare words always, and everything when switched off', () => {
    expect([...keepThresholds([1, 900], 1000, 0)]).toEqual([0xffffffff, 0xffffffff]);
    expect(keepThresholds([1], 1_000_000, 1e-3)[0]).toBe(0xffffffff);
  });
});
