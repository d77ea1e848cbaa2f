import type { NearestRows } from './nearest-rows.ts';
import { quadTree } from './quad-tree.ts';
import { exponential, logarithm } from './series.ts';

/** How near pairs of points are, symmetric, as a list of pairs i < j with p of both directions together; the sum is 1. */
export interface Affinities {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly values: Float64Array;
}

/** Neighbours for each unit of perplexity (van der Maaten 2014). */
const nearPerPerplexity = 3;
const theta = 0.5;
const iterations = 1000;
/** At first, near points are drawn together more strongly. */
const early = { iterations: 250, factor: 12, momentum: 0.5 } as const;
const lateMomentum = 0.8;
/** Spread of the start in its first direction (Kobak & Berens 2019). */
const startSpread = 1e-4;

/** The perplexity that so many points can bear, 30 at most, and the neighbours that it asks for. */
export function tsneSize(points: number): { readonly perplexity: number; readonly neighbours: number } {
  const perplexity = Math.max(1, Math.min(30, Math.floor((points - 1) / nearPerPerplexity)));
  return { perplexity, neighbours: Math.min(points - 1, nearPerPerplexity * perplexity) };
}

/**
 * t-SNE (van der Maaten & Hinton 2008) by Barnes–Hut (van der Maaten 2014), from a given start, with early exaggeration and a learning rate of
 * points ÷ 12, at least 50 (Belkina et al. 2019). Nothing is left to chance. Yields the share done, 0 to 1.
 * @param nearest as many as {@link tsneSize} asks for
 * @param start points × 2
 */
export function* tsneLayout(
  nearest: NearestRows,
  start: Float64Array,
): Generator<number, Float64Array, undefined> {
  const points = start.length / 2;
  const affinities = affinitiesOf(nearest, tsneSize(points).perplexity);
  const places = scaledStart(start);
  const rate = Math.max(50, points / early.factor);
  const moves = new Float64Array(places.length);
  const gains = new Float64Array(places.length).fill(1);
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const isEarly = iteration < early.iterations;
    const { gradient } = tsneGradient(affinities, places, theta, isEarly ? early.factor : 1);
    const momentum = isEarly ? early.momentum : lateMomentum;
    for (let at = 0; at < places.length; at += 1) {
      const turned = gradient[at]! > 0 !== moves[at]! > 0;
      gains[at] = Math.max(0.01, turned ? gains[at]! + 0.2 : gains[at]! * 0.8);
      moves[at] = momentum * moves[at]! - rate * gains[at]! * gradient[at]!;
      places[at]! += moves[at]!;
    }
    centre(places);
    yield (iteration + 1) / iterations;
  }
  return places;
}

/**
 * The gradient of the Kullback–Leibler divergence by the places of the points: 4 Σⱼ (p − q) w (yᵢ − yⱼ), w = 1 ÷ (1 + distance²); and the divergence over the
 * pairs that have a p, in nats.
 * @param theta of {@link quadTree}; 0 is exact
 * @param factor that p is multiplied by
 */
export function tsneGradient(
  { first, second, values }: Affinities,
  places: Float64Array,
  theta: number,
  factor = 1,
): { readonly gradient: Float64Array; readonly divergence: number } {
  const points = places.length / 2;
  const tree = quadTree(places);
  const gradient = new Float64Array(places.length);
  const force = new Float64Array(2);
  let all = 0;
  for (let point = 0; point < points; point += 1) {
    force.fill(0);
    all += tree.repulsion(point, theta, force);
    gradient[point * 2] = force[0]!;
    gradient[point * 2 + 1] = force[1]!;
  }
  for (let at = 0; at < gradient.length; at += 1) gradient[at] = (-4 * gradient[at]!) / all;
  let divergence = 0;
  for (let pair = 0; pair < values.length; pair += 1) {
    const [i, j, p] = [first[pair]! * 2, second[pair]! * 2, values[pair]!];
    const [dx, dy] = [places[i]! - places[j]!, places[i + 1]! - places[j + 1]!];
    const w = 1 / (1 + dx * dx + dy * dy);
    // p of a pair is that of both directions; each point has half of it.
    const pull = 2 * factor * p * w;
    gradient[i]! += pull * dx;
    gradient[i + 1]! += pull * dy;
    gradient[j]! -= pull * dx;
    gradient[j + 1]! -= pull * dy;
    if (p > 0) divergence += p * Math.log((p * all) / (2 * w));
  }
  return { gradient, divergence };
}

/** p(j | i) by a Gaussian whose width gives the perplexity, then the mean of both directions. */
export function affinitiesOf({ each, rows, distances }: NearestRows, perplexity: number): Affinities {
  const points = each === 0 ? 0 : rows.length / each;
  const pairs = new Map<number, number>();
  const shares = new Float64Array(each);
  for (let point = 0; point < points; point += 1) {
    // Of vectors of length 1, distance² = 2 (1 − cosine).
    const squares = Array.from({ length: each }, (_, at) => 2 * distances[point * each + at]!);
    fitWidth(squares, logarithm(perplexity), shares);
    for (let at = 0; at < each; at += 1) {
      const other = rows[point * each + at]!;
      const key = Math.min(point, other) * points + Math.max(point, other);
      pairs.set(key, (pairs.get(key) ?? 0) + shares[at]! / points);
    }
  }
  const keys = Float64Array.from(pairs.keys()).sort();
  return {
    first: Uint32Array.from(keys, (key) => Math.floor(key / points)),
    second: Uint32Array.from(keys, (key) => key % points),
    values: Float64Array.from(keys, (key) => pairs.get(key)!),
  };
}

/** Halves the interval of β = 1 ÷ 2σ² until the entropy is right. */
function fitWidth(squares: readonly number[], entropy: number, shares: Float64Array): void {
  const least = Math.min(...squares);
  let [beta, low, high] = [1, 0, Infinity];
  for (let step = 0; step < 64; step += 1) {
    let [sum, weighted] = [0, 0];
    squares.forEach((square, at) => {
      const share = exponential(-beta * (square - least));
      shares[at] = share;
      sum += share;
      weighted += share * (square - least);
    });
    for (let at = 0; at < squares.length; at += 1) shares[at]! /= sum;
    const off = logarithm(sum) + (beta * weighted) / sum - entropy;
    if (Math.abs(off) < 1e-9) return;
    if (off > 0) low = beta;
    else high = beta;
    beta = high === Infinity ? beta * 2 : (low + high) / 2;
  }
}

function scaledStart(start: Float64Array): Float64Array {
  const points = start.length / 2;
  let squares = 0;
  for (let at = 0; at < start.length; at += 2) squares += start[at]! * start[at]!;
  const spread = Math.sqrt(squares / points);
  return start.map((value) => (spread > 0 ? (value / spread) * startSpread : 0));
}

function centre(places: Float64Array): void {
  for (let axis = 0; axis < 2; axis += 1) {
    let sum = 0;
    for (let at = axis; at < places.length; at += 2) sum += places[at]!;
    for (let at = axis; at < places.length; at += 2) places[at]! -= (2 * sum) / places.length;
  }
}
