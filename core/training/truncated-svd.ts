import { randomState, randomStream } from '../random.ts';
import { orthonormalize, projectOut } from './orthonormal-panels.ts';
import { panelProducts, panelsFor, panelWidth, type Panels } from './panels.ts';
import type { SparseMatrix } from './sparse-matrix.ts';
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
/** Panels that look for what the first panel had no share of. */
const panelsOfProof = 3;
const mostRestarts = 500;

/**
 * The largest singular values of a sparse matrix with their left vectors: block Lanczos of MᵀM, each panel of four made orthogonal to all,
 * restarted with the best vectors (Golub & Underwood 1977; Wu & Simon 2000), until the residual of each is small; then once more from
 * vectors that are orthogonal to these, for a space that never was entered shows no residual. A matrix that is hardly larger than that
 * space is taken as a whole. Nothing is left to chance: the same matrix gives the same bytes. Signs are chosen so that the largest
 * entry of each vector is positive. Yields the share done, 0 to 1.
 * @param module the `panels` kernel, strict
 * @throws AppError E_MODEL_TOO_LARGE
 * @throws RangeError where it does not converge
 */
export function* truncatedSvd(
  module: WebAssembly.Module,
  matrix: SparseMatrix,
  wanted: number,
): Generator<number, TruncatedSvd> {
  const { size } = matrix;
  const rank = Math.min(wanted, size);
  const rankPanels = Math.ceil(rank / panelWidth);
  /** Panels of the space; the next one, whose product is not known yet, and one to spare lie behind. */
  const most = rankPanels + Math.max(12, Math.ceil(0.7 * rankPanels));
  if (size <= (most + 2) * panelWidth) return ofWhole(module, matrix, rank);
  const panels = panelsFor(module, matrix, most + 2);
  const spare = most + 1;
  const random = randomStream(randomState(1, 7));
  const fraction = () => random.fraction();
  const width = most * panelWidth;
  /** basisᵀ MᵀM basis, as far as it is known. */
  const known = new Float64Array(width * width);
  let done = 0;
  let share = 0;
  let proven: Float64Array | null = null;
  /** Of the numbers that are known. */
  let largest = 0;

  const renew = () => {
    const panel = panels.panel(done);
    for (let at = 0; at < size * panelWidth; at += 1) panel[at] = fraction() - 0.5;
    projectOut(panels, done, done);
    orthonormalize(panels, done, 1, spare, fraction);
  };
  renew();

  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const goal = proven === null ? most : Math.min(most, done + panelsOfProof);
    /** What the product of the last panel has outside of the basis: its inner products. */
    let outside = new Float64Array(panelProducts);
    let near = 0;
    while (done < goal) {
      panels.timesNormal(done, done + 1);
      // Behind the vectors that were kept, a panel has a share of its neighbours alone (Lanczos).
      const factors = projectOut(panels, done + 1, done + 1, near);
      near = done;
      largest = Math.max(largest, note(known, width, factors, done));
      outside = panels.products(done + 1, done + 2, done + 1).slice();
      done += 1;
      orthonormalize(panels, done, largest, spare, fraction);
      share = Math.max(share, Math.min(0.98, (0.3 * done) / most));
      yield share;
    }
    const count = done * panelWidth;
    const { values, vectors } = symmetricEigen(symmetricPart(known, width, count), count);
    const least = smallest * Math.max(0, values[0]!);
    let settled = 0;
    while (
      settled < rank &&
      residual(vectors.subarray((settled + 1) * count - panelWidth, (settled + 1) * count), outside) <=
        tolerance * Math.max(values[settled]!, least)
    )
      settled += 1;
    share = Math.max(share, 0.3 + (0.68 * settled) / rank);
    yield share;
    const found = values.slice(0, rank);
    const isEnough = settled === rank && isSame(found, proven);
    const kept = isEnough
      ? rankPanels
      : Math.min(done, rankPanels + Math.floor((most - rankPanels) / 3), most - 1);
    panels.combine(done, kept, (to, one) => vectors[to * count + one]!);
    if (isEnough) return leftVectors(panels, rankPanels, found);
    // The vectors that go on, and the panel that was not multiplied yet.
    panels.panel(kept).set(panels.panel(done));
    known.fill(0);
    for (let at = 0; at < kept * panelWidth; at += 1) known[at * width + at] = values[at]!;
    done = kept;
    proven = settled === rank ? found : null;
    if (proven !== null) renew();
  }
  throw new RangeError('the singular values do not converge');
}

/** Writes the products of panel `last` with those up to it in their places. @returns the largest of them */
function note(known: Float64Array, width: number, factors: Float64Array, last: number): number {
  let largest = 0;
  for (let at = 0; at < factors.length; at += 1) {
    const value = factors[at]!;
    largest = Math.max(largest, Math.abs(value));
    const row = Math.floor(at / panelWidth);
    const column = last * panelWidth + (at % panelWidth);
    known[row * width + column] = value;
    known[column * width + row] = value;
  }
  return largest;
}

function symmetricPart(known: Float64Array, width: number, count: number): Float64Array {
  const small = new Float64Array(count * count);
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      small[row * count + column] = (known[row * width + column]! + known[column * width + row]!) / 2;
  return small;
}

/** A matrix that is small for the numbers that are wanted: all eigenvectors of MᵀM. */
function ofWhole(module: WebAssembly.Module, matrix: SparseMatrix, rank: number): TruncatedSvd {
  const { size, offsets, columns, values } = matrix;
  const square = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let one = offsets[row]!; one < offsets[row + 1]!; one += 1)
      for (let two = offsets[row]!; two < offsets[row + 1]!; two += 1) {
        const at = columns[one]! * size + columns[two]!;
        square[at] = square[at]! + values[one]! * values[two]!;
      }
  const eigen = symmetricEigen(square, size);
  const count = Math.ceil(rank / panelWidth);
  const panels = panelsFor(module, matrix, count + 1);
  for (let one = 0; one < rank; one += 1) {
    const panel = panels.panel(Math.floor(one / panelWidth));
    for (let row = 0; row < size; row += 1)
      panel[row * panelWidth + (one % panelWidth)] = eigen.vectors[one * size + row]!;
  }
  return leftVectors(panels, count, eigen.values.slice(0, rank));
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

/** u = M v ÷ σ, for the vectors of the first panels; the panel behind them is overwritten. */
function leftVectors(panels: Panels, count: number, squares: Float64Array): TruncatedSvd {
  const { size } = panels;
  const rank = squares.length;
  const left = new Float64Array(size * rank);
  const singularValues = squares.map((square) => Math.sqrt(Math.max(0, square)));
  const images = panels.panel(count);
  for (let at = 0; at < rank; at += 1) {
    const lane = at % panelWidth;
    if (lane === 0) panels.times(at / panelWidth, count);
    // Smaller ones are rounding: such a vector has no direction.
    const isZero = singularValues[at]! <= 1e-7 * singularValues[0]!;
    if (isZero) singularValues[at] = 0;
    const scale = isZero ? 0 : signOf(images, lane) / singularValues[at]!;
    for (let row = 0; row < size; row += 1) left[row * rank + at] = images[row * panelWidth + lane]! * scale;
  }
  return { left, singularValues };
}

/** Of the largest entry. */
function signOf(panel: Float64Array, lane: number): number {
  let largest = 0;
  for (let at = lane; at < panel.length; at += panelWidth)
    if (Math.abs(panel[at]!) > Math.abs(largest)) largest = panel[at]!;
  return largest < 0 ? -1 : 1;
}
