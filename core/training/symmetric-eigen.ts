/**
 * Eigenvalues, falling, and vectors (as rows) of a small symmetric matrix: Householder’s tridiagonal form, then implicit QL with
 * Wilkinson’s shifts (Golub & Van Loan 2013, 8.3).
 * @param matrix size × size, row-major; only read
 */
export function symmetricEigen(
  matrix: Float64Array,
  size: number,
): { readonly values: Float64Array; readonly vectors: Float64Array } {
  const { diagonal, beside, rows } = tridiagonal(matrix, size);
  diagonalize(diagonal, beside, rows, size);
  const order = [...diagonal.keys()].sort((a, b) => diagonal[b]! - diagonal[a]! || a - b);
  const vectors = new Float64Array(size * size);
  order.forEach((from, to) => vectors.set(rows.subarray(from * size, (from + 1) * size), to * size));
  return { values: Float64Array.from(order, (at) => diagonal[at]!), vectors };
}

/** A = Qᵀ T Q: T by its diagonal and what stands beside it, Q as rows. */
function tridiagonal(matrix: Float64Array, size: number) {
  // Of A the lower triangle is kept up.
  const a = matrix.slice();
  /** The vectors of the reflections, as rows. */
  const reflections = new Float64Array(size * size);
  const scales = new Float64Array(size);
  const image = new Float64Array(size);
  for (let k = 0; k + 2 < size; k += 1) {
    let norm = 0;
    for (let i = k + 1; i < size; i += 1) norm += a[i * size + k]! * a[i * size + k]!;
    const first = a[(k + 1) * size + k]!;
    const length = Math.sqrt(norm);
    if (length === 0 || norm === first * first) continue;
    const alpha = first > 0 ? -length : length;
    const v = reflections.subarray(k * size, (k + 1) * size);
    for (let i = k + 1; i < size; i += 1) v[i] = a[i * size + k]!;
    v[k + 1] = first - alpha;
    const scale = 1 / (norm - first * alpha);
    scales[k] = scale;
    // A ← (1 − scale v vᵀ) A (1 − scale v vᵀ), in the rows and columns behind k.
    image.fill(0);
    for (let i = k + 1; i < size; i += 1) {
      const row = i * size;
      const x = v[i]!;
      let sum = a[row + i]! * x;
      for (let j = k + 1; j < i; j += 1) {
        sum += a[row + j]! * v[j]!;
        image[j] = image[j]! + a[row + j]! * x;
      }
      image[i] = image[i]! + sum;
    }
    let half = 0;
    for (let i = k + 1; i < size; i += 1) {
      image[i] = image[i]! * scale;
      half += image[i]! * v[i]!;
    }
    half *= scale / 2;
    for (let i = k + 1; i < size; i += 1) image[i] = image[i]! - half * v[i]!;
    for (let i = k + 1; i < size; i += 1) {
      const row = i * size;
      const [x, y] = [v[i]!, image[i]!];
      for (let j = k + 1; j <= i; j += 1) a[row + j] = a[row + j]! - x * image[j]! - y * v[j]!;
    }
    a[(k + 1) * size + k] = alpha;
  }
  const rows = productOf(reflections, scales, size);
  const diagonal = Float64Array.from({ length: size }, (_, at) => a[at * size + at]!);
  const beside = Float64Array.from({ length: size }, (_, at) =>
    at + 1 < size ? a[(at + 1) * size + at]! : 0,
  );
  return { diagonal, beside, rows };
}

/** The reflections one after the other, the last one leftmost: begun with it, each turns no more than the rows and columns behind its number. */
function productOf(reflections: Float64Array, scales: Float64Array, size: number): Float64Array {
  const rows = new Float64Array(size * size);
  for (let at = 0; at < size; at += 1) rows[at * size + at] = 1;
  for (let k = size - 3; k >= 0; k -= 1) {
    const v = reflections.subarray(k * size, (k + 1) * size);
    for (let i = k + 1; i < size; i += 1) {
      const row = i * size;
      let sum = 0;
      for (let j = k + 1; j < size; j += 1) sum += rows[row + j]! * v[j]!;
      sum *= scales[k]!;
      for (let j = k + 1; j < size; j += 1) rows[row + j] = rows[row + j]! - sum * v[j]!;
    }
  }
  return rows;
}

/** So many are enough where an eigenvalue is more than rounding. */
const usualSweeps = 30;
const mostSweeps = 60;

/** Turns a tridiagonal matrix into its eigenvalues, and the rows with it. @throws RangeError where that does not end */
function diagonalize(d: Float64Array, e: Float64Array, rows: Float64Array, size: number): void {
  // Of fewer points than dimensions most eigenvalues are 0: in their place stands what was rounded off larger ones, and each sweep puts as much there
  // again, so that nothing grows small beside them.
  const norm = d.reduce((most, value, at) => Math.max(most, Math.abs(value) + Math.abs(e[at] ?? 0)), 0);
  const isSmall = (at: number, sweep: number) =>
    Math.abs(e[at]!) <= 2 ** -53 * (Math.abs(d[at]!) + Math.abs(d[at + 1]!)) ||
    (sweep >= usualSweeps && Math.abs(e[at]!) <= 2 ** -50 * norm);
  for (let low = 0; low < size; low += 1)
    for (let sweep = 0; ; sweep += 1) {
      let high = low;
      while (high + 1 < size && !isSmall(high, sweep)) high += 1;
      if (high === low) break;
      if (sweep === mostSweeps) throw new RangeError('eigenvalues do not converge');
      const delta = (d[low + 1]! - d[low]!) / (2 * e[low]!);
      const root = Math.sqrt(delta * delta + 1);
      let g = d[high]! - d[low]! + e[low]! / (delta + (delta < 0 ? -root : root));
      let [sine, cosine, moved] = [1, 1, 0];
      let at = high - 1;
      for (; at >= low; at -= 1) {
        const f = sine * e[at]!;
        const b = cosine * e[at]!;
        const length = Math.sqrt(f * f + g * g);
        e[at + 1] = length;
        if (length === 0) {
          d[at + 1] = d[at + 1]! - moved;
          e[high] = 0;
          break;
        }
        sine = f / length;
        cosine = g / length;
        g = d[at + 1]! - moved;
        const turned = (d[at]! - g) * sine + 2 * cosine * b;
        moved = sine * turned;
        d[at + 1] = g + moved;
        g = cosine * turned - b;
        turn(rows, at * size, (at + 1) * size, size, cosine, sine);
      }
      if (at >= low) continue;
      d[low] = d[low]! - moved;
      e[low] = g;
      e[high] = 0;
    }
}

function turn(rows: Float64Array, a: number, b: number, size: number, cosine: number, sine: number): void {
  for (let k = 0; k < size; k += 1) {
    const lower = rows[b + k]!;
    const upper = rows[a + k]!;
    rows[b + k] = sine * upper + cosine * lower;
    rows[a + k] = cosine * upper - sine * lower;
  }
}
