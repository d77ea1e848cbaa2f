import type { PrincipalAxes } from './principal-components.ts';

/** Each brings two directions nearer to those of greatest variance: enough for a picture that is drawn anew every second. */
const rounds = 12;

/**
 * The two directions of greatest variance, nearly: by orthogonal iteration (Golub & Van Loan, Matrix Computations, 8.2.4), which costs little beside eigenvectors of all
 * dimensions. Begun where it was before, a plane that changes slowly is followed and not turned over.
 * @param values points × dimensions, row-major
 * @param before the directions of a moment ago; null at first
 */
export function followAxes(
  values: Float32Array,
  dimensions: number,
  before: PrincipalAxes | null,
): PrincipalAxes {
  const points = values.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < values.length; at += 1) mean[at % dimensions]! += values[at]! / points;
  const centred = Float64Array.from(values, (value, at) => value - mean[at % dimensions]!);
  const total = centred.reduce((sum, value) => sum + value * value, 0);
  // Any start will do that is not at right angles to what is looked for.
  const directions =
    before?.directions.slice() ??
    Float64Array.from({ length: 2 * dimensions }, (_, at) => Math.sin(1 + at * (at < dimensions ? 1 : 1.7)));
  const [first, second] = [directions.subarray(0, dimensions), directions.subarray(dimensions)];
  const spread = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    for (const [component, direction] of [first, second].entries()) {
      if (component === 1) lessProjection(second, first);
      normalise(direction);
      const next = new Float64Array(dimensions);
      let squares = 0;
      for (let point = 0; point < points; point += 1) {
        let along = 0;
        const from = point * dimensions;
        for (let at = 0; at < dimensions; at += 1) along += centred[from + at]! * direction[at]!;
        squares += along * along;
        for (let at = 0; at < dimensions; at += 1) next[at]! += along * centred[from + at]!;
      }
      spread[component] = squares;
      if (squares > 0) direction.set(next);
      normalise(direction);
    }
    lessProjection(second, first);
    normalise(second);
  }
  return { mean, directions, shares: spread.map((squares) => (total > 0 ? squares / total : 0)) };
}

/** Takes from a direction what of it lies along another of length 1. */
function lessProjection(direction: Float64Array, other: Float64Array): void {
  const along = direction.reduce((sum, value, at) => sum + value * other[at]!, 0);
  for (let at = 0; at < direction.length; at += 1) direction[at]! -= along * other[at]!;
}

function normalise(direction: Float64Array): void {
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  if (length > 0) for (let at = 0; at < direction.length; at += 1) direction[at]! /= length;
}
