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
  /** One row, to be looked at only. */
  vector(row: number): Float32Array;
  /** All rows in order, some at a time: for what goes over them once. The numbers may be gone when the next are asked for. */
  stretches(): Iterable<RowStretch>;
  /** One row scaled to length 1; a row of zeros stays one. */
  unitVector(row: number): Float32Array;
}

type Held = Pick<VectorSpace, 'words' | 'counts' | 'dimensions'>;

/** Rows that stand one behind the other. */
export interface RowStretch {
  /** The first of them. */
  readonly first: number;
  /** Rows × dimensions, row-major. */
  readonly values: Float32Array;
}

/** Rows that are read where they are asked for. */
export interface StoredRows {
  all(): Float32Array;
  one(row: number): Float32Array;
  stretches(): Iterable<RowStretch>;
}

/** From here on it is quicker to have read all rows. */
const fewRows = 8;
/** From here on it is quicker to have all words in a table than to go through them. */
const fewWords = 8;

/** Over rows that are not all held in memory before somebody needs them so: a single question needs the row of its word and one passage over the others. */
export function storedSpace({ words, counts, dimensions }: Held, rows: StoredRows): VectorSpace {
  let values: Float32Array | null = null;
  let rowsRead = 0;
  const vector = (row: number) => {
    if (values === null && (rowsRead += 1) <= fewRows) return rows.one(row);
    values ??= rows.all();
    return values.subarray(row * dimensions, (row + 1) * dimensions);
  };
  return {
    words,
    counts,
    dimensions,
    get values() {
      return (values ??= rows.all());
    },
    rowOf: rowsByWord(words),
    vector,
    unitVector: (row) => unit(vector(row)),
    stretches: () => (values === null ? rows.stretches() : [{ first: 0, values }]),
  };
}

/** @param given words × dimensions numbers among them, row-major */
export function vectorSpace(given: Held & Pick<VectorSpace, 'values'>): VectorSpace {
  const { dimensions, values } = given;
  return storedSpace(given, {
    all: () => values,
    one: (row) => values.subarray(row * dimensions, (row + 1) * dimensions),
    stretches: () => [{ first: 0, values }],
  });
}

/** Of words that are there twice, the last. */
function rowsByWord(words: readonly string[]): (word: string) => number {
  let rows: Map<string, number> | null = null;
  let asked = 0;
  return (word) => {
    if (rows === null && (asked += 1) <= fewWords) return words.lastIndexOf(word);
    rows ??= new Map(words.map((one, row) => [one, row]));
    return rows.get(word) ?? -1;
  };
}

/** Scaled to length 1; zeros stay zeros. */
export function unit(vector: ArrayLike<number>): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return Float32Array.from(vector, (value) => (length > 0 ? value / length : 0));
}

/** Rows of so many numbers, each at length 1. */
export function unitRows(values: Float32Array, dimensions: number): Float32Array {
  const rows = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += dimensions)
    rows.set(unit(values.subarray(at, at + dimensions)), at);
  return rows;
}

/** In double precision. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}
