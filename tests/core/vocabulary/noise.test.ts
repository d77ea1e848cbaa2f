import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aliasTable, keepThresholds, noiseShares, type AliasTable } from '../../../core/vocabulary/noise.ts';

/** The distribution that a table draws from. */
function drawn({ thresholds, aliases }: AliasTable): Float64Array {
  const size = thresholds.length;
  const shares = new Float64Array(size);
  thresholds.forEach((threshold, column) => {
    const own = (threshold + 1) / 2 ** 32;
    shares[column] = shares[column]! + own / size;
    shares[aliases[column]!] = shares[aliases[column]!]! + (1 - own) / size;
  });
  return shares;
}

describe('the noise distribution', () => {
  it('takes each count to its exponent', () => {
    const shares = noiseShares([16, 1], 0.75);
    expect(shares[0]! / shares[1]!).toBeCloseTo(8, 9);
    expect([...noiseShares([9, 1, 5], 0)]).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('is what the alias table draws from', () => {
    const count = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        fc.array(count, { minLength: 1, maxLength: 200 }),
        fc.double({ min: -1, max: 1, noNaN: true }),
        (counts, exponent) => {
          const shares = noiseShares(counts, exponent);
          drawn(aliasTable(shares)).forEach((share, row) => expect(share).toBeCloseTo(shares[row]!, 7));
        },
      ),
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
