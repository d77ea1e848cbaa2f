import type { ClusterMerge } from '../../../core/contract/search.ts';

/** What a heatmap shows: rows × columns of numbers, row-major. */
export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: Float32Array;
  /** Diverging scales run from −limit to limit, sequential ones from 0 to limit. */
  readonly limit: number;
  readonly scale: 'diverging' | 'sequential';
  /** Columns are words (named along the top) or numbered dimensions (every tenth is named). */
  readonly columnsAre: 'words' | 'numbers';
  /** Rows and columns are the same: what one has with itself says nothing, and stays bare. */
  readonly isSquare?: boolean;
  /** Ends of the interval of each value, where a study says them; NaN where it does not. */
  readonly low?: Float32Array | null;
  readonly high?: Float32Array | null;
  /** How the rows were clustered, by their places. */
  readonly tree?: readonly ClusterMerge[];
}

export function valueAt(grid: Grid, row: number, column: number): number {
  return grid.values[row * grid.columns.length + column] ?? Number.NaN;
}

/** The largest absolute value, rounded up to two significant digits; 1 for a grid of zeros. */
export function symmetricLimit(values: Float32Array): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  if (most === 0) return 1;
  const step = 10 ** (Math.floor(Math.log10(most)) - 1);
  return Number((Math.ceil(most / step - 1e-9) * step).toPrecision(2));
}

/** The values of a square without its diagonal, which would stretch every scale to its end. */
export function offDiagonal(values: Float32Array, size: number): Float32Array {
  return values.map((value, at) => (at % (size + 1) === 0 ? Number.NaN : value));
}

/** A grid whose rows or columns stand in another order. */
export function reordered(
  grid: Grid,
  order: { rows?: readonly number[]; columns?: readonly number[] },
): Grid {
  const rows = order.rows ?? grid.rows.map((_, i) => i);
  const columns = order.columns ?? grid.columns.map((_, i) => i);
  const placed = (from: Float32Array) => {
    const values = new Float32Array(rows.length * columns.length);
    rows.forEach((row, r) => {
      columns.forEach(
        (column, c) => (values[r * columns.length + c] = from[row * grid.columns.length + column] ?? NaN),
      );
    });
    return values;
  };
  const { low, high } = grid;
  return {
    ...grid,
    rows: rows.map((row) => grid.rows[row] ?? ''),
    columns: columns.map((column) => grid.columns[column] ?? ''),
    values: placed(grid.values),
    ...(low && high ? { low: placed(low), high: placed(high) } : {}),
  };
}

/** A bar that shows the interval of a cell within it, as shares of the cell’s width. */
export interface SpreadMark {
  /** Ends of the interval. */
  readonly from: number;
  readonly to: number;
  /** Place of the value itself. */
  readonly at: number;
}

/** Where an interval lies on the scale of the grid, from one edge of a cell to the other; null where no study says one, and where a cell is bare. */
export function spreadMark(grid: Grid, row: number, column: number): SpreadMark | null {
  const interval = grid.isSquare === true && row === column ? null : intervalAt(grid, row, column);
  if (interval === null) return null;
  const least = grid.scale === 'diverging' ? -grid.limit : 0;
  const share = (value: number) => Math.max(0, Math.min(1, (value - least) / (grid.limit - least)));
  return { from: share(interval[0]), to: share(interval[1]), at: share(valueAt(grid, row, column)) };
}

/** The interval of a cell; null where no study says one. */
export function intervalAt(
  { low, high, columns }: Grid,
  row: number,
  column: number,
): readonly [low: number, high: number] | null {
  const at = row * columns.length + column;
  const [from, to] = [low?.[at] ?? NaN, high?.[at] ?? NaN];
  return Number.isNaN(from) || Number.isNaN(to) ? null : [from, to];
}
