import type { Column } from './column.ts';

/** Tab-separated, for the clipboard: what a spreadsheet takes when pasted. */
export function toTabs<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const clean = (cell: string) => cell.replaceAll(/[\t\r\n]+/g, ' ');
  return lines(columns, rows, (cells) => cells.map(clean).join('\t'), '\n');
}

/**
 * Comma-separated by RFC 4180, with a byte-order mark so that Excel reads it as UTF-8. Cells that a spreadsheet would
 * run as a formula begin with an apostrophe.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\uFEFF${lines(columns, rows, (cells) => cells.map((cell) => quoted(harmless(cell))).join(','), '\r\n')}`;
}

function lines<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  join: (cells: string[]) => string,
  end: string,
): string {
  const head = join(columns.map((column) => column.name));
  const body = rows.map((row) => join(columns.map((column) => String(column.value(row) ?? ''))));
  return [head, ...body, ''].join(end);
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) && !Number.isFinite(Number(cell)) ? `'${cell}` : cell;
}
