import type { TrainingSettings } from '../contract/settings/training.ts';
import { pairCounts, weighed } from './pair-counts.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
import { truncatedSvd } from './truncated-svd.ts';

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
  return yield* vectorsOfPairs(kernel, counts, settings);
}

/** The same from pairs that are counted already. Yields the share done, from .2 to 1. */
export function* vectorsOfPairs(
  kernel: WebAssembly.Module,
  counts: SparseMatrix,
  settings: TrainingSettings,
): Generator<number, Float32Array> {
  const words = counts.size;
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

/** How often each word stands near each other one, weighed by distance. @throws AppError E_MODEL_TOO_LARGE */
export const countPairs = (
  tokens: Uint32Array,
  words: number,
  settings: Pick<TrainingSettings, 'window' | 'dynamicWindow'>,
): SparseMatrix => weighed(pairCounts(tokens, words, settings), settings);

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
