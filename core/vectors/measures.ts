import type { Measure } from '../contract/search.ts';
import { dot } from './vector-space.ts';

/** How alike two vectors are: similarity for cosine and dot, distance for the others. In double precision. */
export const measureOf: Readonly<Record<Measure, (a: ArrayLike<number>, b: ArrayLike<number>) => number>> = {
  cosine: (a, b) => {
    const lengths = Math.sqrt(dot(a, a) * dot(b, b));
    return lengths > 0 ? dot(a, b) / lengths : 0;
  },
  dot,
  euclidean: (a, b) => Math.sqrt(folded(a, b, (sum, difference) => sum + difference * difference)),
  manhattan: (a, b) => folded(a, b, (sum, difference) => sum + Math.abs(difference)),
  chebyshev: (a, b) => folded(a, b, (most, difference) => Math.max(most, Math.abs(difference))),
};

/** True where a larger number means more alike. */
export const isSimilarity = (measure: Measure) => measure === 'cosine' || measure === 'dot';

function folded(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  fold: (sofar: number, difference: number) => number,
): number {
  let result = 0;
  for (let at = 0; at < a.length; at += 1) result = fold(result, a[at]! - b[at]!);
  return result;
}
