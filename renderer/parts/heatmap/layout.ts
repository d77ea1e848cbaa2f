import type { Grid } from './grid.ts';

/** Sizes in CSS pixels: where labels end, how large a cell is. */
export interface Layout {
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Of all cells together. */
  readonly cells: number;
  /** Room for the tree right of them. */
  readonly tree: number;
  readonly width: number;
  readonly height: number;
}

const treeWidth = 88;

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Fits the grid into a width where cells stay large enough to see, else lets it scroll. */
export function layout(
  grid: Grid,
  available: number,
  labelWidth: (label: string) => number,
  values: boolean,
  rowHeight = 26,
): Layout {
  const longest = (labels: readonly string[]) =>
    labels.reduce((most, label) => Math.max(most, labelWidth(label)), 0);
  const left = Math.min(180, Math.ceil(longest(grid.rows)) + 12);
  const words = grid.columnsAre === 'words';
  const top = words ? Math.min(140, Math.ceil(longest(grid.columns)) + 12) : 22;
  const tree = (grid.tree?.length ?? 0) > 0 ? treeWidth : 0;
  const fitting = (available - left - tree - 2) / Math.max(1, grid.columns.length);
  const least = values ? 42 : words ? 22 : 4;
  const cellWidth = Math.max(least, Math.min(words ? 44 : 28, fitting));
  const cellHeight = words && !values ? Math.min(cellWidth, 28) : rowHeight;
  return {
    left,
    top,
    cellWidth,
    cellHeight,
    cells: cellWidth * grid.columns.length,
    tree,
    width: Math.ceil(left + cellWidth * grid.columns.length + tree),
    height: top + cellHeight * grid.rows.length,
  };
}

/** The cell under a point of the whole picture, or null beside the cells. */
export function cellAt(grid: Grid, sizes: Layout, x: number, y: number): Cell | null {
  const column = Math.floor((x - sizes.left) / sizes.cellWidth);
  const row = Math.floor((y - sizes.top) / sizes.cellHeight);
  const inside = column >= 0 && row >= 0 && column < grid.columns.length && row < grid.rows.length;
  return inside ? { row, column } : null;
}

/** Where a key takes the cursor, or null for a key that does not move it. */
export function moved(grid: Grid, cell: Cell, key: string, whole: boolean): Cell | null {
  const lastRow = grid.rows.length - 1;
  const lastColumn = grid.columns.length - 1;
  const within = (n: number, last: number) => Math.max(0, Math.min(last, n));
  const { row, column } = cell;
  const moves: Readonly<Partial<Record<string, Cell>>> = {
    ArrowUp: { row: within(row - 1, lastRow), column },
    ArrowDown: { row: within(row + 1, lastRow), column },
    ArrowLeft: { row, column: within(column - 1, lastColumn) },
    ArrowRight: { row, column: within(column + 1, lastColumn) },
    PageUp: { row: within(row - 10, lastRow), column },
    PageDown: { row: within(row + 10, lastRow), column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? lastRow : row, column: lastColumn },
  };
  return Object.hasOwn(moves, key) ? (moves[key] ?? null) : null;
}
