import type { Grid } from '../../parts/heatmap/grid.ts';
import { symmetricLimit } from '../../parts/heatmap/grid.ts';
import type { Sum } from '../explore/sum.ts';

/** Rows of numbers, each with the word it stands for. */
export interface Vectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly values: Float32Array;
}

export type DimensionOrder = 'stored' | 'variance' | 'first';

/** Dimensions in the order of their place, of their variance over the words, or of their value in the first word. */
export function dimensionOrder(
  { words, dimensions, values }: Vectors,
  order: DimensionOrder,
): readonly number[] {
  const places = Array.from({ length: dimensions }, (_, d) => d);
  if (order === 'stored') return places;
  if (order === 'first') return places.toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const variance = places.map((d) => {
    const column = words.map((_, row) => values[row * dimensions + d] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length);
    return column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  });
  return places.toSorted((a, b) => (variance[b] ?? 0) - (variance[a] ?? 0));
}

/** Words × dimensions on a scale that is symmetric about 0. Dimensions are counted from 1. */
export function vectorGrid({ words, dimensions, values }: Vectors): Grid {
  return {
    rows: words,
    columns: Array.from({ length: dimensions }, (_, d) => String(d + 1)),
    values,
    limit: symmetricLimit(values),
    scale: 'diverging',
    columnsAre: 'numbers',
  };
}

export function rowOf({ words, dimensions, values }: Vectors, word: string): Float32Array | null {
  const row = words.indexOf(word);
  return row < 0 ? null : values.slice(row * dimensions, (row + 1) * dimensions);
}

/** A row for each vector of a list of named ones. @throws RangeError where their lengths differ */
export function stacked(rows: readonly { readonly name: string; readonly values: Float32Array }[]): Vectors {
  const dimensions = rows[0]?.values.length ?? 0;
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, i) => values.set(row.values, i * dimensions));
  return { words: rows.map((row) => row.name), dimensions, values };
}

/** The sum of added and the negated taken-away words, or null when one of them has no vector. */
export function summed(vectors: Vectors, { positive, negative }: Sum): Float32Array | null {
  const total = new Float32Array(vectors.dimensions);
  const signed = [
    ...positive.map((word) => ({ word, sign: 1 })),
    ...negative.map((word) => ({ word, sign: -1 })),
  ];
  for (const { word, sign } of signed) {
    const row = rowOf(vectors, word);
    if (row === null) return null;
    for (let d = 0; d < row.length; d++) total[d] = (total[d] ?? 0) + sign * (row[d] ?? 0);
  }
  return total;
}

/** Cosine of two vectors of one length; NaN where one of them is zero. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let d = 0; d < a.length; d++) {
    const [x, y] = [a[d] ?? 0, b[d] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}
