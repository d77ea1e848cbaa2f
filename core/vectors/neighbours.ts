import type { Measure } from '../contract/search.ts';
import { isSimilarity } from './measures.ts';
import type { RowScores } from './row-scores.ts';
import type { VectorSpace } from './vector-space.ts';

export interface RankedRow {
  readonly row: number;
  readonly score: number;
}

export interface Ranking {
  readonly measure: Measure;
  readonly top: number;
  /** Leaves out words that occur less often; only where counts are known. */
  readonly minCount?: number;
  readonly exclude?: readonly number[];
}

/** The rows nearest to a vector, best first; among equals the more frequent first. */
export function nearestTo(
  space: VectorSpace,
  scores: RowScores,
  query: Float32Array,
  { measure, top, minCount = 0, exclude = [] }: Ranking,
): RankedRow[] {
  const [largestFirst, rows] = [isSimilarity(measure), rowsOfCount(space, minCount)];
  const some = scores.among?.(query, measure, { most: top, rows, exclude }) ?? null;
  if (some === null) return bestRows(scores(query, measure), { most: top, largestFirst, rows, exclude });
  const best = bestRows(some.scores, { most: top, largestFirst });
  return best.map(({ row, score }) => ({ row: some.rows[row]!, score }));
}

/** Rows are sorted by falling count where counts are known: those that reach a count stand in front. */
export function rowsOfCount({ counts, words }: VectorSpace, minCount: number): number {
  if (counts === null || minCount <= 0) return words.length;
  const below = counts.findIndex((count) => count < minCount);
  return below < 0 ? words.length : below;
}

/** The best of the first `rows` scores, in order. NaN is never among them. */
export function bestRows(
  scores: ArrayLike<number>,
  {
    most,
    largestFirst,
    rows = scores.length,
    exclude = [],
  }: { most: number; largestFirst: boolean; rows?: number; exclude?: readonly number[] },
): RankedRow[] {
  const sign = largestFirst ? 1 : -1;
  const excluded = new Set(exclude);
  const best: RankedRow[] = [];
  let least = -Infinity;
  for (let row = 0; row < rows; row += 1) {
    const value = sign * scores[row]!;
    if (!(value > least) || excluded.has(row)) continue;
    insert(best, { row, score: scores[row]! }, sign);
    if (best.length > most) best.pop();
    if (best.length === most) least = most === 0 ? Infinity : sign * best[most - 1]!.score;
  }
  return best;
}

function insert(best: RankedRow[], entry: RankedRow, sign: number): void {
  let [from, to] = [0, best.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sign * best[middle]!.score >= sign * entry.score) from = middle + 1;
    else to = middle;
  }
  best.splice(from, 0, entry);
}
