import { randomState, randomStream, shuffle } from '../random.ts';
import { quantile } from '../studies/spread.ts';
import { nullScores, testScores, type WordTest } from './permutation-test.ts';
import type { Division } from './temporal-referencing.ts';

export interface ChangeCourse {
  /** Random divisions that the real one is held against. */
  readonly divisions: number;
  /** Drawings with replacement within each period, for the interval. */
  readonly resamples: number;
  /** Further random divisions that are tested as if they were real. */
  readonly splits: number;
  readonly seed: number;
}

export interface MeasuredChange {
  readonly scores: Float64Array;
  readonly tests: readonly (WordTest | null)[];
  readonly intervals: readonly { readonly low: number | null; readonly high: number | null }[];
  readonly control: {
    readonly splits: number;
    /** Splits in which at least one word was found at a false discovery rate of 5 %. */
    readonly withFindings: number;
    /** Words found in a split, on average. */
    readonly meanFound: number;
  };
}

/** Purposes of random numbers: each has streams of its own. */
const purpose = { division: 31, resample: 32, split: 33 } as const;

/** At this false discovery rate a word counts as found. */
export const foundAt = 0.05;

/** How many comparisons there are: the real one, then divisions, drawings and splits. */
export const comparisonsIn = ({ divisions, resamples, splits }: Omit<ChangeCourse, 'seed'>): number =>
  1 + divisions + resamples + splits;

/**
 * The texts of one comparison. It hangs on its number alone, so that comparisons can be made in any order and by several threads.
 * @param sides 0 or 1 for each text: the real division
 * @param number 0 for the real one
 */
export function divisionNumber(
  sides: Uint8Array,
  { divisions, resamples, seed }: ChangeCourse,
  number: number,
): Division {
  if (number === 0) return { sides };
  if (number <= divisions)
    return { sides: dividedByChance(sides, randomState(seed, purpose.division, number)) };
  const drawing = number - divisions;
  if (drawing <= resamples)
    return { sides, times: drawnWithin(sides, randomState(seed, purpose.resample, drawing)) };
  return { sides: dividedByChance(sides, randomState(seed, purpose.split, drawing - resamples)) };
}

/**
 * The change of every word between two periods, whether chance explains it, and whether the test itself can be believed on these texts.
 * @param all scores of every comparison, in the order of their numbers
 * @param resolution of the scores, see {@link nullScores}
 */
export function judgedChange(
  { divisions, resamples, splits }: ChangeCourse,
  all: readonly Float64Array[],
  resolution?: number,
): MeasuredChange {
  const scores = all[0]!;
  const chance = nullScores(all.slice(1, 1 + divisions), resolution);
  const again = all.slice(1 + divisions, 1 + divisions + resamples);
  const found = all
    .slice(1 + divisions + resamples)
    .map((one) => testScores(chance, one).filter((test) => test !== null && test.q <= foundAt).length);
  return {
    scores,
    tests: testScores(chance, scores),
    intervals: [...scores].map((score, word) =>
      centredInterval(
        score,
        again.map((one) => one[word]!).filter((value) => !Number.isNaN(value)),
      ),
    ),
    control: {
      splits,
      withFindings: found.filter((count) => count > 0).length,
      meanFound: splits === 0 ? 0 : found.reduce((sum, count) => sum + count, 0) / splits,
    },
  };
}

/** As many texts on each side, drawn without replacement. */
function dividedByChance(sides: Uint8Array, state: Uint32Array): Uint8Array {
  return shuffle(sides.slice(), randomStream(state));
}

/** Each period of as many texts, drawn from its own with replacement. */
export function drawnWithin(sides: Uint8Array, state: Uint32Array): Uint32Array {
  const random = randomStream(state);
  const times = new Uint32Array(sides.length);
  for (const side of new Set([...sides].sort((a, b) => a - b))) {
    const own = [...sides.keys()].filter((text) => sides[text] === side);
    for (let draw = 0; draw < own.length; draw += 1) {
      const text = own[random.below(own.length)]!;
      times[text] = times[text]! + 1;
    }
  }
  return times;
}

/**
 * The middle 95 % of the drawings, moved so that their mean is the score: a drawing has fewer different texts, and fewer texts give larger distances throughout.
 */
export function centredInterval(
  score: number,
  drawn: readonly number[],
): { readonly low: number | null; readonly high: number | null } {
  if (Number.isNaN(score) || drawn.length < 2) return { low: null, high: null };
  const sorted = Float64Array.from(drawn).sort();
  const moved = score - drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
  return {
    low: Math.max(0, quantile(sorted, 0.025) + moved),
    high: Math.min(Math.max(1, score), quantile(sorted, 0.975) + moved),
  };
}
