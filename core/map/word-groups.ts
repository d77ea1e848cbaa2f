/** Points that lie together, as k-means finds them. */
export interface WordGroups {
  /** Of each point the number of its group, from 0. The largest group is 0. */
  readonly of: Uint8Array;
  /** Of each group the points nearest to its centre, the nearest first. */
  readonly middles: readonly (readonly number[])[];
}

/** Points that stand for a group. */
const mostMiddles = 3;
const mostRounds = 25;

/**
 * Spherical k-means (Dhillon & Modha 2001). The first centres lie far from each other: the first point, then always that which is least like any
 * of those before. Nothing is drawn, so that the same points have the same groups everywhere. Yields the share done, 0 to 1.
 * @param values points × dimensions, each at length 1
 * @param groups at most; fewer where there are fewer points
 */
export function* wordGroups(
  values: Float32Array,
  dimensions: number,
  groups: number,
): Generator<number, WordGroups, undefined> {
  const points = dimensions === 0 ? 0 : values.length / dimensions;
  const most = Math.min(groups, points, 255);
  if (most === 0) return { of: new Uint8Array(points), middles: [] };
  const centres = firstCentres(values, dimensions, most);
  const of = new Uint8Array(points);
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = assign(values, dimensions, centres, of);
    if (moved === 0 && round > 0) break;
    recentre(values, dimensions, centres, of);
    yield (round + 1) / mostRounds;
  }
  return bySize(values, dimensions, centres, of);
}

function firstCentres(values: Float32Array, dimensions: number, groups: number): Float64Array {
  const points = values.length / dimensions;
  const centres = new Float64Array(groups * dimensions);
  /** Of each point with the centre that is most like it. */
  const highest = new Float64Array(points).fill(-Infinity);
  let next = 0;
  for (let group = 0; group < groups; group += 1) {
    centres.set(values.subarray(next * dimensions, (next + 1) * dimensions), group * dimensions);
    let least = Infinity;
    for (let point = 0; point < points; point += 1) {
      highest[point] = Math.max(highest[point]!, likeness(values, point, centres, group, dimensions));
      if (highest[point]! >= least) continue;
      least = highest[point]!;
      next = point;
    }
  }
  return centres;
}

/** Puts each point to the centre that is most like it. @returns how many changed */
function assign(values: Float32Array, dimensions: number, centres: Float64Array, of: Uint8Array): number {
  const groups = centres.length / dimensions;
  let moved = 0;
  for (let point = 0; point < of.length; point += 1) {
    let [best, highest] = [0, -Infinity];
    for (let group = 0; group < groups; group += 1) {
      const sum = likeness(values, point, centres, group, dimensions);
      if (sum <= highest) continue;
      best = group;
      highest = sum;
    }
    if (of[point] !== best) moved += 1;
    of[point] = best;
  }
  return moved;
}

function likeness(
  values: Float32Array,
  point: number,
  centres: Float64Array,
  group: number,
  dimensions: number,
): number {
  const [a, b] = [point * dimensions, group * dimensions];
  let sum = 0;
  for (let at = 0; at < dimensions; at += 1) sum += values[a + at]! * centres[b + at]!;
  return sum;
}

/** A group that has lost all its points keeps its centre. */
function recentre(values: Float32Array, dimensions: number, centres: Float64Array, of: Uint8Array): void {
  const sums = new Float64Array(centres.length);
  of.forEach((group, point) => {
    const [from, to] = [point * dimensions, group * dimensions];
    for (let at = 0; at < dimensions; at += 1) sums[to + at]! += values[from + at]!;
  });
  for (let from = 0; from < sums.length; from += dimensions) {
    let squares = 0;
    for (let at = 0; at < dimensions; at += 1) squares += sums[from + at]! * sums[from + at]!;
    if (squares === 0) continue;
    const scale = 1 / Math.sqrt(squares);
    for (let at = 0; at < dimensions; at += 1) centres[from + at] = sums[from + at]! * scale;
  }
}

function bySize(values: Float32Array, dimensions: number, centres: Float64Array, of: Uint8Array): WordGroups {
  const groups = centres.length / dimensions;
  const members: number[][] = Array.from({ length: groups }, () => []);
  of.forEach((group, point) => members[group]!.push(point));
  const order = [...members.keys()]
    .filter((group) => members[group]!.length > 0)
    .sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const number = new Map(order.map((group, at) => [group, at]));
  const middles = order.map((group) =>
    members[group]!.map((point) => ({ point, like: likeness(values, point, centres, group, dimensions) }))
      .sort((a, b) => b.like - a.like || a.point - b.point)
      .slice(0, mostMiddles)
      .map(({ point }) => point),
  );
  return { of: of.map((group) => number.get(group)!), middles };
}
