import { spreadMark, valueAt, type Grid } from './grid.ts';
import type { Cell, Layout } from './layout.ts';
import { treePath } from './tree.ts';
import { css, diverging, readableOn, sequential, type Colour, type Palette } from './palette.ts';

export interface Ink {
  readonly palette: Palette;
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly textFace: string;
  readonly face: string;
}

/** The part of the whole picture that is seen. */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly grid: Grid;
  readonly sizes: Layout;
  readonly ink: Ink;
  readonly cursor: Cell | null;
  /** Rows that are chosen elsewhere: the step of a sentence, or several. */
  readonly marked?: Rows | null;
  /** Writes a number into each cell where it fits; null leaves cells bare. */
  readonly shown: ((value: number) => string) | null;
}

/** A stretch of rows, both ends among them. */
export interface Rows {
  readonly from: number;
  readonly to: number;
}

export function colourOf(grid: Grid, value: number, palette: Palette): Colour {
  const t = value / grid.limit;
  return grid.scale === 'diverging' ? diverging(t, palette) : sequential(t, palette);
}

/** Draws what is in sight: cells first, then labels over them, so that labels stay while cells scroll. */
export function paint(context: CanvasRenderingContext2D, picture: Picture, sight: Sight): void {
  const { sizes, ink, grid } = picture;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, sight.width, sight.height);
  const first = (at: number, size: number) => Math.max(0, Math.floor(at / size));
  const span = {
    row: first(sight.y, sizes.cellHeight),
    rowEnd: Math.min(grid.rows.length, first(sight.y + sight.height, sizes.cellHeight) + 1),
    column: first(sight.x, sizes.cellWidth),
    columnEnd: Math.min(grid.columns.length, first(sight.x + sight.width, sizes.cellWidth) + 1),
  };
  context.save();
  context.beginPath();
  context.rect(sizes.left, sizes.top, sight.width, sight.height);
  context.clip();
  for (let row = span.row; row < span.rowEnd; row++) {
    for (let column = span.column; column < span.columnEnd; column++)
      paintCell(context, picture, sight, { row, column });
  }
  paintTree(context, picture, sight);
  paintMarked(context, picture, sight);
  paintCursor(context, picture, sight);
  context.restore();
  paintLabels(context, picture, sight, span);
}

function place(
  sizes: Layout,
  sight: Sight,
  { row, column }: Cell,
): { x: number; y: number; w: number; h: number } {
  // Whole pixels: neighbouring cells share an edge without a seam.
  const x = Math.round(sizes.left + column * sizes.cellWidth - sight.x);
  const next = Math.round(sizes.left + (column + 1) * sizes.cellWidth - sight.x);
  const y = Math.round(sizes.top + row * sizes.cellHeight - sight.y);
  return { x, y, w: next - x, h: sizes.cellHeight };
}

function paintCell(context: CanvasRenderingContext2D, picture: Picture, sight: Sight, cell: Cell): void {
  const { grid, sizes, ink, shown } = picture;
  if (isBare(grid, cell)) return;
  const value = valueAt(grid, cell.row, cell.column);
  const colour = colourOf(grid, value, ink.palette);
  const { x, y, w, h } = place(sizes, sight, cell);
  const gap = sizes.cellWidth >= 12 ? 1 : 0;
  context.fillStyle = css(colour);
  context.fillRect(x, y, w - gap, h - 1);
  paintSpread(context, picture, cell, { x, y, w: w - gap, h: h - 1 });
  if (shown === null || w < 32) return;
  context.fillStyle = readableOn(colour);
  context.font = `11px ${ink.face}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(shown(value), x + w / 2, y + h / 2);
}

/** Height of the bar at the foot of a cell, and of the mark of the value in it. */
export const spreadHeight = { bar: 2, mark: 5 } as const;
/** Smaller cells have no room for a bar that says something. */
export const leastForSpread = { width: 24, height: 16 } as const;

/** The interval of a cell, as a bar at its foot on the scale of the heatmap: short where the runs agree. */
function paintSpread(
  context: CanvasRenderingContext2D,
  { grid, ink }: Picture,
  { row, column }: Cell,
  { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): void {
  if (w < leastForSpread.width || h < leastForSpread.height) return;
  const mark = spreadMark(grid, row, column);
  if (mark === null) return;
  const foot = y + h - 2;
  context.fillStyle = readableOn(colourOf(grid, valueAt(grid, row, column), ink.palette));
  const from = x + mark.from * w;
  context.fillRect(from, foot - spreadHeight.bar, Math.max(1, (mark.to - mark.from) * w), spreadHeight.bar);
  context.fillRect(x + mark.at * (w - 1), foot - spreadHeight.mark, 1, spreadHeight.mark);
}

/** What a word has with itself. */
export const isBare = ({ isSquare }: Grid, { row, column }: Cell): boolean =>
  isSquare === true && row === column;

function paintTree(context: CanvasRenderingContext2D, { grid, sizes, ink }: Picture, sight: Sight): void {
  if (grid.tree === undefined || grid.tree.length === 0) return;
  context.save();
  context.translate(-sight.x, -sight.y);
  context.lineWidth = 1;
  context.strokeStyle = ink.quiet;
  context.stroke(new Path2D(treePath(grid.tree, sizes)));
  context.restore();
}

function paintMarked(
  context: CanvasRenderingContext2D,
  { grid, sizes, marked, ink }: Picture,
  sight: Sight,
): void {
  if (marked === undefined || marked === null) return;
  const first = place(sizes, sight, { row: marked.from, column: 0 });
  const last = place(sizes, sight, { row: marked.to, column: grid.columns.length - 1 });
  context.lineWidth = 2;
  context.strokeStyle = ink.ink;
  context.strokeRect(first.x + 1, first.y, last.x + last.w - first.x - 2, last.y + last.h - 1 - first.y);
}

function paintCursor(context: CanvasRenderingContext2D, { sizes, cursor, ink }: Picture, sight: Sight): void {
  if (cursor === null) return;
  const { x, y, w, h } = place(sizes, sight, cursor);
  context.lineWidth = 2;
  context.strokeStyle = ink.paper;
  context.strokeRect(x - 2, y - 2, w + 3, h + 3);
  context.strokeStyle = ink.ink;
  context.strokeRect(x, y, w - 1, h - 1);
}

function paintLabels(
  context: CanvasRenderingContext2D,
  { grid, sizes, ink, cursor, marked }: Picture,
  sight: Sight,
  span: {
    readonly row: number;
    readonly rowEnd: number;
    readonly column: number;
    readonly columnEnd: number;
  },
): void {
  context.textBaseline = 'middle';
  context.save();
  context.beginPath();
  context.rect(0, sizes.top, sizes.left, sight.height);
  context.clip();
  context.textAlign = 'right';
  for (let row = span.row; row < span.rowEnd; row++) {
    const { y, h } = place(sizes, sight, { row, column: 0 });
    const isMarked = marked != null && row >= marked.from && row <= marked.to;
    context.font = `${isMarked ? '600 ' : ''}${Math.min(15, sizes.cellHeight - 4)}px ${ink.textFace}`;
    context.fillStyle = isMarked || cursor?.row === row ? ink.accent : ink.ink;
    context.fillText(grid.rows[row] ?? '', sizes.left - 8, y + h / 2, sizes.left - 12);
  }
  context.restore();
  context.save();
  context.beginPath();
  context.rect(sizes.left, 0, sight.width, sizes.top);
  context.clip();
  for (let column = span.column; column < span.columnEnd; column++) {
    const { x, w } = place(sizes, sight, { row: 0, column });
    context.fillStyle =
      cursor?.column === column ? ink.accent : grid.columnsAre === 'words' ? ink.ink : ink.quiet;
    if (grid.columnsAre === 'words')
      paintUpright(context, grid.columns[column] ?? '', x + w / 2, sizes.top, ink);
    else if (column % 10 === 0 || sizes.cellWidth >= 26) {
      context.font = `11px ${ink.face}`;
      context.textAlign = 'left';
      context.fillText(grid.columns[column] ?? '', x, sizes.top - 9);
    }
  }
  context.restore();
}

function paintUpright(
  context: CanvasRenderingContext2D,
  label: string,
  x: number,
  bottom: number,
  ink: Ink,
): void {
  context.save();
  context.translate(x, bottom - 6);
  context.rotate(-Math.PI / 2);
  context.font = `15px ${ink.textFace}`;
  context.textAlign = 'left';
  context.fillText(label, 0, 0, bottom - 10);
  context.restore();
}
