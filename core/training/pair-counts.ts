import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { lastOfDocument } from './encode-tokens.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Pairs of tokens within a window that are held in memory at once. */
const mostPairs = 150_000_000;

type WindowSettings = Pick<TrainingSettings, 'window' | 'dynamicWindow'>;

/**
 * How often each word stands near each other one, as whole numbers: those of parts of a corpus add up to those of the whole,
 * whatever the order. Compressed rows, as of a {@link SparseMatrix}.
 */
export interface PairCounts extends Omit<SparseMatrix, 'values'> {
  /** Where the window is dynamic in units of 1 ÷ window: a neighbour weighs `window` of them, the farthest one. Otherwise in pairs. */
  readonly weights: Uint32Array | Float64Array;
}

/** @throws AppError E_MODEL_TOO_LARGE where there are too many pairs to be counted at once */
export function requireRoomForPairs(tokens: number, window: number): void {
  const pairs = tokens * 2 * window;
  if (pairs > mostPairs) throw new AppError('E_MODEL_TOO_LARGE', { needed: pairs * 5, limit: mostPairs * 5 });
}

/**
 * @param tokens rows, bit 31 set on the last token of each document
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function pairCounts(
  tokens: Uint32Array,
  words: number,
  { window, dynamicWindow }: WindowSettings,
): PairCounts {
  requireRoomForPairs(tokens.length, window);
  const starts = new Float64Array(words + 1);
  eachPair(tokens, window, (word) => void (starts[word + 1] = starts[word + 1]! + 1));
  for (let row = 0; row < words; row += 1) starts[row + 1] = starts[row + 1]! + starts[row]!;
  const contexts = new Uint32Array(starts[words]!);
  const distances = new Uint8Array(starts[words]!);
  const next = starts.slice();
  eachPair(tokens, window, (word, context, distance) => {
    const at = next[word]!;
    next[word] = at + 1;
    contexts[at] = context;
    distances[at] = distance;
  });

  const sums = new Float64Array(words);
  const offsets = new Float64Array(words + 1);
  const weights = new Uint32Array(contexts.length);
  let end = 0;
  for (let word = 0; word < words; word += 1) {
    const seen: number[] = [];
    for (let at = starts[word]!; at < starts[word + 1]!; at += 1) {
      const context = contexts[at]!;
      if (sums[context] === 0) seen.push(context);
      sums[context] = sums[context]! + (dynamicWindow ? window - distances[at]! + 1 : 1);
    }
    // What was read stands before what is written: the same array serves for both.
    for (const context of seen.sort((a, b) => a - b)) {
      const sum = sums[context]!;
      if (sum > 0xffff_ffff) throw new AppError('E_MODEL_TOO_LARGE', { needed: sum, limit: 0xffff_ffff });
      contexts[end] = context;
      weights[end] = sum;
      sums[context] = 0;
      end += 1;
    }
    offsets[word + 1] = end;
  }
  return { size: words, offsets, columns: contexts.slice(0, end), weights: weights.slice(0, end) };
}

/** The same as a matrix: pairs, of which far ones weigh less where the window is dynamic. */
export const weighed = (
  { size, offsets, columns, weights }: PairCounts,
  { window, dynamicWindow }: WindowSettings,
): SparseMatrix => ({
  size,
  offsets,
  columns,
  values: Float32Array.from(weights, dynamicWindow ? (weight) => weight / window : Number),
});

/** Counts of two parts together. Both are of the same words. */
export function addPairs(one: PairCounts, other: PairCounts): PairCounts {
  const { size } = one;
  const most = one.columns.length + other.columns.length;
  const offsets = new Float64Array(size + 1);
  const columns = new Uint32Array(most);
  const weights = new Float64Array(most);
  let end = 0;
  for (let row = 0; row < size; row += 1) {
    let [a, b] = [one.offsets[row]!, other.offsets[row]!];
    const [endOfA, endOfB] = [one.offsets[row + 1]!, other.offsets[row + 1]!];
    while (a < endOfA || b < endOfB) {
      const columnOfA = a < endOfA ? one.columns[a]! : Infinity;
      const columnOfB = b < endOfB ? other.columns[b]! : Infinity;
      const column = Math.min(columnOfA, columnOfB);
      columns[end] = column;
      weights[end] =
        (columnOfA === column ? one.weights[a++]! : 0) + (columnOfB === column ? other.weights[b++]! : 0);
      end += 1;
    }
    offsets[row + 1] = end;
  }
  return { size, offsets, columns: columns.slice(0, end), weights: weights.slice(0, end) };
}

function eachPair(
  tokens: Uint32Array,
  window: number,
  visit: (word: number, context: number, distance: number) => void,
): void {
  let documentStart = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const word = (tokens[at]! & ~lastOfDocument) >>> 0;
    for (let other = Math.max(documentStart, at - window); other < at; other += 1) {
      const context = tokens[other]!;
      visit(word, context, at - other);
      visit(context, word, at - other);
    }
    if (tokens[at]! >= lastOfDocument) documentStart = at + 1;
  }
}
