import { contrast } from './association.ts';
import { betaCdf, betaQuantile } from './beta.ts';

/** A word in two corpora: `target` times among `targetSize`, `reference` times among `referenceSize`; tokens, or texts that hold it. */
export interface Contrasted {
  readonly target: number;
  readonly targetSize: number;
  readonly reference: number;
  readonly referenceSize: number;
}

const isOverused = ({ target, targetSize, reference, referenceSize }: Contrasted) =>
  target * referenceSize >= reference * targetSize;

/** G² over the whole table (Dunning 1993), negative where the word is rarer in the target. */
export function keynessLikelihood(word: Contrasted): number {
  const value = contrast(word.target, word.targetSize, word.reference, word.referenceSize);
  return isOverused(word) ? value : -value;
}

/** G² of the two cells of the word alone (Rayson & Garside 2000), as UCREL’s calculator and WordSmith have it; signed. */
export function twoTermLikelihood(word: Contrasted): number {
  const { target, targetSize, reference, referenceSize } = word;
  const rate = (target + reference) / (targetSize + referenceSize);
  const term = (seen: number, size: number) => (seen > 0 ? seen * Math.log(seen / (size * rate)) : 0);
  const value = 2 * (term(target, targetSize) + term(reference, referenceSize));
  return isOverused(word) ? value : -value;
}

/** log₂ of the ratio of the relative frequencies, half an occurrence added to each (Walter 1975): in bits, 1 is twice as frequent. */
export function walterLogRatio({ target, targetSize, reference, referenceSize }: Contrasted): number {
  return (
    Math.log2((target + 0.5) / (targetSize + 0.5)) - Math.log2((reference + 0.5) / (referenceSize + 0.5))
  );
}

/**
 * LRC (Evert 2022): the Log Ratio that is sure. Of the exact conditional interval of the ratio (Clopper–Pearson) the bound that is nearer
 * to “no difference”; 0 where the interval holds that.
 * @param family number of words that are tested: the level is divided by it (Bonferroni)
 * @param level share of intervals that miss the ratio, both sides together
 */
export function conservativeLogRatio(word: Contrasted, family = 1, level = 0.05): number {
  const { target, targetSize, reference, referenceSize } = word;
  const tail = level / family / 2;
  const ratio = (share: number) => (referenceSize / targetSize) * (share / (1 - share));
  // Of most words the interval holds “no difference”: that is told without looking for its bounds.
  const even = targetSize / (targetSize + referenceSize);
  if (isOverused(word)) {
    if (target === 0 || betaCdf(even, target, reference + 1) >= tail) return 0;
    const low = ratio(betaQuantile(tail, target, reference + 1));
    return low > 1 ? Math.log2(low) : 0;
  }
  if (reference > 0 && betaCdf(even, target + 1, reference) <= 1 - tail) return 0;
  const high = reference === 0 ? Infinity : ratio(betaQuantile(1 - tail, target + 1, reference));
  return high < 1 ? Math.log2(high) : 0;
}

/** Difference of the relative frequencies in per cent of that of the reference (Gabrielatos & Marchi 2011); Infinity where that is 0. */
export function percentDifference({ target, targetSize, reference, referenceSize }: Contrasted): number {
  const [a, b] = [target / targetSize, reference / referenceSize];
  return b === 0 ? (a === 0 ? 0 : Infinity) : (100 * (a - b)) / b;
}

/** Odds of the word in the target to those in the reference. */
export function oddsRatio({ target, targetSize, reference, referenceSize }: Contrasted): number {
  return (target * (referenceSize - reference)) / (reference * (targetSize - target));
}

/** Bayes factor of G² by the BIC (Wilson 2013): above 2 positive, 6 strong, 10 very strong evidence of a difference. */
export function bayesFactor(word: Contrasted): number {
  return Math.abs(keynessLikelihood(word)) - Math.log(word.targetSize + word.referenceSize);
}

/** Kilgarriff’s simple maths (2009): ratio of the frequencies per million after adding `smoothing` to both: 1 for rare, 100 for frequent words. */
export function simpleMaths(
  { target, targetSize, reference, referenceSize }: Contrasted,
  smoothing: number,
): number {
  return ((1e6 * target) / targetSize + smoothing) / ((1e6 * reference) / referenceSize + smoothing);
}

/**
 * Fisher’s exact test, two-sided: the probability of all tables that are no likelier than this one. Tables are walked from the likeliest one
 * on, each by its ratio to the one before; below what a float64 holds p is 0.
 */
export function fisherExact({ target, targetSize, reference, referenceSize }: Contrasted): number {
  const words = target + reference;
  const total = targetSize + referenceSize;
  const [least, most] = [Math.max(0, words - referenceSize), Math.min(words, targetSize)];
  const likeliest = Math.min(
    most,
    Math.max(least, Math.floor(((words + 1) * (targetSize + 1)) / (total + 2))),
  );
  // Ratio of a table with a + 1 occurrences in the target to one with a.
  const ratio = (a: number) => ((words - a) * (targetSize - a)) / ((a + 1) * (referenceSize - words + a + 1));
  let here = 1;
  for (let a = likeliest; a < target; a++) here *= ratio(a);
  for (let a = likeliest; a > target; a--) here /= ratio(a - 1);
  const bound = here * (1 + 1e-7);
  let [all, unlikely] = [1, 1 <= bound ? 1 : 0];
  const add = (value: number) => {
    all += value;
    if (value <= bound) unlikely += value;
    // What follows is smaller still.
    return value > here * 1e-18 && value > 0;
  };
  let value = 1;
  for (let a = likeliest; a < most; a++) if (!add((value *= ratio(a)))) break;
  value = 1;
  for (let a = likeliest; a > least; a--) if (!add((value /= ratio(a - 1)))) break;
  return Math.min(1, unlikely / all);
}

/** What a rank-sum test says. */
export interface RankSum {
  /** Standard normal deviate, positive where the target’s rates are the higher ones. */
  readonly z: number;
  /** Two-sided. */
  readonly p: number;
}

/**
 * Wilcoxon’s rank-sum test over the rates of a word in the texts of two corpora, by the normal approximation with corrections for ties and
 * continuity, as R’s `wilcox.test(exact = FALSE)`.
 */
export function rankSum(target: readonly number[], reference: readonly number[]): RankSum {
  const all = [
    ...target.map((rate) => ({ rate, own: true })),
    ...reference.map((rate) => ({ rate, own: false })),
  ];
  all.sort((a, b) => a.rate - b.rate);
  let ranks = 0;
  let ties = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.rate === all[from]!.rate) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]!.own) ranks += rank;
    const count = to - from;
    ties += count * count * count - count;
    from = to;
  }
  const [m, n] = [target.length, reference.length];
  const difference = ranks - (m * (m + 1)) / 2 - (m * n) / 2;
  const variance = ((m * n) / 12) * (m + n + 1 - ties / ((m + n) * (m + n - 1)));
  if (!(variance > 0)) return { z: 0, p: 1 };
  const z = (difference - 0.5 * Math.sign(difference)) / Math.sqrt(variance);
  return { z, p: Math.min(1, 2 * normalTail(Math.abs(z))) };
}

/** Probability of a standard normal number above z ≥ 0: the complementary error function by its continued fraction or series. */
export function normalTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2.5) {
    let term = z;
    let sum = z;
    for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 200; k++) {
      term *= (z * z) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let k = 200; k > 0; k--) fraction = k / (z + fraction);
  return density / (z + fraction);
}

/** A G² above this has a p below `level` ÷ `family` with one degree of freedom. */
export function criticalLikelihood(level: number, family: number): number {
  const wanted = level / family / 2;
  let [low, high] = [0, 40];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (normalTail(middle) > wanted) low = middle;
    else high = middle;
  }
  return low * low;
}
