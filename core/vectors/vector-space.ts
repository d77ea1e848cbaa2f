/** The vectors of a model with its words. */
export interface VectorSpace {
  /** By row. */
  readonly words: readonly string[];
  /** Occurrences of each word in the corpus it was trained on; null where they are not known. */
  readonly counts: Uint32Array | null;
  readonly dimensions: number;
  /** Words × dimensions, row-major. */
  readonly values: Float32Array;
  /** Row of a word exactly as it is written, −1 where it has none. */
  rowOf(word: string): number;
  /** A view of one row. */
  vector(row: number): Float32Array;
  /** One row scaled to length 1; a row of zeros stays one. */
  unitVector(row: number): Float32Array;
}

type Given = Pick<VectorSpace, 'words' | 'counts' | 'dimensions' | 'values'>;

export function vectorSpace({ words, counts, dimensions, values }: Given): VectorSpace {
  let rows: Map<string, number> | null = null;
  const vector = (row: number) => values.subarray(row * dimensions, (row + 1) * dimensions);
  return {
    words,
    counts,
    dimensions,
    values,
    rowOf(word) {
      rows ??= new Map(words.map((one, row) => [one, row]));
      return rows.get(word) ?? -1;
    },
    vector,
    unitVector: (row) => unit(vector(row)),
  };
}

/** Scaled to length 1; zeros stay zeros. */
export function unit(vector: ArrayLike<number>): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return Float32Array.from(vector, (value) => (length > 0 ? value / length : 0));
}

/** In double precision. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}
