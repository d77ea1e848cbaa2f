/** Compressed sparse rows, square. */
export interface SparseMatrix {
  readonly size: number;
  /** Entries of row r: offsets[r] … offsets[r + 1] − 1; size + 1 numbers. */
  readonly offsets: Float64Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}
