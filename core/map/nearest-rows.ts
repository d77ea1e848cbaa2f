import { mapMemory } from './map-kernel.ts';

/** Of some points their nearest other points, nearest first; row-major, points × `each`. */
export interface NearestRows {
  readonly each: number;
  readonly rows: Uint32Array;
  /** 1 − cosine, never below 0. */
  readonly distances: Float64Array;
}

/** Points that are compared with all others at once: a multiple of the six rows of a tile. */
const blockPoints = 48;
/** Points that they are compared with at once: their scores stay in the second-level cache. */
const blockColumns = 2048;

/**
 * The exact nearest of all points for some of them, as products of matrices. Yields the share done, 0 to 1.
 * @param module the compiled `map` kernel
 * @param values points × dimensions, at length 1
 * @param of the points that are asked about
 */
export function* nearestRows(
  module: WebAssembly.Module,
  values: Float32Array,
  dimensions: number,
  each: number,
  of: ArrayLike<number>,
): Generator<number, NearestRows, undefined> {
  const points = values.length / dimensions;
  const most = Math.min(each, points - 1);
  const depth = Math.ceil(dimensions / 4) * 4;
  const columns = Math.ceil(points / 8) * 8;
  const { kernel, buffer, places } = mapMemory(module, [
    blockColumns * depth * 4,
    columns * depth * 4,
    blockPoints * depth * 4,
    blockPoints * depth * 4,
    blockPoints * blockColumns * 4,
    most * 4,
    most * 4,
  ]);
  const [unpackedAt, allAt, blockAt, leftAt, scoresAt, rowsAt, bestAt] = places as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const padded = (at: number, rows: number, rowOf: (one: number) => number) => {
    const target = new Float32Array(buffer, at, rows * depth);
    for (let one = 0; one < rows; one += 1) {
      const from = rowOf(one) * dimensions;
      target.set(values.subarray(from, from + dimensions), one * depth);
      target.fill(0, one * depth + dimensions, (one + 1) * depth);
    }
  };
  for (let first = 0; first < points; first += blockColumns) {
    const there = Math.min(blockColumns, points - first);
    padded(unpackedAt, there, (one) => first + one);
    kernel.packRightTransposed(unpackedAt, depth * 4, depth, there, allAt + first * depth * 4);
  }
  const rows = new Uint32Array(of.length * most);
  const distances = new Float64Array(of.length * most);
  const best = new Float32Array(of.length * most).fill(-Infinity);
  const scoreStride = blockColumns * 4;
  for (let block = 0; block < of.length; block += blockPoints) {
    const there = Math.min(blockPoints, of.length - block);
    padded(blockAt, there, (one) => of[block + one]!);
    kernel.packLeft(blockAt, depth * 4, there, depth, leftAt);
    const ownRows = new Uint32Array(buffer, rowsAt, most);
    const ownBest = new Float32Array(buffer, bestAt, most);
    for (let first = 0; first < points; first += blockColumns) {
      const wide = Math.min(blockColumns, points - first);
      kernel.multiply(leftAt, allAt + first * depth * 4, scoresAt, scoreStride, there, wide, depth, false);
      for (let one = 0; one < there; one += 1) {
        const at = (block + one) * most;
        ownRows.set(rows.subarray(at, at + most));
        ownBest.set(best.subarray(at, at + most));
        kernel.keepBest(scoresAt + one * scoreStride, wide, first, of[block + one]!, rowsAt, bestAt, most);
        rows.set(ownRows, at);
        best.set(ownBest, at);
      }
    }
    yield Math.min(1, (block + there) / of.length);
  }
  for (let at = 0; at < best.length; at += 1) distances[at] = Math.max(0, 1 - best[at]!);
  return { each: most, rows, distances };
}
