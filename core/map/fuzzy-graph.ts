import type { NearestRows } from './nearest-rows.ts';
import { exponential, logarithm } from './series.ts';

/** Edges in both directions, by their first ends. */
export interface FuzzyGraph {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Above 0, at most 1. */
  readonly weights: Float64Array;
}

const mostSteps = 64;
const tolerance = 1e-5;
const leastWidth = 1e-3;

/**
 * Who is near whom, and how much, in the eyes of UMAP: e^−(distance − that of the nearest) ÷ width, the width such that the weights of a point sum up to the logarithm (base 2) of the
 * neighbours; of two points that see each other differently a + b − a · b (McInnes, Healy & Melville 2018, algorithms 2 and 3).
 * @param neighbours that a point has, itself among them
 */
export function fuzzyGraph({ each, rows, distances }: NearestRows, neighbours: number): FuzzyGraph {
  const others = neighbours - 1;
  const points = each === 0 ? 0 : rows.length / each;
  const strengths = new Float64Array(points * others);
  const target = logarithm(neighbours) / logarithm(2);
  let all = 0;
  for (let point = 0; point < points; point += 1)
    for (let at = 0; at < others; at += 1) all += distances[point * each + at]!;
  const meanOfAll = all / (points * neighbours);
  for (let point = 0; point < points; point += 1) {
    const own = distances.subarray(point * each, point * each + others);
    const nearest = own.find((distance) => distance > 0) ?? 0;
    const width = fittedWidth(own, nearest, target);
    const mean = nearest > 0 ? own.reduce((sum, distance) => sum + distance, 0) / neighbours : meanOfAll;
    const least = Math.max(width, leastWidth * mean);
    for (let at = 0; at < others; at += 1) {
      const above = own[at]! - nearest;
      strengths[point * others + at] = above <= 0 ? 1 : exponential(-above / least);
    }
  }
  return symmetric(points, others, (point, at) => rows[point * each + at]!, strengths);
}

function fittedWidth(distances: Float64Array, nearest: number, target: number): number {
  let [low, high, width] = [0, Infinity, 1];
  for (let step = 0; step < mostSteps; step += 1) {
    let sum = 0;
    for (const distance of distances)
      sum += distance > nearest ? exponential(-(distance - nearest) / width) : 1;
    if (Math.abs(sum - target) < tolerance) break;
    if (sum > target) high = width;
    else low = width;
    width = high === Infinity ? width * 2 : (low + high) / 2;
  }
  return width;
}

function symmetric(
  points: number,
  others: number,
  neighbour: (point: number, at: number) => number,
  strengths: Float64Array,
): FuzzyGraph {
  // Who has a point among its neighbours.
  const starts = new Uint32Array(points + 1);
  for (let point = 0; point < points; point += 1)
    for (let at = 0; at < others; at += 1) starts[neighbour(point, at) + 1]! += 1;
  for (let point = 0; point < points; point += 1) starts[point + 1]! += starts[point]!;
  const next = starts.slice();
  const seen = new Uint32Array(points * others);
  for (let point = 0; point < points; point += 1)
    for (let at = 0; at < others; at += 1) {
      const other = neighbour(point, at);
      seen[next[other]!] = point * others + at;
      next[other]! += 1;
    }
  const most = points * others * 2;
  const [first, second, weights] = [new Uint32Array(most), new Uint32Array(most), new Float64Array(most)];
  let edges = 0;
  const placeOf = new Int32Array(points).fill(-1);
  for (let point = 0; point < points; point += 1) {
    const begin = edges;
    for (let at = 0; at < others; at += 1) {
      const other = neighbour(point, at);
      placeOf[other] = edges;
      first[edges] = point;
      second[edges] = other;
      weights[edges] = strengths[point * others + at]!;
      edges += 1;
    }
    for (let at = starts[point]!; at < starts[point + 1]!; at += 1) {
      const edge = seen[at]!;
      const other = Math.floor(edge / others);
      const strength = strengths[edge]!;
      const there = placeOf[other]!;
      if (there >= begin) {
        weights[there] = weights[there]! + strength - weights[there]! * strength;
        continue;
      }
      first[edges] = point;
      second[edges] = other;
      weights[edges] = strength;
      edges += 1;
    }
  }
  return {
    first: first.subarray(0, edges),
    second: second.subarray(0, edges),
    weights: weights.subarray(0, edges),
  };
}
