import { randomState, randomStream } from '../random.ts';

/** The middle 95 % of what other samples of the same size give; null where there is nothing to draw from. */
export interface Resampled {
  readonly low: number | null;
  readonly high: number | null;
}

const tail = 0.025;

/**
 * The percentile bootstrap of a share (Efron 1979). What questions drawn anew with replacement give is binomial, so that nothing has to be drawn:
 * these are its 2.5 % and 97.5 %.
 * @returns shares, 0 to 1
 */
export function resampledShare(correct: number, total: number): Resampled {
  if (total === 0) return { low: null, high: null };
  const share = correct / total;
  if (share === 0 || share === 1) return { low: share, high: share };
  let low: number | null = null;
  // In logarithms: a thousand questions have a first term of 1e-400.
  let term = total * Math.log1p(-share);
  let sum = 0;
  for (let count = 0; count <= total; count += 1) {
    sum += Math.exp(term);
    if (low === null && sum >= tail) low = count / total;
    if (sum >= 1 - tail) return { low, high: count / total };
    term += Math.log((total - count) / (count + 1)) + Math.log(share / (1 - share));
  }
  return { low, high: 1 };
}

/**
 * The percentile bootstrap of a statistic of pairs of numbers: pairs are drawn anew with replacement.
 * @param statistic may give NaN, which counts for nothing @param seed draws the samples
 */
export function resampledPairs(
  x: readonly number[],
  y: readonly number[],
  statistic: (x: readonly number[], y: readonly number[]) => number,
  { rounds = 500, seed = 1 }: { readonly rounds?: number; readonly seed?: number } = {},
): Resampled {
  if (x.length < 3) return { low: null, high: null };
  const random = randomStream(randomState(seed, x.length));
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const drawn = Array.from(x, () => random.below(x.length));
    const value = statistic(
      drawn.map((at) => x[at]!),
      drawn.map((at) => y[at]!),
    );
    if (Number.isFinite(value)) found.push(value);
  }
  if (found.length === 0) return { low: null, high: null };
  found.sort((a, b) => a - b);
  const at = (share: number) => found[Math.round(share * (found.length - 1))]!;
  return { low: at(tail), high: at(1 - tail) };
}
