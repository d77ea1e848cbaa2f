import { randomState, randomStream } from '../random.ts';

/** Compressed sparse rows, square. */
export interface SparseMatrix {
  readonly size: number;
  /** Entries of row r: offsets[r] … offsets[r + 1] − 1; size + 1 numbers. */
  readonly offsets: Float64Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

export interface TruncatedSvd {
  /** Left singular vectors, size × rank, row-major. */
  readonly left: Float64Array;
  /** Falling; rank numbers. */
  readonly singularValues: Float64Array;
}

const oversampling = 10;
const powerIterations = 4;

/**
 * The largest singular values of a sparse matrix with their left vectors (randomised range finder with power iterations,
 * Halko, Martinsson & Tropp 2011, algorithms 4.4 and 5.1). The same seed gives the same numbers; signs are chosen so that the
 * largest entry of each vector is positive. Yields the share done, 0 to 1.
 */
export function* truncatedSvd(
  matrix: SparseMatrix,
  wanted: number,
  seed: number,
): Generator<number, TruncatedSvd> {
  const rank = Math.min(wanted, matrix.size);
  const width = Math.min(matrix.size, rank + oversampling);
  const steps = 2 * powerIterations + 3;
  let step = 0;
  let basis = gaussian(matrix.size, width, seed);
  basis = orthonormal(times(matrix, basis, width), width);
  yield ++step / steps;
  for (let iteration = 0; iteration < powerIterations; iteration += 1) {
    basis = orthonormal(timesTransposed(matrix, basis, width), width);
    yield ++step / steps;
    basis = orthonormal(times(matrix, basis, width), width);
    yield ++step / steps;
  }
  // (Qᵀ M)ᵀ, so that rows stay rows; its Gram matrix is small and symmetric.
  const projected = timesTransposed(matrix, basis, width);
  yield ++step / steps;
  const { values, vectors } = symmetricEigen(gram(projected, width), width);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!).slice(0, rank);
  const left = new Float64Array(matrix.size * rank);
  order.forEach((eigen, column) => {
    for (let row = 0; row < matrix.size; row += 1) {
      let sum = 0;
      for (let at = 0; at < width; at += 1) sum += basis[row * width + at]! * vectors[at * width + eigen]!;
      left[row * rank + column] = sum;
    }
    fixSign(left, matrix.size, rank, column);
  });
  return {
    left,
    singularValues: Float64Array.from(order, (eigen) => Math.sqrt(Math.max(0, values[eigen]!))),
  };
}

function gaussian(rows: number, columns: number, seed: number): Float64Array {
  const random = randomStream(randomState(seed, 7));
  return Float64Array.from({ length: rows * columns }, () => {
    // Box and Muller 1958.
    const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
    return radius * Math.cos(2 * Math.PI * random.fraction());
  });
}

function times({ size, offsets, columns, values }: SparseMatrix, dense: Float64Array, width: number) {
  const result = new Float64Array(size * width);
  for (let row = 0; row < size; row += 1)
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry += 1)
      addScaled(result, row * width, dense, columns[entry]! * width, values[entry]!, width);
  return result;
}

function timesTransposed(
  { size, offsets, columns, values }: SparseMatrix,
  dense: Float64Array,
  width: number,
) {
  const result = new Float64Array(size * width);
  for (let row = 0; row < size; row += 1)
    for (let entry = offsets[row]!; entry < offsets[row + 1]!; entry += 1)
      addScaled(result, columns[entry]! * width, dense, row * width, values[entry]!, width);
  return result;
}

function addScaled(
  target: Float64Array,
  targetAt: number,
  source: Float64Array,
  sourceAt: number,
  factor: number,
  width: number,
): void {
  for (let at = 0; at < width; at += 1)
    target[targetAt + at] = target[targetAt + at]! + factor * source[sourceAt + at]!;
}

/** Orthonormal columns that span the same space: Gram–Schmidt, twice for accuracy; dependent columns become zero. */
function orthonormal(matrix: Float64Array, width: number): Float64Array {
  const rows = matrix.length / width;
  // Column by column in memory: the inner loops run over neighbours.
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from({ length: rows }, (__, row) => matrix[row * width + column]!),
  );
  columns.forEach((column, at) => {
    const before = Math.sqrt(dot(column, column));
    for (let pass = 0; pass < 2; pass += 1)
      for (let other = 0; other < at; other += 1) {
        const share = dot(column, columns[other]!);
        for (let row = 0; row < rows; row += 1) column[row] = column[row]! - share * columns[other]![row]!;
      }
    const length = Math.sqrt(dot(column, column));
    const scale = length > before * 1e-12 ? 1 / length : 0;
    for (let row = 0; row < rows; row += 1) column[row] = column[row]! * scale;
  });
  const result = new Float64Array(matrix.length);
  columns.forEach((column, at) => column.forEach((value, row) => (result[row * width + at] = value)));
  return result;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

/** AᵀA, width × width. */
function gram(matrix: Float64Array, width: number): Float64Array {
  const result = new Float64Array(width * width);
  for (let row = 0; row < matrix.length; row += width)
    for (let a = 0; a < width; a += 1) addScaled(result, a * width, matrix, row, matrix[row + a]!, width);
  return result;
}

/** Eigenvalues and vectors (columns) of a symmetric matrix by Jacobi’s rotations (Golub & Van Loan, 8.5). */
function symmetricEigen(matrix: Float64Array, size: number) {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) vectors[at * size + at] = 1;
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-22; sweep += 1)
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, vectors, size, p, q);
  return { values: Float64Array.from({ length: size }, (_, at) => a[at * size + at]!), vectors };
}

/** Share of the squares that stand off the diagonal. */
function offDiagonal(a: Float64Array, size: number): number {
  let off = 0;
  let all = 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const square = a[row * size + column]! ** 2;
      all += square;
      if (row !== column) off += square;
    }
  return off / (all || 1);
}

function rotate(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const apq = a[p * size + q]!;
  if (apq === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(t * t + 1);
  const sine = t * cosine;
  for (let k = 0; k < size; k += 1) {
    const [kp, kq] = [a[k * size + p]!, a[k * size + q]!];
    a[k * size + p] = cosine * kp - sine * kq;
    a[k * size + q] = sine * kp + cosine * kq;
  }
  for (let k = 0; k < size; k += 1) {
    const [pk, qk] = [a[p * size + k]!, a[q * size + k]!];
    a[p * size + k] = cosine * pk - sine * qk;
    a[q * size + k] = sine * pk + cosine * qk;
    const [vp, vq] = [vectors[k * size + p]!, vectors[k * size + q]!];
    vectors[k * size + p] = cosine * vp - sine * vq;
    vectors[k * size + q] = sine * vp + cosine * vq;
  }
}

function fixSign(left: Float64Array, rows: number, rank: number, column: number): void {
  let largest = 0;
  for (let row = 0; row < rows; row += 1) {
    const value = left[row * rank + column]!;
    if (Math.abs(value) > Math.abs(largest)) largest = value;
  }
  if (largest >= 0) return;
  for (let row = 0; row < rows; row += 1) left[row * rank + column] = -left[row * rank + column]!;
}
