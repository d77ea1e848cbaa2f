import { AppError } from '../contract/errors.ts';
import { kernelData } from '../kernel/memory-map.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Vectors that lie side by side in a panel, row by row: an entry of a matrix is read once for all of them. */
export const panelWidth = 4;
/** Products of the vectors of two panels: those of the first vector of the first come first. */
export const panelProducts = panelWidth * panelWidth;

const numberBytes = 8;
const mostBytes = 65_536 * 65_536;
/** Rows of all panels that are copied before they are overwritten; assembly/panels.ts. */
const scratchRows = 16;

/** The `panels` kernel; assembly/panels.ts says what each of its passes takes. */
interface PanelsKernel {
  readonly multiply: (
    offsets: number,
    columns: number,
    values: number,
    size: number,
    source: number,
    target: number,
    normal: boolean,
  ) => void;
  readonly products: (panels: number, count: number, b: number, rows: number, results: number) => void;
  readonly subtract: (panels: number, count: number, b: number, rows: number, factors: number) => void;
  readonly combine: (
    panels: number,
    count: number,
    factors: number,
    kept: number,
    rows: number,
    scratch: number,
  ) => void;
}

/** A sparse matrix and long vectors in panels, in the memory of a kernel. Panels are named by their numbers. */
export interface Panels {
  /** Length of each vector. */
  readonly size: number;
  /** The numbers of a panel, row by row; behind the last row zeros that are to stay zeros. */
  readonly panel: (at: number) => Float64Array;
  /** target = M · source. */
  readonly times: (source: number, target: number) => void;
  /** target = MᵀM · source. */
  readonly timesNormal: (source: number, target: number) => void;
  /** {@link panelProducts} numbers for each of the panels [from, to) with panel b; good until the next call. */
  readonly products: (from: number, to: number, b: number) => Float64Array;
  /** b ← b − Σ panel · factors, for the panels [from, to), with the factors that {@link Panels.products} gave last. */
  readonly subtract: (from: number, to: number, b: number) => void;
  /**
   * The first `kept` panels become sums of the first `count`.
   * @param factor of vector `one` in the sum `to`
   */
  readonly combine: (count: number, kept: number, factor: (to: number, one: number) => number) => void;
}

/**
 * @param module the `panels` kernel, strict
 * @param count panels that there is room for
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function panelsFor(module: WebAssembly.Module, matrix: SparseMatrix, count: number): Panels {
  const { size, offsets, columns, values } = matrix;
  const rows = Math.ceil(size / 4) * 4;
  const panelBytes = rows * panelWidth * numberBytes;
  let end = kernelData;
  const room = (bytes: number) => {
    const at = end;
    end = Math.ceil((at + bytes) / 32) * 32;
    return at;
  };
  const panelsAt = room(count * panelBytes);
  const resultsAt = room(count * panelProducts * numberBytes);
  const factorsAt = room(count * count * panelProducts * numberBytes);
  const scratchAt = room(count * scratchRows * panelWidth * numberBytes);
  const offsetsAt = room((size + 1) * 4);
  const columnsAt = room(columns.length * 4);
  const valuesAt = room(values.length * 4);
  const memory = allocate(end);
  new Uint32Array(memory.buffer, offsetsAt, size + 1).set(offsets);
  new Uint32Array(memory.buffer, columnsAt, columns.length).set(columns);
  new Float32Array(memory.buffer, valuesAt, values.length).set(values);
  const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as PanelsKernel;
  const placeOf = (at: number) => panelsAt + at * panelBytes;
  const multiply = (source: number, target: number, normal: boolean) =>
    kernel.multiply(offsetsAt, columnsAt, valuesAt, size, placeOf(source), placeOf(target), normal);
  return {
    size,
    panel: (at) => new Float64Array(memory.buffer, placeOf(at), rows * panelWidth),
    times: (source, target) => multiply(source, target, false),
    timesNormal: (source, target) => multiply(source, target, true),
    products(from, to, b) {
      kernel.products(placeOf(from), to - from, placeOf(b), rows, resultsAt);
      return new Float64Array(memory.buffer, resultsAt, (to - from) * panelProducts);
    },
    subtract: (from, to, b) => kernel.subtract(placeOf(from), to - from, placeOf(b), rows, resultsAt),
    combine(from, kept, factor) {
      const factors = new Float64Array(memory.buffer, factorsAt, kept * from * panelProducts);
      let at = 0;
      for (let to = 0; to < kept; to += 1)
        for (let one = 0; one < from * panelWidth; one += 1)
          for (let lane = 0; lane < panelWidth; lane += 1)
            factors[at++] = factor(to * panelWidth + lane, one);
      kernel.combine(panelsAt, from, factorsAt, kept, rows, scratchAt);
    },
  };
}

function allocate(bytes: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(bytes / 65_536), maximum: 65_536, shared: true });
  } catch {
    throw new AppError('E_MODEL_TOO_LARGE', { needed: bytes, limit: mostBytes });
  }
}
