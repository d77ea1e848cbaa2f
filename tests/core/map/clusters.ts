import { unit } from '../../../core/vectors/vector-space.ts';
import { seeded } from '../../fixtures/small-language.ts';

/** Points of four kinds, one after the other, in 12 dimensions and at length 1. */
export function clusters(points: number): { readonly values: Float32Array; readonly dimensions: number } {
  const dimensions = 12;
  const random = seeded(11);
  const middles = Array.from({ length: 4 }, () =>
    Float64Array.from({ length: dimensions }, () => random() - 0.5),
  );
  const values = new Float32Array(points * dimensions);
  for (let point = 0; point < points; point += 1)
    values.set(unit(middles[point % 4]!.map((value) => value + 0.3 * (random() - 0.5))), point * dimensions);
  return { values, dimensions };
}
