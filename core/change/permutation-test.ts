import { betaQuantile } from '../lines/beta.ts';

/** What random divisions of the texts say of a word. */
export interface WordTest {
  /** Mean score over the divisions: what the word would have if nothing had changed. */
  readonly expected: number;
  /** How many standard deviations of the divisions the score lies above. */
  readonly excess: number;
  /** Share of the divisions of all words whose excess is at least as large, the real one among them. */
  readonly p: number;
  /**
   * Smallest false discovery rate at which the word counts as found (Benjamini & Hochberg 1995), and no less than the share of divisions in which some word would be found at it. That share is
   * known from so many divisions only: it is taken at its upper limit, which is too small once in twenty times (Clopper & Pearson 1934).
   */
  readonly q: number;
}

/** Scores of the random divisions, one array for each, ready to hold others against. */
export interface NullScores {
  readonly divisions: readonly Float64Array[];
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** Excesses of all words in all divisions, each by the other divisions; ascending. */
  readonly excesses: Float64Array;
  /** The smallest rate at which a word of each division would have been found; ascending. */
  readonly leastRates: Float64Array;
  /** The largest share of all divisions that can be believed where so many of these have something: from none to all. */
  readonly shares: Float64Array;
}

/** A score that hardly varies is held against this, lest rounding look like a finding. */
const rounding = 1e-9;
/** How sure the share of divisions that find something is to be. */
const sure = 0.95;

/**
 * Each word is held against its own divisions, since rare and bursty words vary more; how large an excess is by chance is read off all words together, so that few divisions
 * give small p (Tusher, Tibshirani & Chu 2001).
 * @param divisions scores of each word in each random division; NaN where a word cannot be compared
 * @param resolution least deviation that is believed, for scores that move in steps
 */
export function nullScores(divisions: readonly Float64Array[], resolution = rounding): NullScores {
  const spread = (count: number, sum: number, squares: number) =>
    Math.max(resolution, Math.sqrt(Math.max(0, (squares - (sum * sum) / count) / (count - 1))));
  const words = divisions[0]?.length ?? 0;
  const [mean, deviation] = [new Float64Array(words), new Float64Array(words)];
  const ofDivisions: number[][] = divisions.map(() => []);
  for (let word = 0; word < words; word += 1) {
    let [count, sum, squares] = [0, 0, 0];
    for (const scores of divisions) {
      const score = scores[word]!;
      if (Number.isNaN(score)) continue;
      count += 1;
      sum += score;
      squares += score * score;
    }
    // Too unevenly spread over the texts: most divisions leave one side without it.
    const isEnough = count >= Math.max(3, divisions.length / 2);
    mean[word] = isEnough ? sum / count : NaN;
    deviation[word] = isEnough ? spread(count, sum, squares) : NaN;
    if (!isEnough) continue;
    divisions.forEach((scores, division) => {
      const score = scores[word]!;
      if (Number.isNaN(score)) return;
      const [others, otherSum, otherSquares] = [count - 1, sum - score, squares - score * score];
      ofDivisions[division]!.push((score - otherSum / others) / spread(others, otherSum, otherSquares));
    });
  }
  const excesses = Float64Array.from(ofDivisions.flat()).sort();
  // Each division is among those that it is held against, as the real one is.
  const leastRates = Float64Array.from(ofDivisions, (own) =>
    falseDiscoveryRates(own.map((excess) => atLeast(excesses, excess) / excesses.length)).reduce(
      (least, rate) => Math.min(least, rate),
      1,
    ),
  ).sort();
  const all = divisions.length;
  const shares = Float64Array.from({ length: all + 1 }, (_, count) =>
    count === all ? 1 : betaQuantile(sure, count + 1, all - count),
  );
  return { divisions, mean, deviation, excesses, leastRates, shares };
}

/** @param scores of the division that is asked about; null for words that cannot be compared */
export function testScores(
  { mean, deviation, excesses, leastRates, shares }: NullScores,
  scores: Float64Array,
): (WordTest | null)[] {
  const tests = [...scores].map((score, word) => {
    const expected = mean[word]!;
    if (Number.isNaN(score) || Number.isNaN(expected)) return null;
    const excess = (score - expected) / deviation[word]!;
    return { expected, excess, p: (1 + atLeast(excesses, excess)) / (1 + excesses.length) };
  });
  const rates = falseDiscoveryRates(tests.flatMap((test) => test?.p ?? []));
  let next = 0;
  return tests.map((test) => {
    if (test === null) return null;
    const rate = rates[next++]!;
    return { ...test, q: Math.max(rate, shares[atMost(leastRates, rate)]!) };
  });
}

/** Smallest rate at which each is found, by the step-up procedure of Benjamini & Hochberg (1995). */
export function falseDiscoveryRates(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const rates = new Array<number>(values.length);
  let least = 1;
  order.forEach((at, behind) => {
    least = Math.min(least, (values[at]! * values.length) / (values.length - behind));
    rates[at] = least;
  });
  return rates;
}

/** How many of ascending numbers are no larger. */
function atMost(sorted: Float64Array, value: number): number {
  const above = sorted.findIndex((one) => one > value);
  return above < 0 ? sorted.length : above;
}

/** How many of ascending numbers are at least so large. */
function atLeast(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return sorted.length - from;
}
