import type { PartModel } from './part-models.ts';
import { lengthened, hasLength } from './unit-rows.ts';

/**
 * How far each word is from itself once the second model has been turned onto the first: rows at length 1, centred, at length 1 again; the rotation is U Vᵀ of the singular value decomposition of
 * BᵀA (Schönemann 1966; Hamilton, Leskovec & Jurafsky 2016a); 1 − cosine.
 * @returns 0 to 2 for each word; NaN for one that a model says nothing of
 */
export function procrustes([a, b]: readonly [PartModel, PartModel]): Float64Array {
  const { dimensions } = a;
  const words = a.vectors.length / dimensions;
  const isThere = Uint8Array.from({ length: words }, (_, word) =>
    Number(hasLength(a, word) && hasLength(b, word)),
  );
  const [first, second] = [centred(a, isThere), centred(b, isThere)];
  const rotation = rotationOnto(first, second, dimensions);
  return Float64Array.from(isThere, (there, word) => {
    if (there === 0) return NaN;
    let cosine = 0;
    for (let to = 0; to < dimensions; to += 1) {
      let turned = 0;
      for (let from = 0; from < dimensions; from += 1)
        turned += second[word * dimensions + from]! * rotation[from * dimensions + to]!;
      cosine += turned * first[word * dimensions + to]!;
    }
    return Math.max(0, 1 - cosine);
  });
}

function centred(model: PartModel, isThere: Uint8Array): Float64Array {
  const { dimensions } = model;
  const rows = lengthened(model.vectors, dimensions);
  const mean = new Float64Array(dimensions);
  let count = 0;
  for (const there of isThere) count += there;
  for (let at = 0; at < rows.length; at += 1)
    if (isThere[Math.floor(at / dimensions)] === 1)
      mean[at % dimensions] = mean[at % dimensions]! + rows[at]! / count;
  for (let at = 0; at < rows.length; at += 1)
    rows[at] = isThere[Math.floor(at / dimensions)] === 1 ? rows[at]! - mean[at % dimensions]! : 0;
  return lengthened(rows, dimensions);
}

/**
 * The orthogonal matrix R that brings B R nearest to A: of all rotations and reflections the one with the least sum of squares.
 * @param a words × dimensions; so is b
 * @returns dimensions × dimensions, row-major
 */
export function rotationOnto(a: Float64Array, b: Float64Array, dimensions: number): Float64Array {
  const products = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < a.length; row += dimensions)
    for (let from = 0; from < dimensions; from += 1) {
      const value = b[row + from]!;
      for (let to = 0; to < dimensions; to += 1) {
        const at = from * dimensions + to;
        products[at] = products[at]! + value * a[row + to]!;
      }
    }
  return orthogonalPart(products, dimensions);
}

const mostSweeps = 60;
const tolerance = 1e-14;

/** U Vᵀ of M = U S Vᵀ, by turning the columns of M until all stand at right angles (one-sided Jacobi; Golub & Van Loan 2013, 8.6). */
function orthogonalPart(matrix: Float64Array, size: number): Float64Array {
  // Columns as rows: `left` becomes U S, `right` V.
  const left = new Float64Array(size * size);
  const right = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    right[row * size + row] = 1;
    for (let column = 0; column < size; column += 1) left[column * size + row] = matrix[row * size + column]!;
  }
  for (let sweep = 0, isDone = false; !isDone && sweep < mostSweeps; sweep += 1) {
    isDone = true;
    for (let p = 0; p < size; p += 1)
      for (let q = p + 1; q < size; q += 1) {
        let [pp, qq, pq] = [0, 0, 0];
        for (let k = 0; k < size; k += 1) {
          const [x, y] = [left[p * size + k]!, left[q * size + k]!];
          pp += x * x;
          qq += y * y;
          pq += x * y;
        }
        if (Math.abs(pq) <= tolerance * Math.sqrt(pp * qq)) continue;
        isDone = false;
        const zeta = (qq - pp) / (2 * pq);
        const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cosine = 1 / Math.sqrt(1 + tangent * tangent);
        for (const rows of [left, right]) turn(rows, p * size, q * size, size, cosine, cosine * tangent);
      }
  }
  completed(left, size);
  const product = new Float64Array(size * size);
  for (let k = 0; k < size; k += 1)
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) {
        const at = row * size + column;
        product[at] = product[at]! + left[k * size + row]! * right[k * size + column]!;
      }
  return product;
}

function turn(rows: Float64Array, p: number, q: number, size: number, cosine: number, sine: number): void {
  for (let k = 0; k < size; k += 1) {
    const [x, y] = [rows[p + k]!, rows[q + k]!];
    rows[p + k] = cosine * x - sine * y;
    rows[q + k] = sine * x + cosine * y;
  }
}

/** Rows at length 1; one without length gives way to what is at right angles to all others, for any such one is as good. */
function completed(rows: Float64Array, size: number): void {
  const row = (at: number) => rows.subarray(at * size, (at + 1) * size);
  const length = (one: Float64Array) => Math.sqrt(one.reduce((sum, x) => sum + x * x, 0));
  const lengths = Array.from({ length: size }, (_, at) => length(row(at)));
  const least = 1e-12 * Math.max(...lengths);
  const isSet = lengths.map((one) => one > least);
  for (let at = 0; at < size; at += 1)
    if (isSet[at]!) row(at).forEach((x, k, own) => (own[k] = x / lengths[at]!));
  for (let at = 0, unit = 0; at < size; at += 1) {
    for (; !isSet[at]!; unit += 1) {
      const own = row(at).fill(0);
      own[unit] = 1;
      for (let pass = 0; pass < 2; pass += 1)
        for (let other = 0; other < size; other += 1) {
          if (!isSet[other]!) continue;
          const product = own.reduce((sum, x, k) => sum + x * row(other)[k]!, 0);
          own.forEach((x, k) => (own[k] = x - product * row(other)[k]!));
        }
      const left = length(own);
      // A direction that the others hold nearly whole leaves rounding.
      if (left < 0.1 / Math.sqrt(size)) continue;
      own.forEach((x, k) => (own[k] = x / left));
      isSet[at] = true;
    }
  }
}
