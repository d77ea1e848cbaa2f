import { AppError } from '../contract/errors.ts';

/** The vectors of a run as they are kept: words of the model × dimensions, each number a whole multiple of the scale of its row. */
export interface PackedRows {
  readonly dimensions: number;
  /** One for each row; 0 for a word that the run does not have. */
  readonly scales: Float32Array;
  /** Row-major. */
  readonly numbers: Int8Array;
}

const most = 127;

/**
 * A quarter of the room. Rounding changes the cosine of two vectors by .005 at most from some 20 dimensions on, where their numbers are spread as those of trained
 * ones are; the scale keeps the length.
 * @param values rows of the run × dimensions
 * @param rowOf row of each word of the model in the run, −1 where it has none
 * @throws AppError E_TRAINING_DIVERGED for a number that is not finite
 */
export function packRows(values: Float32Array, dimensions: number, rowOf: Int32Array): PackedRows {
  const scales = new Float32Array(rowOf.length);
  const numbers = new Int8Array(rowOf.length * dimensions);
  for (let word = 0; word < rowOf.length; word += 1) {
    const row = rowOf[word]!;
    if (row < 0) continue;
    let largest = 0;
    for (let at = 0; at < dimensions; at += 1)
      largest = Math.max(largest, Math.abs(values[row * dimensions + at]!));
    if (!Number.isFinite(largest)) throw new AppError('E_TRAINING_DIVERGED', { row });
    const vector = values.subarray(row * dimensions, (row + 1) * dimensions);
    const scale = bestScale(vector, largest);
    // Too small for a scale: no direction is left.
    if (!(scale > 0)) continue;
    scales[word] = scale;
    for (let at = 0; at < dimensions; at += 1) numbers[word * dimensions + at] = rounded(vector[at]!, scale);
  }
  return { dimensions, scales, numbers };
}

const rounded = (value: number, scale: number) => Math.max(-most, Math.min(most, Math.round(value / scale)));

/** Errors of few numbers do not cancel out: of short rows the scale is taken that turns the vector least. */
const shortRow = 64;
const scalesTried = 16;

function bestScale(vector: Float32Array, largest: number): number {
  const scaleOf = (at: number) => Math.fround(largest / (most - at));
  if (vector.length >= shortRow) return scaleOf(0);
  let [best, bestFit] = [scaleOf(0), -1];
  for (let tried = 0; tried < scalesTried; tried += 1) {
    const scale = scaleOf(tried);
    let [product, squares] = [0, 0];
    for (const value of vector) {
      const number = rounded(value, scale);
      product += number * value;
      squares += number * number;
    }
    const fit = squares > 0 ? product / Math.sqrt(squares) : 0;
    if (fit > bestFit) [best, bestFit] = [scale, fit];
  }
  return best;
}

/** The vector of a word again, or null where the run does not have it. */
export function unpackedRow({ dimensions, scales, numbers }: PackedRows, word: number): Float32Array | null {
  const scale = scales[word]!;
  if (scale === 0) return null;
  return Float32Array.from(
    numbers.subarray(word * dimensions, (word + 1) * dimensions),
    (number) => number * scale,
  );
}
