import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followAxes } from '../../../core/map/following-axes.ts';
import { principalAxes, projectedOn } from '../../../core/map/principal-components.ts';
import { randomState, randomStream } from '../../../core/random.ts';

/** Long along the first two dimensions, round in the others. */
function cigar(points: number, dimensions: number, seed: number): Float32Array {
  const random = randomStream(randomState(seed));
  return Float32Array.from({ length: points * dimensions }, (_, at) => {
    const reach = at % dimensions === 0 ? 6 : at % dimensions === 1 ? 3 : 1;
    return reach * (random.fraction() - 0.5) + 0.3;
  });
}

describe('the plane that is followed', () => {
  it('is that of the eigenvectors, whatever the points', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 3, max: 30 }), (seed, dimensions) => {
        const values = cigar(60, dimensions, seed);
        const known = principalAxes(values, dimensions, 2);
        let followed = followAxes(values, dimensions, null);
        for (let again = 0; again < 3; again += 1) followed = followAxes(values, dimensions, followed);
        for (const at of [0, 1]) {
          expect(followed.shares[at]).toBeCloseTo(known.shares[at]!, 3);
          const along = known.directions
            .subarray(at * dimensions, (at + 1) * dimensions)
            .reduce((sum, value, one) => sum + value * followed.directions[at * dimensions + one]!, 0);
          expect(Math.abs(along)).toBeGreaterThan(0.99);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('does not turn over while points move a little', () => {
    const values = cigar(80, 12, 5);
    const before = followAxes(values, 12, null);
    const later = followAxes(
      values.map((value, at) => value + 0.02 * Math.sin(at)),
      12,
      before,
    );
    const [here, there] = [projectedOn(before, values), projectedOn(later, values)];
    expect(Math.max(...here.map((value, at) => Math.abs(value - there[at]!)))).toBeLessThan(0.2);
  });

  it('says of points in one place that nothing varies', () => {
    const { shares, directions } = followAxes(new Float32Array(24), 4, null);
    expect(shares).toEqual([0, 0]);
    expect(directions.every(Number.isFinite)).toBe(true);
  });
});
