/** Compressed sparse rows, square. */
export interface SparseMatrix {
  readonly size: number;
  /** Entries of row r: offsets[r] … offsets[r + 1] − 1; size + 1 numbers. */
  readonly offsets: Float64Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Vectors that are multiplied at once: an entry of the matrix is read once for all of them. */
export const blockWidth = 4;

/**
 * Multiplies blocks of vectors by M, or by MᵀM in one passage over its rows.
 * @returns takes and gives `blockWidth` columns, one after the other; what it gives is good until the next call
 */
export function blockProducts({ size, offsets, columns, values }: SparseMatrix) {
  /** The same, rows × blockWidth, so that an entry of the matrix meets neighbours. */
  const rows = new Float64Array(size * blockWidth);
  const images = new Float64Array(size * blockWidth);
  const result = new Float64Array(size * blockWidth);

  function turn(from: Float64Array): void {
    for (let at = 0; at < size; at += 1)
      for (let one = 0; one < blockWidth; one += 1) rows[at * blockWidth + one] = from[one * size + at]!;
  }

  function turnBack(): Float64Array {
    for (let at = 0; at < size; at += 1)
      for (let one = 0; one < blockWidth; one += 1) result[one * size + at] = images[at * blockWidth + one]!;
    return result;
  }

  function multiply(block: Float64Array, isNormal: boolean): Float64Array {
    turn(block);
    images.fill(0);
    for (let row = 0; row < size; row += 1) {
      const first = offsets[row]!;
      const end = offsets[row + 1]!;
      if (first === end) continue;
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let entry = first; entry < end; entry += 1) {
        const value = values[entry]!;
        const at = columns[entry]! * blockWidth;
        a += value * rows[at]!;
        b += value * rows[at + 1]!;
        c += value * rows[at + 2]!;
        d += value * rows[at + 3]!;
      }
      if (!isNormal) {
        images.set([a, b, c, d], row * blockWidth);
        continue;
      }
      for (let entry = first; entry < end; entry += 1) {
        const value = values[entry]!;
        const at = columns[entry]! * blockWidth;
        images[at] = images[at]! + value * a;
        images[at + 1] = images[at + 1]! + value * b;
        images[at + 2] = images[at + 2]! + value * c;
        images[at + 3] = images[at + 3]! + value * d;
      }
    }
    return turnBack();
  }

  return {
    times: (block: Float64Array) => multiply(block, false),
    timesNormal: (block: Float64Array) => multiply(block, true),
  };
}
