import type { Spread } from '../contract/study.ts';
import { bestRows } from '../vectors/neighbours.ts';
import { intervalAround, type Scale } from './interval.ts';

/** What one run says of every word: scores by row, NaN for words that it does not have. Null where it cannot be asked at all. */
export type ScoresOfRun = ArrayLike<number> | null;

export interface AskedList {
  /** Rows of the words that are shown. */
  readonly rows: readonly number[];
  /** What the model itself says of each, and what kind of number that is. */
  readonly scores: readonly number[];
  readonly scale: Scale;
  /** Length of the list that was asked for. */
  readonly top: number;
  /** Rows that may stand in a list: the first so many. */
  readonly among: number;
  readonly exclude: readonly number[];
}

export interface ListSpread {
  /** One for each row that was asked about. */
  readonly spreads: readonly Spread[];
  /** Mean share of the list that two runs have in common, 0 to 1; null below two runs. */
  readonly overlap: number | null;
}

/**
 * How far the runs of a study agree on a list of words.
 * @param runs what each run says; an array need only hold until the next is asked for
 */
export function spreadOfList(
  runs: Iterable<ScoresOfRun>,
  { rows, scores, scale, top, among, exclude }: AskedList,
): ListSpread {
  const values = rows.map((): number[] => []);
  const listed = new Uint32Array(rows.length);
  const lists: ReadonlySet<number>[] = [];
  for (const run of runs) {
    if (run === null) continue;
    const list = new Set(
      bestRows(run, { most: top, largestFirst: true, rows: among, exclude }).map(({ row }) => row),
    );
    lists.push(list);
    rows.forEach((row, at) => {
      if (!Number.isNaN(run[row]!)) values[at]!.push(run[row]!);
      if (list.has(row)) listed[at] = listed[at]! + 1;
    });
  }
  return {
    spreads: values.map((some, at) => ({
      ...intervalAround(scores[at]!, some, scale),
      runs: listed[at]!,
      of: lists.length,
    })),
    overlap: meanOverlap(lists),
  };
}

/** Between the two values it falls between (type 7 of Hyndman & Fan 1996, as R’s `quantile`). @param sorted ascending, at least one */
export function quantile(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
}

function meanOverlap(lists: readonly ReadonlySet<number>[]): number | null {
  let sum = 0;
  let pairs = 0;
  lists.forEach((list, at) => {
    for (const other of lists.slice(0, at)) {
      const longest = Math.max(list.size, other.size);
      if (longest === 0) continue;
      let both = 0;
      for (const row of list) both += Number(other.has(row));
      sum += both / longest;
      pairs += 1;
    }
  });
  return pairs === 0 ? null : sum / pairs;
}
