import { randomState, randomStream, shuffle } from '../random.ts';
import { centredInterval, drawnWithin } from './measure-change.ts';
import type { PeriodContexts } from './period-contexts.ts';
import { nullScores, testScores, type WordTest } from './permutation-test.ts';
import type { Division } from './temporal-referencing.ts';

/** Words × periods, row-major; NaN where a word cannot be compared. */
export interface Distances {
  /** From the first period. */
  readonly first: Float64Array;
  /** From the period before. */
  readonly step: Float64Array;
}

export interface Trajectories {
  readonly distances: Distances;
  /** Of the distances from the first period. */
  readonly tests: readonly (WordTest | null)[];
  readonly intervals: readonly { readonly low: number | null; readonly high: number | null }[];
}

interface TrajectoryCourse {
  readonly divisions: number;
  readonly resamples: number;
  readonly seed: number;
}

const purpose = { division: 35, resample: 36 } as const;

/**
 * Temporal referencing with more than two periods: each word has a row for every one in one matrix, and its rows are held against that of the first period and that of the one before. Small periods lie far
 * from all others by chance, so that every distance is held against texts that are dealt to the periods at random. Yields the share done, 0 to 1.
 * @param sides period of each text, from 0
 */
export function* trajectories(
  contexts: PeriodContexts,
  sides: Uint8Array,
  periods: number,
  { divisions, resamples, seed }: TrajectoryCourse,
): Generator<number, Trajectories, undefined> {
  const steps = divisions + resamples;
  const distances = distancesOf(contexts, { sides }, periods);
  const chance: Float64Array[] = [];
  for (let number = 1; number <= divisions; number += 1) {
    const dealt = shuffle(sides.slice(), randomStream(randomState(seed, purpose.division, number)));
    chance.push(distancesOf(contexts, { sides: dealt }, periods).first);
    yield number / steps;
  }
  const again: Float64Array[] = [];
  for (let number = 1; number <= resamples; number += 1) {
    const times = drawnWithin(sides, randomState(seed, purpose.resample, number));
    again.push(distancesOf(contexts, { sides, times }, periods).first);
    yield (divisions + number) / steps;
  }
  return {
    distances,
    tests: testScores(nullScores(chance), distances.first),
    intervals: [...distances.first].map((score, at) =>
      centredInterval(
        score,
        again.map((one) => one[at]!).filter((value) => !Number.isNaN(value)),
      ),
    ),
  };
}

/** 1 − cosine of the rows of positive pointwise mutual information, as {@link temporalReferencing} has them for two periods. */
export function distancesOf(
  { targets, starts, contexts, texts, weights, logShares }: PeriodContexts,
  { sides, times }: Division,
  periods: number,
): Distances {
  const first = new Float64Array(targets.length * periods).fill(NaN);
  const step = first.slice();
  // Periods of a context lie side by side.
  const near = new Float64Array(logShares.length * periods);
  const seen = new Uint32Array(logShares.length);
  const marked = new Uint8Array(logShares.length);
  for (let target = 0; target < targets.length; target += 1) {
    let found = 0;
    const totals = new Float64Array(periods);
    for (let at = starts[target]!; at < starts[target + 1]!; at += 1) {
      const text = texts[at]!;
      const weight = weights[at]! * (times === undefined ? 1 : times[text]!);
      if (weight === 0) continue;
      const context = contexts[at]!;
      const side = sides[text]!;
      if (marked[context] === 0) {
        marked[context] = 1;
        seen[found++] = context;
      }
      const cell = context * periods + side;
      near[cell] = near[cell]! + weight;
      totals[side] = totals[side]! + weight;
    }
    const logTotals = totals.map((total) => Math.log(total));
    const squares = new Float64Array(periods);
    const [withFirst, withBefore] = [new Float64Array(periods), new Float64Array(periods)];
    for (let at = 0; at < found; at += 1) {
      const context = seen[at]!;
      marked[context] = 0;
      let [of, before] = [0, 0];
      for (let period = 0; period < periods; period += 1) {
        const cell = context * periods + period;
        const weight = near[cell]!;
        near[cell] = 0;
        const value =
          weight > 0 ? Math.max(0, Math.log(weight) - logTotals[period]! - logShares[context]!) : 0;
        if (period === 0) of = value;
        else {
          withFirst[period] = withFirst[period]! + of * value;
          withBefore[period] = withBefore[period]! + before * value;
        }
        squares[period] = squares[period]! + value * value;
        before = value;
      }
    }
    const distance = (both: number, one: number, other: number) =>
      one > 0 && other > 0 ? Math.max(0, 1 - both / Math.sqrt(one * other)) : NaN;
    for (let period = 1; period < periods; period += 1) {
      const own = squares[period]!;
      first[target * periods + period] = distance(withFirst[period]!, squares[0]!, own);
      step[target * periods + period] = distance(withBefore[period]!, squares[period - 1]!, own);
    }
  }
  return { first, step };
}
