import { AppError } from '../../contract/errors.ts';
import type { Taking } from '../../contract/import.ts';
import { columnNames, tableContents, type ReadTable } from './columns.ts';
import type { Contents } from './extracted.ts';
import { hasHeader } from './table-header.ts';

/** Cells by their columns; none is empty. */
export type SheetRow = ReadonlyMap<number, string>;

/** A tab of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that have a cell with something in it. */
  rows(): readonly SheetRow[];
}

/** Tells the tabs of a workbook. */
export interface WorkbookReader {
  /** @throws AppError E_FILE_UNREADABLE, E_FILE_ENCRYPTED, E_FORMAT_UNSUPPORTED, E_TOO_BIG */
  sheets(bytes: Uint8Array, file: string): readonly Sheet[];
}

/**
 * A tab of which each row is a text. Its first row holds the names of its columns, if it looks so or somebody says so.
 * @throws AppError E_FILE_EMPTY
 */
export function sheetContents(
  sheets: readonly Sheet[],
  file: string,
  { sheet: wanted, take = [], header }: Pick<Taking, 'sheet' | 'take' | 'header'>,
): Contents {
  const { name: shown, rows } = chosenSheet(sheets, file, wanted);
  const isNamed = header === undefined ? hasHeader(rows.slice(0, lookedAt).map(cellsOf)) : header === 'yes';
  const table = isNamed ? tableOf(rows[0]!, rows.slice(1)) : tableOf(new Map(), rows);
  const contents = tableContents(table, take);
  const names = sheets.map(({ name }) => name);
  return {
    ...contents,
    outline: () => ({
      ...contents.outline!(),
      header: isNamed,
      ...(names.length > 1 ? { sheets: names, sheet: shown } : {}),
    }),
  };
}

/** Rows by which it is told whether the first one is a head. */
const lookedAt = 200;

/**
 * The first tab that has rows, or the one of a name, with its rows.
 * @throws AppError E_FILE_EMPTY
 */
export function chosenSheet(
  sheets: readonly Sheet[],
  file: string,
  wanted?: string,
): { readonly name: string; readonly rows: readonly SheetRow[] } {
  const chosen = sheets.filter(({ name }) => name === wanted);
  // What the author hid is looked at only where nothing else is there.
  const inOrder = [
    ...sheets.filter(({ isHidden }) => !isHidden),
    ...sheets.filter(({ isHidden }) => isHidden),
  ];
  for (const sheet of chosen.length > 0 ? chosen : inOrder) {
    const rows = sheet.rows();
    if (rows.length > 0) return { name: sheet.name, rows };
  }
  throw new AppError('E_FILE_EMPTY', { file });
}

const widthOf = (rows: readonly SheetRow[]): number =>
  rows.reduce((widest, row) => Math.max(widest, ...row.keys()), -1) + 1;

/** The cells of a row, those that are missing as empty ones. */
const cellsOf = (row: SheetRow): string[] =>
  Array.from({ length: widthOf([row]) }, (_, at) => row.get(at) ?? '');

function tableOf(header: SheetRow, rows: readonly SheetRow[]): ReadTable {
  // A column that has only a name holds nothing, one that has none still does.
  const width = widthOf([header, ...rows]);
  return { columns: columnNames(Array.from({ length: width }, (_, at) => header.get(at) ?? '')), rows };
}
