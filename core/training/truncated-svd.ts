import { randomState, randomStream } from '../random.ts';
import { combine, orthonormalize, products, projectOut, type Columns } from './dense-columns.ts';
import { blockProducts, blockWidth, type SparseMatrix } from './sparse-product.ts';
import { symmetricEigen } from './symmetric-eigen.ts';

export interface TruncatedSvd {
  /** Left singular vectors, size × rank, row-major. */
  readonly left: Float64Array;
  /** Falling; rank numbers. */
  readonly singularValues: Float64Array;
}

/** Largest ‖MᵀM v − σ² v‖ ÷ σ² of a vector that is handed out; the error of σ is at most half of it. */
const tolerance = 1e-6;
/** Below this share of the largest σ², rounding is all that a residual shows. */
const smallest = 1e-6;
/** Blocks that look for what the first block had no share of. */
const blocksOfProof = 3;
const mostRestarts = 500;

/**
 * The largest singular values of a sparse matrix with their left vectors: block Lanczos of MᵀM, each block made orthogonal to all,
 * restarted with the best vectors (Golub & Underwood 1977; Wu & Simon 2000), until the residual of each is small; then once more from
 * vectors that are orthogonal to these, for a space that never was entered shows no residual. Nothing is left to chance: the same
 * matrix gives the same bytes. Signs are chosen so that the largest entry of each vector is positive. Yields the share done, 0 to 1.
 * @throws RangeError where it does not converge
 */
export function* truncatedSvd(matrix: SparseMatrix, wanted: number): Generator<number, TruncatedSvd> {
  const { size } = matrix;
  const rank = Math.min(wanted, size);
  const most = Math.min(size, Math.max(rank + 16 * blockWidth, 2 * rank));
  const random = randomStream(randomState(1, 7));
  const fraction = () => random.fraction();
  const { times, timesNormal } = blockProducts(matrix);
  /** Orthonormal; of the last block the product is not known yet. */
  const basis: Columns = { data: new Float64Array((most + blockWidth) * size), size };
  /** basisᵀ MᵀM basis, as far as it is known. */
  const known = new Float64Array(most * most);
  const input = new Float64Array(blockWidth * size);
  let done = 0;
  let block = Math.min(blockWidth, most);
  let share = 0;
  let proven: Float64Array | null = null;
  /** Of the numbers that are known. */
  let largest = 0;

  const renew = () => {
    for (let at = done * size; at < (done + block) * size; at += 1) basis.data[at] = fraction() - 0.5;
    projectOut(basis, done, { data: basis.data.subarray(done * size), size }, block);
    orthonormalize(basis, done, block, 1, fraction);
  };
  renew();

  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const goal = proven === null ? most : Math.min(most, done + blocksOfProof * blockWidth);
    /** What the product of the last block has outside of the basis: its inner products. */
    let outside: Float64Array = new Float64Array(0);
    let last = 0;
    let near = 0;
    // A block is multiplied as a whole: what is left of one would be lost.
    while (done + block <= goal) {
      last = block;
      input.fill(0);
      input.set(basis.data.subarray(done * size, (done + last) * size));
      const image: Columns = { data: timesNormal(input), size };
      // Behind the vectors that were kept, a block has a share of its neighbours alone (Lanczos).
      const factors = projectOut(basis, done + last, image, last, near);
      near = done;
      for (let column = 0; column < last; column += 1)
        for (let row = 0; row < done + last; row += 1) {
          const value = factors[column * (done + last) + row]!;
          largest = Math.max(largest, Math.abs(value));
          known[row * most + done + column] = value;
          known[(done + column) * most + row] = value;
        }
      outside = products(image, last, image, last);
      done += last;
      // All vectors of the space are there.
      block = Math.min(last, size - done);
      if (block === 0) break;
      basis.data.set(image.data.subarray(0, block * size), done * size);
      orthonormalize(basis, done, block, largest, fraction);
      share = Math.max(share, Math.min(0.98, (0.3 * done) / most));
      yield share;
    }
    const small = new Float64Array(done * done);
    for (let row = 0; row < done; row += 1)
      for (let column = 0; column < done; column += 1)
        small[row * done + column] = (known[row * most + column]! + known[column * most + row]!) / 2;
    const { values, vectors } = symmetricEigen(small, done);
    const least = smallest * Math.max(0, values[0]!);
    let settled = 0;
    while (
      settled < rank &&
      (block === 0 ||
        residual(vectors.subarray((settled + 1) * done - last, (settled + 1) * done), outside) <=
          tolerance * Math.max(values[settled]!, least))
    )
      settled += 1;
    share = Math.max(share, 0.3 + (0.68 * settled) / rank);
    yield share;
    const found = values.slice(0, rank);
    const isEnough = settled === rank && (block === 0 || isSame(found, proven));
    const kept = isEnough ? rank : Math.min(done, rank + Math.floor((most - rank) / 3), most - blockWidth);
    combine(basis, done, vectors.subarray(0, kept * done), kept);
    if (isEnough) return leftVectors(times, basis, found);
    // The vectors that go on, and the block that was not multiplied yet.
    basis.data.copyWithin(kept * size, done * size, (done + block) * size);
    known.fill(0);
    for (let at = 0; at < kept; at += 1) known[at * most + at] = values[at]!;
    done = kept;
    proven = settled === rank ? found : null;
    if (proven !== null) {
      block = Math.min(blockWidth, size - done);
      renew();
    }
  }
  throw new RangeError('the singular values do not converge');
}

/** √(yᵀ G y). */
function residual(y: Float64Array, inner: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < y.length; row += 1)
    for (let column = 0; column < y.length; column += 1)
      sum += y[row]! * inner[row * y.length + column]! * y[column]!;
  return Math.sqrt(Math.max(0, sum));
}

const isSame = (found: Float64Array, before: Float64Array | null): boolean =>
  before !== null &&
  found.every((value, at) => Math.abs(value - before[at]!) <= tolerance * found[0]! * smallest ** 0.5);

/** u = M v ÷ σ. */
function leftVectors(
  times: (block: Float64Array) => Float64Array,
  { data, size }: Columns,
  squares: Float64Array,
): TruncatedSvd {
  const rank = squares.length;
  const left = new Float64Array(size * rank);
  const singularValues = squares.map((square) => Math.sqrt(Math.max(0, square)));
  const block = new Float64Array(blockWidth * size);
  for (let first = 0; first < rank; first += blockWidth) {
    const count = Math.min(blockWidth, rank - first);
    block.fill(0);
    block.set(data.subarray(first * size, (first + count) * size));
    const images = times(block);
    for (let column = 0; column < count; column += 1) {
      const image = images.subarray(column * size, (column + 1) * size);
      const at = first + column;
      // Smaller ones are rounding: such a vector has no direction.
      const isZero = singularValues[at]! <= 1e-7 * singularValues[0]!;
      if (isZero) singularValues[at] = 0;
      const scale = isZero ? 0 : signOf(image) / singularValues[at]!;
      for (let row = 0; row < size; row += 1) left[row * rank + at] = image[row]! * scale;
    }
  }
  return { left, singularValues };
}

/** Of the largest entry. */
function signOf(vector: Float64Array): number {
  let largest = 0;
  for (const value of vector) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? -1 : 1;
}
