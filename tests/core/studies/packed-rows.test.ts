import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRows, unpackedRow } from '../../../core/studies/packed-rows.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { seeded } from '../../fixtures/small-language.ts';

/** Sums of three uniform numbers: near a normal distribution. */
function bell(random: () => number): number {
  return random() + random() + random() - 1.5;
}

describe('packed rows', () => {
  it.each([20, 50, 100, 300])('change no cosine of %d dimensions by more than .005', (dimensions) => {
    const random = seeded(dimensions);
    const words = 120;
    // With a direction that all have in common, as trained vectors do, and lengths that differ a thousandfold.
    const common = Float64Array.from({ length: dimensions }, () => bell(random));
    const values = new Float32Array(words * dimensions);
    for (let word = 0; word < words; word += 1) {
      const length = 10 ** (3 * random() - 2);
      for (let at = 0; at < dimensions; at += 1)
        values[word * dimensions + at] = length * (bell(random) + common[at]! * (word % 3));
    }
    const packed = packRows(
      values,
      dimensions,
      Int32Array.from({ length: words }, (_, row) => row),
    );
    let worst = 0;
    for (let a = 0; a < words; a += 1)
      for (let b = 0; b < a; b += 1) {
        const [u, v] = [a, b].map((row) => values.subarray(row * dimensions, (row + 1) * dimensions));
        const again = measureOf.cosine(unpackedRow(packed, a)!, unpackedRow(packed, b)!);
        worst = Math.max(worst, Math.abs(again - measureOf.cosine(u!, v!)));
      }
    expect(worst).toBeLessThanOrEqual(0.005);
  });

  it('are off by half a scale at most, in every number of every row', () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), {
          minLength: 1,
          maxLength: 40,
        }),
        (numbers) => {
          const packed = packRows(Float32Array.from(numbers), numbers.length, Int32Array.of(0));
          const [scale] = packed.scales;
          const row = unpackedRow(packed, 0) ?? new Float32Array(numbers.length);
          numbers.forEach((number, at) =>
            expect(Math.abs(row[at]! - number)).toBeLessThanOrEqual(scale! * 0.5001 + 1e-40),
          );
        },
      ),
    );
  });

  it('stand in the order of the model, and say which words the run does not have', () => {
    const packed = packRows(Float32Array.of(0, 2, -127, 0, 0, 0), 2, Int32Array.of(1, -1, 0, 2));
    expect([...packed.scales]).toEqual([1, 0, Math.fround(2 / 127), 0]);
    expect([...packed.numbers]).toEqual([-127, 0, 0, 0, 0, 127, 0, 0]);
    expect(unpackedRow(packed, 1)).toBeNull();
  });

  it('refuse numbers that are none', () => {
    expect(() => packRows(Float32Array.of(1, NaN), 2, Int32Array.of(0))).toThrow('E_TRAINING_DIVERGED');
    expect(() => packRows(Float32Array.of(1, -Infinity), 2, Int32Array.of(0))).toThrow('E_TRAINING_DIVERGED');
  });
});
