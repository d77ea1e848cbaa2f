import type { PackedRows } from './packed-rows.ts';

/** The runs of a study, ready to be compared with. */
export interface ReadyRuns {
  readonly count: number;
  readonly words: number;
  /** The vector of a word in a run, at length 1; null where the run does not have it. */
  unitVector(run: number, word: number): Float32Array | null;
  /**
   * Cosine of a vector with every word of a run, NaN for words that it does not have. What it returns is overwritten by the next call.
   * @param query of length 1
   */
  cosines(run: number, query: Float32Array): Float32Array;
}

interface PackedKernel {
  packed(rows: number, count: number, rowBytes: number, query: number, scales: number, scores: number): void;
}

/**
 * A copy of all runs in the memory of a kernel: one byte a number, and the inverse length of each row.
 * @param module the compiled `nearest` kernel
 * @param runs all of as many words and dimensions
 */
export function readyRuns(module: WebAssembly.Module, runs: readonly PackedRows[]): ReadyRuns {
  const dimensions = runs[0]?.dimensions ?? 0;
  const words = runs[0]?.scales.length ?? 0;
  const rowBytes = Math.ceil(dimensions / 16) * 16;
  const whole = (bytes: number) => Math.ceil(bytes / 16) * 16;
  // The kernel's own constants come first.
  const queryAt = 16_384;
  const scoresAt = queryAt + rowBytes * 4;
  const scalesAt = scoresAt + whole(words * 4);
  const scalesBytes = whole(words * 4);
  const rowsAt = scalesAt + runs.length * scalesBytes;
  const bytes = rowsAt + runs.length * words * rowBytes;
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(bytes / 65_536),
    maximum: 65_536,
    shared: true,
  });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as PackedKernel;
  const rowsOf = (run: number) =>
    new Int8Array(memory.buffer, rowsAt + run * words * rowBytes, words * rowBytes);
  const inverseOf = (run: number) => new Float32Array(memory.buffer, scalesAt + run * scalesBytes, words);
  runs.forEach(({ scales, numbers }, run) => {
    const rows = rowsOf(run);
    const inverse = inverseOf(run);
    for (let word = 0; word < words; word += 1) {
      let squares = 0;
      const [from, to] = [word * dimensions, word * rowBytes];
      for (let at = 0; at < dimensions; at += 1) {
        const number = numbers[from + at]!;
        rows[to + at] = number;
        squares += number * number;
      }
      inverse[word] = scales[word] === 0 || squares === 0 ? NaN : 1 / Math.sqrt(squares);
    }
  });
  const query = new Float32Array(memory.buffer, queryAt, rowBytes);
  const scores = new Float32Array(memory.buffer, scoresAt, words);
  return {
    count: runs.length,
    words,
    unitVector(run, word) {
      const inverse = inverseOf(run)[word]!;
      if (Number.isNaN(inverse)) return null;
      const row = rowsOf(run).subarray(word * rowBytes, word * rowBytes + dimensions);
      return Float32Array.from(row, (number) => number * inverse);
    },
    cosines(run, asked) {
      query.set(asked);
      kernel.packed(
        rowsAt + run * words * rowBytes,
        words,
        rowBytes,
        queryAt,
        scalesAt + run * scalesBytes,
        scoresAt,
      );
      return scores;
    },
  };
}
