import type { Measure } from '../contract/search.ts';
import { isSimilarity, measureOf } from './measures.ts';
import { dot, unit, type VectorSpace } from './vector-space.ts';

/**
 * Compares a vector with every row: one number for each row, as {@link Measure} has it. What it returns is overwritten by
 * the next call.
 */
export type RowScores = (query: Float32Array, measure: Measure) => Float32Array;

/** The plain way, in double precision; `raw` compares vectors as they are, otherwise all are scaled to length 1 first. */
export function plainRowScores(space: VectorSpace, raw: boolean): RowScores {
  return (query, measure) => {
    const asked = raw ? query : unit(query);
    return Float32Array.from(space.words, (_, row) =>
      measureOf[measure](asked, raw ? space.vector(row) : space.unitVector(row)),
    );
  };
}

type Compare = (rows: number, count: number, rowBytes: number, query: number, scores: number) => void;

type NearestKernel = Readonly<Record<'dot' | 'squares' | 'absolutes' | 'largest', Compare>>;

/**
 * The same in the kernel, in single precision: a copy of the rows in its own memory, read from front to back.
 * @param module the compiled `nearest` kernel
 */
export function kernelRowScores(module: WebAssembly.Module, space: VectorSpace, raw: boolean): RowScores {
  const { words, dimensions } = space;
  const rowBytes = Math.ceil(dimensions / 4) * 16;
  // The kernel's own constants come first.
  const queryAt = 16_384;
  const scoresAt = queryAt + rowBytes;
  const rowsAt = Math.ceil((scoresAt + words.length * 4) / 16) * 16;
  const pages = Math.ceil((rowsAt + words.length * rowBytes) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as NearestKernel;
  const rows = new Float32Array(memory.buffer, rowsAt, (words.length * rowBytes) / 4);
  const lengths = new Float64Array(words.length);
  for (let row = 0; row < words.length; row += 1) {
    const vector = space.vector(row);
    lengths[row] = Math.sqrt(dot(vector, vector));
    const scale = raw || lengths[row] === 0 ? 1 : 1 / lengths[row]!;
    for (let at = 0; at < dimensions; at += 1) rows[(row * rowBytes) / 4 + at] = vector[at]! * scale;
  }
  const query = new Float32Array(memory.buffer, queryAt, dimensions);
  const scores = new Float32Array(memory.buffer, scoresAt, words.length);
  const run = (compare: Compare) => {
    compare(rowsAt, words.length, rowBytes, queryAt, scoresAt);
    return scores;
  };

  return (asked, measure) => {
    query.set(raw && measure !== 'cosine' ? asked : unit(asked));
    if (isSimilarity(measure)) {
      run(kernel.dot);
      if (raw && measure === 'cosine')
        for (let row = 0; row < scores.length; row += 1)
          scores[row] = lengths[row] === 0 ? 0 : scores[row]! / lengths[row]!;
      return scores;
    }
    if (measure === 'manhattan') return run(kernel.absolutes);
    if (measure === 'chebyshev') return run(kernel.largest);
    run(kernel.squares);
    for (let row = 0; row < scores.length; row += 1) scores[row] = Math.sqrt(scores[row]!);
    return scores;
  };
}
