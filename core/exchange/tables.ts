import { stringify } from 'csv-stringify/sync';
import { AppError } from '../contract/errors.ts';
import type { ExportResult, TablePreset } from '../contract/exchange.ts';
import { harmlessCell } from '../contract/harmless-cell.ts';
import type { Hooks } from '../contract/progress.ts';
import { writeDocx, writeHtml, type About } from './page-tables.ts';
import { inSteps } from './steady.ts';
import { writeWhole } from './temporary-target.ts';
import type { Cell, Table } from './table.ts';
import { decimalSign, fieldSeparator } from './decimal-sign.ts';
import { sheetLimits, writeSheet } from './xlsx-sheet.ts';

export interface TableOptions {
  readonly format: 'csv' | 'tsv' | 'xlsx' | 'docx' | 'html';
  /** What is said above the rows of `docx` and `html`. */
  readonly about?: About;
  readonly preset: TablePreset;
  /** BCP 47; the Excel preset takes separator and decimal sign from it. */
  readonly locale?: string;
  readonly target: string;
}

/**
 * Writes a table to one file.
 * @throws AppError E_SHEET_TOO_LARGE, E_CANCELLED, E_NO_SPACE, E_READ_ONLY, E_IO; the target is then as it was
 */
export async function exportTable(
  table: Table,
  options: TableOptions,
  hooks: Hooks = {},
): Promise<ExportResult> {
  const rows = Array.isArray(table.rows) ? table.rows.length : table.rowCount;
  if (options.format === 'xlsx') checkSheet(rows ?? 0, table.columns.length);
  return writeWhole([options.target], async ([file]) => {
    const write = (piece: string | Uint8Array) => file!.write(piece);
    const writer =
      options.format === 'docx' || options.format === 'html'
        ? pageRows(table, options, file!.name, write)
        : headed(table, options.format === 'xlsx' ? sheetRows(write) : textRows(table, options, write));
    const written = await inSteps(table.rows, rows ?? 0, hooks, (row, at) => {
      if (options.format === 'xlsx' && at + 2 > sheetLimits.rows) checkSheet(at + 2, table.columns.length);
      writer.add(row);
    });
    writer.end();
    return { files: [file!.name], rows: written, columns: table.columns.length, changed: writer.changed() };
  });
}

/** @throws AppError E_SHEET_TOO_LARGE */
function checkSheet(rows: number, columns: number): void {
  if (rows + 1 > sheetLimits.rows || columns > sheetLimits.columns)
    throw new AppError('E_SHEET_TOO_LARGE', { rows, columns });
}

interface RowWriter {
  add(row: readonly Cell[]): void;
  end(): void;
  /** Cells that had to be made harmless. */
  changed(): number;
}

function sheetRows(write: (bytes: Uint8Array) => void): RowWriter {
  const sheet = writeSheet(write);
  // Strings stand in cells as strings: nothing in them runs.
  return { add: (row) => sheet.addRow(row), end: () => sheet.end(), changed: () => 0 };
}

/** The names of the columns are the first row. */
function headed({ columns }: Table, writer: RowWriter): RowWriter {
  writer.add(columns.map(({ name }) => name));
  return writer;
}

function pageRows(
  { columns, numberText = String }: Table,
  { format, preset, locale, about = [] }: TableOptions,
  name: string,
  write: (piece: string | Uint8Array) => void,
): RowWriter {
  const decimal =
    preset === 'excel' ? decimalSign(locale ?? Intl.NumberFormat().resolvedOptions().locale) : '.';
  const textOf = (cell: Cell) =>
    cell === null || (typeof cell === 'number' && !Number.isFinite(cell))
      ? ''
      : typeof cell === 'number'
        ? numberText(cell).replace('.', decimal)
        : cell;
  const page = { columns, title: name.replace(/\.[^.]*$/u, ''), about };
  const writer = format === 'docx' ? writeDocx(page, textOf, write) : writeHtml(page, textOf, write);
  return { add: (row) => writer.addRow(row), end: () => writer.end(), changed: () => 0 };
}

const rowsPerPiece = 500;

function textRows(
  { numberText = String }: Table,
  options: TableOptions,
  write: (text: string) => void,
): RowWriter {
  const excel = options.preset === 'excel';
  const locale = options.locale ?? Intl.NumberFormat().resolvedOptions().locale;
  const decimal = excel ? decimalSign(locale) : '.';
  const delimiter = options.format === 'tsv' ? '\t' : excel ? fieldSeparator(locale) : ',';
  let changed = 0;
  let pending: string[][] = [];

  function cellText(cell: Cell): string {
    if (cell === null) return '';
    if (typeof cell === 'number') return Number.isFinite(cell) ? numberText(cell).replace('.', decimal) : '';
    if (!excel) return cell;
    const harmless = harmlessCell(cell);
    if (harmless !== cell) changed += 1;
    return harmless;
  }
  const flush = () => {
    write(stringify(pending, { delimiter, record_delimiter: excel ? '\r\n' : '\n' }));
    pending = [];
  };

  if (excel) write('\uFEFF');
  return {
    add(row) {
      pending.push(row.map(cellText));
      if (pending.length === rowsPerPiece) flush();
    },
    end: flush,
    changed: () => changed,
  };
}
