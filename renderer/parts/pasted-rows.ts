import { harmlessCell } from '../../core/contract/harmless-cell.ts';
import type { Column } from './column.ts';

/** Tab-separated, for the clipboard: what a spreadsheet takes when pasted. Words are made harmless as in files for spreadsheets; numbers stay. */
export function pastedRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const clean = (cell: string) => harmlessCell(cell).replaceAll(/[\t\r\n]+/g, ' ');
  const cell = (value: string | number | null) =>
    typeof value === 'number' ? String(value) : clean(value ?? '');
  const cells = [
    columns.map(({ name }) => clean(name)),
    ...rows.map((row) => columns.map((column) => cell(column.value(row)))),
  ];
  return cells.map((line) => `${line.join('\t')}\n`).join('');
}
