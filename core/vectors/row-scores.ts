import type { Measure } from '../contract/search.ts';
import { byteRows, type BytesKernel, type Candidates, type Wanted } from './byte-rows.ts';
import { isSimilarity, measureOf } from './measures.ts';
import { unit, type VectorSpace } from './vector-space.ts';

/**
 * Compares a vector with every row: one number for each row, as {@link Measure} has it. What it returns is overwritten by
 * the next call.
 */
export interface RowScores {
  (query: Float32Array, measure: Measure): Float32Array;
  /** Rows among which the best are, with the same scores; null where that is not told without all of them. */
  readonly among?: (query: Float32Array, measure: Measure, wanted: Wanted) => Candidates | null;
}

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

type NearestKernel = Readonly<Record<'dot' | 'squares' | 'absolutes' | 'largest', Compare>> &
  BytesKernel & {
    readonly lengths: (
      rows: number,
      count: number,
      rowBytes: number,
      dimensions: number,
      scaling: number,
      lengths: number,
    ) => void;
  };

/** Rows in the kernel’s own memory: all of them, or room for some at a time. */
interface KernelRows {
  readonly query: Float32Array;
  readonly scores: Float32Array;
  /** In double precision; of those that were compared. */
  readonly lengths: Float64Array;
  /** Compares every row with the query. */
  readonly compare: (how: 'dot' | 'squares' | 'absolutes' | 'largest') => void;
  /** As {@link byteRows}, for rows of length 1 that stay. */
  readonly inBytes: () => ReturnType<typeof byteRows>;
}

/** Of fewer rows all are compared in a moment. */
const manyRows = 10_000;

/** What fits beside the rest into the second nearest cache, or so. */
const bytesAtOnce = 384 * 1024;

/**
 * The same in the kernel, in single precision. The first question is answered while the rows go by; for whoever asks again they stay in the
 * kernel’s memory. The numbers are the same.
 * @param module the compiled `nearest` kernel
 */
export function kernelRowScores(module: WebAssembly.Module, space: VectorSpace, raw: boolean): RowScores {
  let held: KernelRows | null = null;
  let asked = 0;
  let bytes: ReturnType<typeof byteRows> | undefined;
  const scores = (query: Float32Array, measure: Measure) => {
    asked += 1;
    if (asked > 1) held ??= kernelRows(module, space, { raw, keeps: true });
    return scoresOf(held ?? kernelRows(module, space, { raw, keeps: false }), { query, measure, raw });
  };
  /** For whoever has asked twice. */
  const among = (query: Float32Array, measure: Measure, wanted: Wanted) => {
    if (held === null || raw || !isSimilarity(measure) || space.words.length < manyRows) return null;
    bytes = bytes === undefined ? held.inBytes() : bytes;
    held.query.set(unit(query));
    return bytes?.(held.query, wanted) ?? null;
  };
  return Object.assign(scores, { among });
}

function scoresOf(
  { query, scores, lengths, compare }: KernelRows,
  asked: { readonly query: Float32Array; readonly measure: Measure; readonly raw: boolean },
): Float32Array {
  const { measure, raw } = asked;
  query.set(raw && measure !== 'cosine' ? asked.query : unit(asked.query));
  if (isSimilarity(measure)) {
    compare('dot');
    if (raw && measure === 'cosine')
      for (let row = 0; row < scores.length; row += 1)
        scores[row] = lengths[row] === 0 ? 0 : scores[row]! / lengths[row]!;
  } else if (measure === 'manhattan') compare('absolutes');
  else if (measure === 'chebyshev') compare('largest');
  else {
    compare('squares');
    for (let row = 0; row < scores.length; row += 1) scores[row] = Math.sqrt(scores[row]!);
  }
  return scores;
}

function kernelRows(
  module: WebAssembly.Module,
  space: VectorSpace,
  { raw, keeps }: { readonly raw: boolean; readonly keeps: boolean },
): KernelRows {
  const { words, dimensions } = space;
  const rowBytes = Math.ceil(dimensions / 4) * 16;
  const rowsAtOnce = keeps ? words.length : Math.max(1, Math.floor(bytesAtOnce / rowBytes));
  // The kernel's own constants come first.
  const queryAt = 16_384;
  const scoresAt = queryAt + rowBytes;
  const lengthsAt = Math.ceil((scoresAt + words.length * 4) / 16) * 16;
  const rowsAt = Math.ceil((lengthsAt + words.length * 8) / 16) * 16;
  const pages = Math.ceil((rowsAt + rowsAtOnce * rowBytes) / 65_536);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true });
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as NearestKernel;
  const rows = new Float32Array(memory.buffer, rowsAt, (rowsAtOnce * rowBytes) / 4);

  /** @returns where they lie */
  const put = (values: Float32Array, first: number): number => {
    const stride = rowBytes / 4;
    const to = keeps ? first * stride : 0;
    if (stride === dimensions) rows.set(values, to);
    else
      for (let from = 0, at = to; from < values.length; from += dimensions, at += stride)
        rows.set(values.subarray(from, from + dimensions), at);
    const place = rowsAt + to * 4;
    kernel.lengths(
      place,
      values.length / dimensions,
      rowBytes,
      dimensions,
      raw ? 0 : 1,
      lengthsAt + first * 8,
    );
    return place;
  };

  function* parts(): Generator<{ readonly first: number; readonly values: Float32Array }> {
    for (const { first, values } of space.stretches())
      for (let row = 0; row * dimensions < values.length; row += rowsAtOnce)
        yield {
          first: first + row,
          values: values.subarray(row * dimensions, (row + rowsAtOnce) * dimensions),
        };
  }

  if (keeps) for (const { first, values } of parts()) put(values, first);
  return {
    query: new Float32Array(memory.buffer, queryAt, dimensions),
    scores: new Float32Array(memory.buffer, scoresAt, words.length),
    lengths: new Float64Array(memory.buffer, lengthsAt, words.length),
    inBytes: () =>
      byteRows({ memory, kernel, rowsAt, count: words.length, rowBytes, dimensions, queryAt, scoresAt }),
    compare(how) {
      if (keeps) kernel[how](rowsAt, words.length, rowBytes, queryAt, scoresAt);
      else
        for (const { first, values } of parts())
          kernel[how](
            put(values, first),
            values.length / dimensions,
            rowBytes,
            queryAt,
            scoresAt + first * 4,
          );
    },
  };
}
