import type { Column } from './column.ts';

/** Tab-separated, for the clipboard: what a spreadsheet takes when pasted. */
export function pastedRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const clean = (cell: string) => cell.replaceAll(/[\t\r\n]+/g, ' ');
  const cells = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map((column) => String(column.value(row) ?? ''))),
  ];
  return cells.map((line) => `${line.map(clean).join('\t')}\n`).join('');
}
