import type { PairsEvaluation } from '../contract/search.ts';
import { measureOf } from '../vectors/measures.ts';
import type { VectorSpace } from '../vectors/vector-space.ts';
import type { RowOfWord } from './analogy-evaluation.ts';
import type { RatedPairs } from './rated-pairs.ts';
import { resampledPairs } from './resampled.ts';

/**
 * Correlation of cosine similarities with ratings; pairs with an unknown word are left out and lower the coverage.
 * @param onProgress told the share done, 0 to 1; may throw to stop
 */
export function evaluatePairs(
  space: VectorSpace,
  { pairs, column, heading }: RatedPairs,
  rowOf: RowOfWord,
  onProgress?: (share: number) => void,
): PairsEvaluation {
  const similarities: number[] = [];
  const ratings: number[] = [];
  for (const [at, { first, second, rating }] of pairs.entries()) {
    if (at % 1024 === 0) onProgress?.(at / pairs.length);
    const a = rowOf(first);
    const b = rowOf(second);
    if (a === undefined || b === undefined) continue;
    similarities.push(measureOf.cosine(space.vector(a), space.vector(b)));
    ratings.push(rating);
  }
  const spearman = (x: readonly number[], y: readonly number[]) => pearson(ranks(x), ranks(y));
  return {
    pearson: pearson(similarities, ratings),
    spearman: spearman(similarities, ratings),
    ...resampledPairs(similarities, ratings, spearman),
    pairs: ratings.length,
    coverage: ratings.length / pairs.length,
    ratings: { column, heading },
  };
}

/** Product-moment correlation; NaN for fewer than two pairs or where all are alike. */
export function pearson(x: readonly number[], y: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  x.forEach((value, at) => {
    const [dx, dy] = [value - meanX, y[at]! - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  });
  return xy / Math.sqrt(xx * yy);
}

/** From 1; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at += 1) result[order[at]!] = (from + 1 + to) / 2;
    from = to;
  }
  return result;
}
