import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { lastOfDocument } from './encode-tokens.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import { truncatedSvd } from './truncated-svd.ts';

/** Pairs of tokens within a window that are held in memory at once. */
const mostPairs = 150_000_000;

/**
 * Word vectors by counting: positive pointwise mutual information of words and contexts, reduced by a truncated SVD (Levy,
 * Goldberg & Dagan 2015: context distribution smoothed by the noise exponent, left vectors × √singular values). Near context
 * words weigh more where the window is dynamic, as they do in word2vec on average. Yields the share done, 0 to 1.
 * @param kernel `panels`, strict
 * @param tokens rows, bit 31 set on the last token of each document
 * @returns words × dimensions, row-major; columns beyond the rank of the matrix are zero
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function* countVectors(
  kernel: WebAssembly.Module,
  tokens: Uint32Array,
  words: number,
  settings: TrainingSettings,
): Generator<number, Float32Array> {
  const counts = countPairs(tokens, words, settings);
  yield 0.2;
  const matrix = positiveInformation(counts, settings.noiseExponent);
  yield 0.25;
  const steps = truncatedSvd(kernel, matrix, settings.dimensions);
  let step = steps.next();
  while (step.done !== true) {
    yield 0.25 + 0.75 * step.value;
    step = steps.next();
  }
  const { left, singularValues } = step.value;
  const rank = singularValues.length;
  const vectors = new Float32Array(words * settings.dimensions);
  for (let row = 0; row < words; row += 1)
    for (let at = 0; at < rank; at += 1)
      vectors[row * settings.dimensions + at] = left[row * rank + at]! * Math.sqrt(singularValues[at]!);
  return vectors;
}

/** @throws AppError E_MODEL_TOO_LARGE where there are too many pairs to be counted at once */
export function requireRoomForPairs(tokens: number, window: number): void {
  const pairs = tokens * 2 * window;
  if (pairs > mostPairs) throw new AppError('E_MODEL_TOO_LARGE', { needed: pairs * 5, limit: mostPairs * 5 });
}

/** How often each word stands near each other one, weighed by distance. */
export function countPairs(
  tokens: Uint32Array,
  words: number,
  { window, dynamicWindow }: Pick<TrainingSettings, 'window' | 'dynamicWindow'>,
): SparseMatrix {
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

  const weights = new Float64Array(words);
  const offsets = new Float64Array(words + 1);
  const values = new Float32Array(contexts.length);
  let end = 0;
  for (let word = 0; word < words; word += 1) {
    const seen: number[] = [];
    for (let at = starts[word]!; at < starts[word + 1]!; at += 1) {
      const context = contexts[at]!;
      if (weights[context] === 0) seen.push(context);
      weights[context] = weights[context]! + (dynamicWindow ? (window - distances[at]! + 1) / window : 1);
    }
    // What was read stands before what is written: the same array serves for both.
    for (const context of seen.sort((a, b) => a - b)) {
      contexts[end] = context;
      values[end] = weights[context]!;
      weights[context] = 0;
      end += 1;
    }
    offsets[word + 1] = end;
  }
  return { size: words, offsets, columns: contexts.slice(0, end), values: values.slice(0, end) };
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

/** max(0, log(P(w, c) ÷ (P(w) · P(c)))), P(c) ∝ count^exponent; cells that become 0 are left out. */
export function positiveInformation(counts: SparseMatrix, exponent: number): SparseMatrix {
  const { size, offsets, columns, values } = counts;
  const ofWord = new Float64Array(size);
  for (let row = 0; row < size; row += 1)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) ofWord[row] = ofWord[row]! + values[at]!;
  // The window looks both ways, so a word is context as often as it has contexts.
  const smoothed = ofWord.map((count) => (count > 0 ? count ** exponent : 0));
  const all = smoothed.reduce((sum, count) => sum + count, 0);
  const keptOffsets = new Float64Array(size + 1);
  const keptColumns = new Uint32Array(columns.length);
  const keptValues = new Float32Array(values.length);
  let end = 0;
  for (let row = 0; row < size; row += 1) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) {
      const column = columns[at]!;
      const information = Math.log((values[at]! / ofWord[row]!) * (all / smoothed[column]!));
      if (!(information > 0)) continue;
      keptColumns[end] = column;
      keptValues[end] = information;
      end += 1;
    }
    keptOffsets[row + 1] = end;
  }
  return { size, offsets: keptOffsets, columns: keptColumns.slice(0, end), values: keptValues.slice(0, end) };
}
