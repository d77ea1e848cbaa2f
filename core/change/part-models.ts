import { randomState, randomStream } from '../random.ts';
import { symmetricEigen } from '../training/symmetric-eigen.ts';
import { partMatrices, type PartMatrix } from './part-matrices.ts';
import type { PeriodContexts } from './period-contexts.ts';
import type { Division } from './temporal-referencing.ts';

/** Vectors of the compared words in one part: words × dimensions, row-major. A word of which the part says nothing has zeros. */
export interface PartModel {
  readonly dimensions: number;
  readonly vectors: Float64Array;
}

/** More dimensions hold more of the noise of small texts. */
const mostDimensions = 50;
/** Words for each dimension, at least: with fewer, turning alone brings any two models together. */
const wordsEach = 4;

export const dimensionsOf = (words: number): number =>
  Math.max(1, Math.min(mostDimensions, Math.floor(words / wordsEach)));

/** Rounds of the subspace iteration: from chance, and from the axes of all texts. */
const rounds = { first: 8, part: 2 } as const;
const startPurpose = 34;
/** Smaller shares of the largest eigenvalue are rounding. */
const negligible = 1e-12;

/**
 * A maker of two count models, one for each part: positive pointwise mutual information brought to few dimensions by its singular values (left vectors × √singular values; Levy, Goldberg & Dagan 2015).
 * The subspace of each part is found by two rounds of subspace iteration that begin with the axes of all texts (Halko, Martinsson & Tropp 2011), so that a model takes a second and the same
 * division gives the same bytes.
 */
export function partModels(
  contexts: PeriodContexts,
): (division: Division) => readonly [PartModel, PartModel] {
  const matrices = partMatrices(contexts);
  const dimensions = dimensionsOf(contexts.targets.length);
  const columns = contexts.logShares.length;
  const random = randomStream(randomState(1, startPurpose));
  const start = Float64Array.from({ length: columns * dimensions }, () => random.fraction() - 0.5);
  const texts = contexts.texts.reduce((most, text) => Math.max(most, text + 1), 0);
  const [whole] = matrices({ sides: new Uint8Array(texts) });
  const axes = subspace(whole, columns, start, dimensions, rounds.first).images;
  return (division) => {
    const model = (matrix: PartMatrix) => ({
      dimensions,
      vectors: vectorsOf(subspace(matrix, columns, axes, dimensions, rounds.part), dimensions),
    });
    const [from, to] = matrices(division);
    return [model(from), model(to)];
  };
}

/** An orthonormal basis of the words (words × dimensions) and its images, Mᵀ basis (contexts × dimensions). */
interface Subspace {
  readonly basis: Float64Array;
  readonly images: Float64Array;
}

function subspace(
  matrix: PartMatrix,
  columns: number,
  start: Float64Array,
  dimensions: number,
  count: number,
): Subspace {
  let images: Float64Array = start;
  let basis: Float64Array = new Float64Array();
  for (let round = 0; round < count; round += 1) {
    basis = orthonormal(times(matrix, images, dimensions), dimensions);
    images = transposedTimes(matrix, columns, basis, dimensions);
  }
  return { basis, images };
}

/** Within the subspace the singular vectors are found exactly. */
function vectorsOf({ basis, images }: Subspace, dimensions: number): Float64Array {
  const { values, vectors } = symmetricEigen(gram(images, dimensions), dimensions);
  // σ² are the eigenvalues, so that √σ is their fourth root.
  return turned(basis, dimensions, vectors, (at) => Math.sqrt(Math.sqrt(Math.max(0, values[at]!))));
}

function times({ offsets, columns, values }: PartMatrix, right: Float64Array, dimensions: number) {
  const product = new Float64Array((offsets.length - 1) * dimensions);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const to = row * dimensions;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) {
      const [value, from] = [values[at]!, columns[at]! * dimensions];
      for (let k = 0; k < dimensions; k += 1) product[to + k] = product[to + k]! + value * right[from + k]!;
    }
  }
  return product;
}

function transposedTimes(
  { offsets, columns, values }: PartMatrix,
  size: number,
  left: Float64Array,
  dimensions: number,
) {
  const product = new Float64Array(size * dimensions);
  for (let row = 0; row + 1 < offsets.length; row += 1) {
    const from = row * dimensions;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) {
      const [value, to] = [values[at]!, columns[at]! * dimensions];
      for (let k = 0; k < dimensions; k += 1) product[to + k] = product[to + k]! + value * left[from + k]!;
    }
  }
  return product;
}

/** The same space by columns at length 1 and at right angles; columns without length of their own become zeros. */
function orthonormal(matrix: Float64Array, dimensions: number): Float64Array {
  const { values, vectors } = symmetricEigen(gram(matrix, dimensions), dimensions);
  const least = negligible * Math.max(0, values[0]!);
  return turned(matrix, dimensions, vectors, (at) => (values[at]! > least ? 1 / Math.sqrt(values[at]!) : 0));
}

/** Rows × the vectors (as rows) of a small matrix, each scaled. */
function turned(
  matrix: Float64Array,
  dimensions: number,
  vectors: Float64Array,
  scale: (at: number) => number,
): Float64Array {
  const scaled = new Float64Array(dimensions * dimensions);
  for (let at = 0; at < dimensions; at += 1)
    for (let k = 0; k < dimensions; k += 1)
      scaled[k * dimensions + at] = vectors[at * dimensions + k]! * scale(at);
  const result = new Float64Array(matrix.length);
  for (let row = 0; row < matrix.length; row += dimensions)
    for (let k = 0; k < dimensions; k += 1) {
      const value = matrix[row + k]!;
      if (value === 0) continue;
      const from = k * dimensions;
      for (let at = 0; at < dimensions; at += 1)
        result[row + at] = result[row + at]! + value * scaled[from + at]!;
    }
  return result;
}

/** Mᵀ M. */
function gram(matrix: Float64Array, dimensions: number): Float64Array {
  const products = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < matrix.length; row += dimensions)
    for (let a = 0; a < dimensions; a += 1) {
      const value = matrix[row + a]!;
      if (value === 0) continue;
      const to = a * dimensions;
      for (let b = a; b < dimensions; b += 1) products[to + b] = products[to + b]! + value * matrix[row + b]!;
    }
  for (let a = 0; a < dimensions; a += 1)
    for (let b = 0; b < a; b += 1) products[a * dimensions + b] = products[b * dimensions + a]!;
  return products;
}
