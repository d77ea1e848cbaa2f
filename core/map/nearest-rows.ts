import { bestRows } from '../vectors/neighbours.ts';
import type { RowScores } from '../vectors/row-scores.ts';
import type { VectorSpace } from '../vectors/vector-space.ts';

/** Of each point its nearest other points, nearest first; row-major, points × `each`. */
export interface NearestRows {
  readonly each: number;
  readonly rows: Uint32Array;
  /** 1 − cosine, never below 0. */
  readonly distances: Float64Array;
}

/**
 * The exact nearest rows of every row. Yields the share done, 0 to 1.
 * @param scores over vectors of length 1 @param step only each so-manieth row is looked at; the others stay 0
 */
export function* nearestRows(
  space: VectorSpace,
  scores: RowScores,
  each: number,
  step = 1,
): Generator<number, NearestRows, undefined> {
  const points = space.words.length;
  const most = Math.min(each, points - 1);
  const rows = new Uint32Array(points * most);
  const distances = new Float64Array(points * most);
  for (let row = 0; row < points; row += step) {
    bestRows(scores(space.vector(row), 'cosine'), { most, largestFirst: true, exclude: [row] }).forEach(
      (near, at) => {
        rows[row * most + at] = near.row;
        distances[row * most + at] = Math.max(0, 1 - near.score);
      },
    );
    if ((row / step) % 256 === 0) yield row / points;
  }
  return { each: most, rows, distances };
}
