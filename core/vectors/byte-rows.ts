/** What bytes say of rows: those that may be among the best, and the exact scores of these. */
export interface Candidates {
  /** Ascending. */
  readonly rows: readonly number[];
  readonly scores: readonly number[];
}

export interface Wanted {
  readonly most: number;
  /** Only the first so many rows. */
  readonly rows: number;
  readonly exclude: readonly number[];
}

export interface BytesKernel {
  readonly dot: (rows: number, count: number, rowBytes: number, query: number, scores: number) => void;
  readonly toBytes: (...numbers: readonly number[]) => void;
  readonly byteDots: (...numbers: readonly number[]) => void;
}

/** Rows of length 1 (or 0) as they lie in the memory of the kernel. */
export interface UnitRows {
  readonly memory: WebAssembly.Memory;
  readonly kernel: BytesKernel;
  readonly rowsAt: number;
  readonly count: number;
  readonly rowBytes: number;
  readonly dimensions: number;
  /** Where the query lies when candidates are asked for, and where a score has room. */
  readonly queryAt: number;
  readonly scoresAt: number;
}

/** Longer lists are found by comparing everything. */
const longestList = 200;

/** Where more than this share may be near, comparing everything is quicker. */
const mostCandidates = 0.05;

/** What single precision can add to a product of rows of length 1, with room to spare. */
const roundingOf = (dimensions: number) => (dimensions + 64) * 2 ** -21;

/**
 * A copy of the rows in bytes, a quarter of their size. A product with it differs from the exact one by no more than what the bytes leave out of
 * the row, of the query, and rounding (Cauchy & Schwarz): rows that cannot reach the last place of the list even so need no exact score.
 * @returns null where there is no room for it
 */
export function byteRows(
  held: UnitRows,
): ((query: Float32Array, wanted: Wanted) => Candidates | null) | null {
  const { memory, kernel, rowsAt, count, rowBytes, dimensions, queryAt, scoresAt } = held;
  const byteRow = Math.ceil(dimensions / 16) * 16;
  const from = memory.buffer.byteLength;
  const column = Math.ceil(count / 4) * 16;
  const [askedAt, scalesAt] = [from, from + byteRow];
  const [sumsAt, errorsAt, nearAt] = [1, 2, 3].map((of) => scalesAt + of * column) as [
    number,
    number,
    number,
  ];
  const bytesAt = nearAt + column;
  try {
    memory.grow(Math.ceil((bytesAt + count * byteRow - from) / 65_536));
  } catch {
    return null;
  }
  kernel.toBytes(rowsAt, count, rowBytes, bytesAt, byteRow, scalesAt, sumsAt, errorsAt);
  const { buffer } = memory;
  const asked = new Uint8Array(buffer, askedAt, byteRow);
  const [errors, near] = [errorsAt, nearAt].map((at) => new Float32Array(buffer, at, count)) as [
    Float32Array,
    Float32Array,
  ];
  const score = new Float32Array(buffer, scoresAt, 1);
  const rounding = roundingOf(dimensions);

  return (query, { most, rows, exclude }) => {
    if (most < 1 || most > longestList) return null;
    let largest = 0;
    for (const value of query) largest = Math.max(largest, Math.abs(value));
    if (!(largest > 0 && largest < Infinity)) return null;
    const step = Math.fround(largest / 63);
    let [length, leftOut] = [0, 0];
    query.forEach((value, at) => {
      const whole = Math.round(value / step);
      asked[at] = whole + 64;
      length += value * value;
      leftOut += (value - whole * step) ** 2;
    });
    [length, leftOut] = [Math.sqrt(length), Math.sqrt(leftOut)];
    kernel.byteDots(bytesAt, count, byteRow, askedAt, scalesAt, sumsAt, step, nearAt);
    // What a row leaves out meets the whole query; what the query leaves out meets the bytes of the row.
    const perError = (length + leftOut) * 1.001;
    const common = leftOut * 1.001 + rounding;
    const excluded = new Set(exclude);
    const sure = new Float64Array(most).fill(-Infinity);
    let least = -Infinity;
    for (let row = 0; row < rows; row++) {
      const value = near[row]! - perError * errors[row]!;
      if (!(value > least) || excluded.has(row)) continue;
      let place = most - 1;
      for (; place > 0 && sure[place - 1]! < value; place--) sure[place] = sure[place - 1]!;
      sure[place] = value;
      least = sure[most - 1]!;
    }
    const bar = least - 2 * common;
    const found: number[] = [];
    const limit = mostCandidates * rows;
    for (let row = 0; row < rows; row++) {
      // NaN: nothing is known of such a row.
      if (near[row]! + perError * errors[row]! < bar || excluded.has(row)) continue;
      if (found.push(row) > limit) return null;
    }
    const scores = found.map((row) => {
      kernel.dot(rowsAt + row * rowBytes, 1, rowBytes, queryAt, scoresAt);
      return score[0]!;
    });
    return { rows: found, scores };
  };
}
