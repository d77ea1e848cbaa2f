import { randomState, randomStream } from '../random.ts';

/** Cosines of all targets with all attributes. */
export interface AssociationCosines {
  /** Targets × attributes, row-major; the first targets and the first attributes come first. */
  readonly values: Float64Array;
  readonly targets: readonly [number, number];
  readonly attributes: readonly [number, number];
}

export interface Association {
  /** Of each target: mean cosine with the first attributes − mean cosine with the second. */
  readonly scores: Float64Array;
  readonly effect: number;
  readonly sd: number;
  readonly statistic: number;
}

/**
 * The word embedding association test (Caliskan, Bryson & Narayanan 2017): s(w) = mean cos(w, A) − mean cos(w, B); statistic Σ_X s − Σ_Y s;
 * effect (mean_X s − mean_Y s) ÷ standard deviation of s over X ∪ Y, with n − 1. Positive: the first targets have more with the first attributes.
 * @param without a target or an attribute (counted behind the targets) that is left out
 */
export function association({ values, targets, attributes }: AssociationCosines, without = -1): Association {
  const columns = attributes[0] + attributes[1];
  const all = targets[0] + targets[1];
  const scores = Float64Array.from({ length: all }, (_, row) => {
    const sums = [0, 0];
    const counts = [0, 0];
    for (let column = 0; column < columns; column += 1) {
      if (all + column === without) continue;
      const side = column < attributes[0] ? 0 : 1;
      sums[side] = sums[side]! + values[row * columns + column]!;
      counts[side] = counts[side]! + 1;
    }
    return sums[0]! / counts[0]! - sums[1]! / counts[1]!;
  });
  const kept = [...scores.keys()].filter((row) => row !== without);
  const first = kept.filter((row) => row < targets[0]).map((row) => scores[row]!);
  const second = kept.filter((row) => row >= targets[0]).map((row) => scores[row]!);
  const sd = deviation([...first, ...second]);
  return { scores, effect: (mean(first) - mean(second)) / sd, sd, statistic: sum(first) - sum(second) };
}

export interface PartitionTest {
  readonly p: number;
  readonly pTwoSided: number;
  readonly partitions: number;
  readonly exact: boolean;
}

/** So many divisions are all looked at; of more, so many are drawn. */
const mostPartitions = 100_000;

/**
 * How often targets divided into equal halves by chance differ as much. All divisions where there are 100,000 at most (exact); else the real one and
 * 99,999 drawn ones, so that p is never 0 (Phipson & Smyth 2010).
 * @param scores of the targets, the first half those of the first set; an even number
 */
export function partitionTest(scores: Float64Array, seed: number): PartitionTest {
  const half = scores.length / 2;
  const total = sum(scores);
  // Twice the sum of one half − the sum of all: the statistic of a division.
  const statistic = (chosen: number) => 2 * chosen - total;
  const real = statistic(sum(scores.subarray(0, half)));
  // The last digits depend on the order of the sums.
  const slack = 1e-12 * scores.reduce((most, value) => most + Math.abs(value), 0);
  let [above, beyond, partitions] = [0, 0, 0];
  const count = (chosen: number) => {
    const value = statistic(chosen);
    partitions += 1;
    if (value >= real - slack) above += 1;
    if (Math.abs(value) >= Math.abs(real) - slack) beyond += 1;
  };
  const exact = combinations(scores.length, half) <= mostPartitions;
  if (exact) eachHalf(scores, half, count);
  else {
    count((real + total) / 2);
    const random = randomStream(randomState(seed));
    const drawn = scores.slice();
    while (partitions < mostPartitions) {
      let chosen = 0;
      for (let at = 0; at < half; at += 1) {
        const other = at + random.below(drawn.length - at);
        [drawn[at], drawn[other]] = [drawn[other]!, drawn[at]!];
        chosen += drawn[at]!;
      }
      count(chosen);
    }
  }
  return { p: above / partitions, pTwoSided: beyond / partitions, partitions, exact };
}

function eachHalf(scores: Float64Array, half: number, visit: (sum: number) => void): void {
  const choose = (from: number, missing: number, chosen: number): void => {
    if (missing === 0) {
      visit(chosen);
      return;
    }
    for (let at = from; at <= scores.length - missing; at += 1)
      choose(at + 1, missing - 1, chosen + scores[at]!);
  };
  choose(0, half, 0);
}

/** Of so many things, taken so many at a time. */
function combinations(of: number, taken: number): number {
  let ways = 1;
  for (let at = 1; at <= taken; at += 1) ways = (ways * (of - taken + at)) / at;
  return Math.round(ways);
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < values.length; at += 1) total += values[at]!;
  return total;
}

const mean = (values: ArrayLike<number>) => sum(values) / values.length;

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1));
}
