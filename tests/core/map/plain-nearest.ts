import type { NearestRows } from '../../../core/map/nearest-rows.ts';
import { bestRows } from '../../../core/vectors/neighbours.ts';
import { plainRowScores } from '../../../core/vectors/row-scores.ts';
import type { VectorSpace } from '../../../core/vectors/vector-space.ts';

/** The nearest rows of some rows, the slow and obvious way. */
export function plainNearest(
  space: VectorSpace,
  each: number,
  of: readonly number[] = [...space.words.keys()],
): NearestRows {
  const scores = plainRowScores(space, false);
  const all = of.map((row) =>
    bestRows(scores(space.vector(row), 'cosine'), { most: each, largestFirst: true, exclude: [row] }),
  );
  return {
    each,
    rows: Uint32Array.from(all.flatMap((best) => best.map(({ row }) => row))),
    distances: Float64Array.from(all.flatMap((best) => best.map(({ score }) => Math.max(0, 1 - score)))),
  };
}
