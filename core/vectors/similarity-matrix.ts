import type { ClusterMerge, Measure } from '../contract/search.ts';
import { isSimilarity, measureOf } from './measures.ts';
import type { VectorSpace } from './vector-space.ts';

/** Every row with every other: rows × rows, row-major. */
export function similarityMatrix(
  space: VectorSpace,
  rows: readonly number[],
  { measure, raw }: { readonly measure: Measure; readonly raw: boolean },
): Float32Array {
  const size = rows.length;
  const vectors = rows.map((row) => (raw ? space.vector(row) : space.unitVector(row)));
  const values = new Float32Array(size * size);
  for (let a = 0; a < size; a += 1)
    for (let b = a; b < size; b += 1) {
      const value = measureOf[measure](vectors[a]!, vectors[b]!);
      values[a * size + b] = value;
      values[b * size + a] = value;
    }
  return values;
}

export interface Clustering {
  /** Rows so that what is alike stands side by side. */
  readonly order: number[];
  readonly tree: ClusterMerge[];
}

/**
 * Complete-linkage clustering by nearest-neighbour chains (Murtagh 1983), and an order of its leaves.
 * @param values size × size as {@link similarityMatrix} gives them
 */
export function clusteringOf(values: Float32Array, size: number, measure: Measure): Clustering {
  if (size === 0) return { order: [], tree: [] };
  const sign = isSimilarity(measure) ? -1 : 1;
  const distance = Float64Array.from(values, (value) => sign * value);
  // Each cluster is named by one of its members; the others are gone.
  const leaves = Array.from({ length: size }, (_, at): number[] | null => [at]);
  const alive = new Set(leaves.keys());
  const chain: number[] = [];
  const merges: { readonly first: readonly number[]; readonly second: readonly number[]; value: number }[] =
    [];
  while (alive.size > 1) {
    if (chain.length === 0) chain.push(alive.values().next().value!);
    const tip = chain.at(-1);
    const next = nearest(tip, chain.at(-2), alive, distance, size);
    if (next !== chain.at(-2)) {
      chain.push(next);
      continue;
    }
    chain.length -= 2;
    merges.push({
      first: leaves[next]!,
      second: leaves[tip]!,
      value: sign * distance[next * size + tip]!,
    });
    leaves[next] = joined(leaves[next]!, leaves[tip]!, (a, b) => sign * values[a * size + b]!);
    leaves[tip] = null;
    alive.delete(tip);
    for (const other of alive) {
      if (other === next) continue;
      const farthest = Math.max(distance[next * size + other]!, distance[tip * size + other]!);
      distance[next * size + other] = farthest;
      distance[other * size + next] = farthest;
    }
  }
  const order = leaves[alive.values().next().value!]!;
  return { order, tree: placed(merges, order) };
}

/** Merges by the places of their leaves in the order: every group stands together there. */
function placed(
  merges: readonly { readonly first: readonly number[]; readonly second: readonly number[]; value: number }[],
  order: readonly number[],
): ClusterMerge[] {
  const places = new Map(order.map((row, place) => [row, place]));
  const least = (rows: readonly number[]) => Math.min(...rows.map((row) => places.get(row)!));
  return merges
    .map(({ first, second, value }) => {
      const [start, middle] = [least(first), least(second)].toSorted((a, b) => a - b) as [number, number];
      return { start, middle, end: start + first.length + second.length, value };
    })
    .toSorted((a, b) => a.end - a.start - (b.end - b.start));
}

/** Ties go to the one before on the chain, so that the chain ends. */
function nearest(
  tip: number,
  before: number | undefined,
  alive: ReadonlySet<number>,
  distance: Float64Array,
  size: number,
): number {
  let best = before ?? -1;
  let least = before === undefined ? Infinity : distance[tip * size + before]!;
  for (const other of alive) {
    if (other === tip || !(distance[tip * size + other]! < least)) continue;
    least = distance[tip * size + other]!;
    best = other;
  }
  // Only NaN compares with nothing.
  return best >= 0 ? best : [...alive].find((other) => other !== tip)!;
}

/** Of the four ways of laying two groups side by side, the one whose touching leaves are most alike. */
function joined(
  first: readonly number[],
  second: readonly number[],
  distance: (a: number, b: number) => number,
): number[] {
  const ways = [
    [first, second],
    [first, second.toReversed()],
    [first.toReversed(), second],
    [first.toReversed(), second.toReversed()],
  ] as const;
  const gap = ([a, b]: (typeof ways)[number]) => distance(a.at(-1)!, b[0]!);
  const best = ways.reduce((one, other) => (gap(other) < gap(one) ? other : one));
  return [...best[0], ...best[1]];
}
