import { bestRows, rowsOfCount, type RankedRow } from './neighbours.ts';
import type { RowScores } from './row-scores.ts';
import { unit, type VectorSpace } from './vector-space.ts';

export interface AnalogyQuery {
  /** Rows that are added and taken away. */
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  /** `add`: 3CosAdd (Mikolov et al. 2013); `mul`: 3CosMul (Levy & Goldberg 2014). */
  readonly method: 'add' | 'mul';
  readonly top: number;
  readonly minCount?: number;
}

export interface AnalogyRanking {
  /** Without the input words. */
  readonly neighbours: readonly RankedRow[];
  /** With them, in their places. */
  readonly ranking: readonly RankedRow[];
  /** Simply nearest to the last positive word, by cosine: what an analogy must beat (Linzen 2016). */
  readonly baseline: readonly RankedRow[];
}

/** @param scores over vectors of length 1 */
export function solveAnalogy(space: VectorSpace, scores: RowScores, query: AnalogyQuery): AnalogyRanking {
  const { positive, negative, top, minCount = 0 } = query;
  const inputs = [...positive, ...negative];
  const values = analogyScores(space, scores, query);
  const rows = rowsOfCount(space, minCount);
  const best = (exclude: readonly number[], most: number) =>
    bestRows(values, { most, largestFirst: true, rows, exclude });
  const last = positive.at(-1);
  return {
    neighbours: best(inputs, top),
    // As far down as the last of the answers, so that every input above it is seen.
    ranking: best([], top + inputs.length),
    baseline:
      last === undefined
        ? []
        : bestRows(scores(space.unitVector(last), 'cosine'), {
            most: top,
            largestFirst: true,
            rows,
            exclude: [last],
          }),
  };
}

/** What an analogy is asked of: whatever can give unit vectors and compare with them. */
export type AnalogySpace = Pick<VectorSpace, 'dimensions' | 'unitVector'>;

/** How well each word solves the analogy, the input words too. */
export function analogyScores(
  space: AnalogySpace,
  scores: RowScores,
  { positive, negative, method }: Pick<AnalogyQuery, 'positive' | 'negative' | 'method'>,
): Float64Array {
  return method === 'add'
    ? Float64Array.from(scores(offsetVector(space, positive, negative), 'cosine'))
    : cosMul(space, scores, positive, negative);
}

/** Mean of the unit vectors, those of negative words with a minus, at length 1. */
export function offsetVector(
  space: AnalogySpace,
  positive: readonly number[],
  negative: readonly number[],
): Float32Array {
  const sum = new Float64Array(space.dimensions);
  const add = (row: number, sign: number) =>
    space.unitVector(row).forEach((value, at) => (sum[at] = sum[at]! + sign * value));
  for (const row of positive) add(row, 1);
  for (const row of negative) add(row, -1);
  return unit(sum);
}

/** Π (1 + cos)/2 over the positive words ÷ (Π (1 + cos)/2 over the negative words + 10⁻⁶). */
function cosMul(
  space: AnalogySpace,
  scores: RowScores,
  positive: readonly number[],
  negative: readonly number[],
): Float64Array {
  const half = (row: number) =>
    Float64Array.from(scores(space.unitVector(row), 'cosine'), (cosine) => (1 + cosine) / 2);
  const product = (rows: readonly number[]) =>
    rows
      .map(half)
      .reduce<Float64Array | null>(
        (all, one) => (all === null ? one : all.map((value, at) => value * one[at]!)),
        null,
      );
  const above = product(positive);
  const below = product(negative);
  const length = (above ?? below)?.length ?? 0;
  return Float64Array.from({ length }, (_, at) => (above?.[at] ?? 1) / ((below?.[at] ?? 1) + 1e-6));
}

/** Cosine of each word with the mean of all of them; the smallest is the odd one. */
export function fitWithTheOthers(space: VectorSpace, rows: readonly number[]): number[] {
  const mean = offsetVector(space, rows, []);
  return rows.map((row) => {
    const vector = space.unitVector(row);
    return vector.reduce((sum, value, at) => sum + value * mean[at]!, 0);
  });
}
