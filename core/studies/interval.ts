/** A score that lies between −1 and 1 as a cosine does, or any number; or one of runs that were not drawn by chance, which have a range and no interval. */
export type Scale = 'cosine' | 'plain' | 'range';

export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The 95 % interval of a score from what the runs of a study say of it: score ± t · √(mean of (run − score)²), cosines on Fisher’s z
 * = artanh(cosine). What counts is how far the runs lie from the model, their common shift as well as their scatter: that shift is the
 * bootstrap’s estimate of how far the model itself lies from the truth (Efron & Tibshirani 1993, chapters 10 and 12; z: Fisher 1921).
 * The middle of the runs by itself is too narrow and beside the score. t: of Student with as many degrees of freedom as there are runs.
 * @param values of the runs that can answer
 * @returns null below two of them
 */
export function intervalAround(score: number, values: readonly number[], scale: Scale): Interval {
  if (values.length < 2) return { low: null, high: null };
  if (scale === 'range') return { low: Math.min(score, ...values), high: Math.max(score, ...values) };
  const [to, from] = scale === 'cosine' ? [fisherZ, Math.tanh] : [plain, plain];
  const centre = to(score);
  const squares = values.reduce((sum, value) => sum + (to(value) - centre) ** 2, 0);
  const half = studentT(values.length) * Math.sqrt(squares / values.length);
  // Rounding must not put the score beside its own interval.
  return { low: Math.min(score, from(centre - half)), high: Math.max(score, from(centre + half)) };
}

const plain = (value: number) => value;

/** Cosines of 1 have no z: the nearest float32 has. */
const largest = 1 - 2 ** -24;
const fisherZ = (cosine: number) => Math.atanh(Math.max(-largest, Math.min(largest, cosine)));

/**
 * 97.5 % of Student’s t, by the expansion around the normal distribution (Abramowitz & Stegun 1964, 26.7.5): within 1 % from two
 * degrees of freedom on, within .02 % from five on.
 */
export function studentT(degrees: number): number {
  const z = 1.959963984540054;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, at) => sum + term / degrees ** (at + 1), z);
}
