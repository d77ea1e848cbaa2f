import { expect, it } from 'vitest';
import { principalComponents } from '../../../core/map/principal-components.ts';
import { sineSpace } from '../vectors/sine-space.ts';

it('has the coordinates and shares of the singular value decomposition of NumPy', () => {
  const { coordinates, shares } = principalComponents(sineSpace.values, 6, 2);
  expect(coordinates[0]).toBeCloseTo(1.94476913, 6);
  expect(coordinates[1]).toBeCloseTo(-0.17449923, 6);
  expect(coordinates[14]).toBeCloseTo(1.71013261, 6);
  expect(coordinates[15]).toBeCloseTo(0.7713722, 6);
  expect(coordinates[78]).toBeCloseTo(-1.72844518, 6);
  expect(coordinates[79]).toBeCloseTo(0.68232463, 6);
  expect(shares[0]).toBeCloseTo(0.646166175, 6);
  expect(shares[1]).toBeCloseTo(0.353833825, 6);
});

it('puts points of one dimension on a line, and equal ones in one place', () => {
  const line = principalComponents(Float32Array.of(1, 2, 4), 1, 2);
  expect(line.coordinates[1]).toBe(0);
  expect(line.coordinates[4]! - line.coordinates[0]!).toBeCloseTo(3, 6);
  expect(line.shares).toEqual([1, 0]);
  expect([...principalComponents(Float32Array.of(1, 2, 1, 2), 2, 2).coordinates].map(Math.abs)).toEqual([
    0, 0, 0, 0,
  ]);
});
