import { UMAP } from 'umap-js';
import { randomState, randomStream } from '../random.ts';
import type { NearestRows } from './nearest-rows.ts';

/** Neighbours that hold a point, itself among them; and how near points may come (McInnes, Healy & Melville 2018). */
export const umapSettings = { neighbours: 15, minDist: 0.1 } as const;

/** The largest coordinate of the start, as in umap-learn. */
const startWidth = 10;

/**
 * UMAP by umap-js: exact neighbours instead of its own approximate ones, and a given start instead of its random one, which it has no
 * setting for. Yields the share done, 0 to 1.
 * @param nearest of at least `umapSettings.neighbours` − 1 others, or of all
 * @param start points × 2
 * @returns points × 2
 */
export function* umapLayout(
  { each, rows, distances }: NearestRows,
  start: Float64Array,
  seed: number,
): Generator<number, Float64Array, undefined> {
  const points = start.length / 2;
  const neighbours = Math.min(umapSettings.neighbours, points - 1);
  const stream = randomStream(randomState(seed));
  const umap = new UMAP({
    nNeighbors: neighbours,
    minDist: umapSettings.minDist,
    random: () => stream.fraction(),
  });
  // A point is its own first neighbour.
  const withItself = (of: ArrayLike<number>, row: number, own: number) => [
    own,
    ...Array.from({ length: neighbours - 1 }, (_, at) => of[row * each + at]!),
  ];
  const all = Array.from({ length: points }, (_, row) => row);
  umap.setPrecomputedKNN(
    all.map((row) => withItself(rows, row, row)),
    all.map((row) => withItself(distances, row, 0)),
  );
  yield 0;
  // Of the vectors it only asks how many there are.
  const epochs = umap.initializeFit(all.map(() => []));
  const widest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const embedding = umap.getEmbedding();
  embedding.forEach((point, row) => {
    for (let axis = 0; axis < 2; axis += 1)
      point[axis] = widest > 0 ? (start[row * 2 + axis]! / widest) * startWidth : 0;
  });
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    umap.step();
    yield (epoch + 1) / epochs;
  }
  return Float64Array.from(umap.getEmbedding().flat());
}
