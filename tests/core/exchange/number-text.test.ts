import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { float32Text } from '../../../core/exchange/number-text.ts';

describe('a float32 in letters', () => {
  it('reads back as the same number, whatever its bits', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Object.is(Math.fround(Number(float32Text(value))), value)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('is as short as it can be', () => {
    expect(float32Text(Math.fround(0.1))).toBe('0.1');
    expect(float32Text(Math.fround(1 / 3))).toBe('0.33333334');
    expect(float32Text(-0)).toBe('-0');
    expect(float32Text(16_777_216)).toBe('16777216');
  });
});
