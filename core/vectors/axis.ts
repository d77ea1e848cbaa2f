import { bestRows } from './neighbours.ts';
import type { RowScores } from './row-scores.ts';
import { dot, unit, type VectorSpace } from './vector-space.ts';

export interface Poles {
  /** Rows that make each pole, at least one. */
  readonly positive: readonly number[];
  readonly negative: readonly number[];
  /** Near words of each pole word that widen its pole. */
  readonly neighbours: number;
}

/** The axis without one of the words of a pole. */
export interface LeftOut {
  readonly row: number;
  readonly direction: Float32Array;
}

export interface SemanticAxis {
  /** From the negative to the positive pole, at length 1; zeros where the poles are one. */
  readonly direction: Float32Array;
  /** Rows that each pole was widened by. */
  readonly added: { readonly positive: readonly number[]; readonly negative: readonly number[] };
  /** One for each word of a pole that has more than one. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * The difference of two poles, each the mean of its words and of the words nearest to each of them (SemAxis; An, Kwak & Ahn 2018).
 * Every word weighs alike, whatever the length of its vector; the words of neither pole widen one.
 * @param scores over vectors of length 1
 */
export function semanticAxis(space: VectorSpace, scores: RowScores, poles: Poles): SemanticAxis {
  const given = [...poles.positive, ...poles.negative];
  const near = new Map(
    given.map((row) => [
      row,
      bestRows(scores(space.unitVector(row), 'cosine'), {
        most: poles.neighbours,
        largestFirst: true,
        exclude: given,
      }).map((one) => one.row),
    ]),
  );
  const widened = (rows: readonly number[]) => [...new Set(rows.flatMap((row) => near.get(row)!))];
  const centre = (rows: readonly number[]) => meanOf(space, [...rows, ...widened(rows)]);
  const between = (positive: readonly number[], negative: readonly number[]) => {
    const [to, from] = [centre(positive), centre(negative)];
    return unit(to.map((value, at) => value - from[at]!));
  };
  const { positive, negative } = poles;
  const without = (rows: readonly number[], row: number) => rows.filter((one) => one !== row);
  return {
    direction: between(positive, negative),
    added: { positive: widened(positive), negative: widened(negative) },
    leftOut: [
      ...(positive.length < 2 ? [] : positive).map((row) => ({
        row,
        direction: between(without(positive, row), negative),
      })),
      ...(negative.length < 2 ? [] : negative).map((row) => ({
        row,
        direction: between(positive, without(negative, row)),
      })),
    ],
  };
}

/** Lowest and highest place of a word on the axes without one word of a pole; null where there are none. */
export function leaveOneOutRange(
  space: VectorSpace,
  { leftOut }: SemanticAxis,
  row: number,
): { readonly low: number | null; readonly high: number | null } {
  if (leftOut.length === 0) return { low: null, high: null };
  const vector = space.unitVector(row);
  const scores = leftOut.map(({ direction }) => dot(vector, direction));
  return { low: Math.min(...scores), high: Math.max(...scores) };
}

/** Mean of the vectors at length 1. */
function meanOf(space: VectorSpace, rows: readonly number[]): Float64Array {
  const sum = new Float64Array(space.dimensions);
  for (const row of rows) space.unitVector(row).forEach((value, at) => (sum[at] = sum[at]! + value));
  return sum.map((value) => value / rows.length);
}
