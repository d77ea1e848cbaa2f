import { AppError } from '../../contract/errors.ts';
import { columnNames, tableContents, type ReadTable } from './columns.ts';
import type { Contents } from './extracted.ts';

/** Cells by their columns; none is empty. */
export type SheetRow = ReadonlyMap<number, string>;

/** A tab of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows that have a cell with something in it. */
  rows(): readonly SheetRow[];
}

/**
 * The first tab that has rows, or a chosen one, with the names of its columns in its first row.
 * @throws AppError E_FILE_EMPTY
 */
export function sheetContents(
  sheets: readonly Sheet[],
  file: string,
  { sheet: wanted, take = [] }: { readonly sheet?: string; readonly take?: readonly string[] },
): Contents {
  const chosen = sheets.filter(({ name }) => name === wanted);
  // What the author hid is looked at only where nothing else is there.
  const inOrder = [
    ...sheets.filter(({ isHidden }) => !isHidden),
    ...sheets.filter(({ isHidden }) => isHidden),
  ];
  for (const sheet of chosen.length > 0 ? chosen : inOrder) {
    const [header, ...rows] = sheet.rows();
    if (header === undefined) continue;
    const contents = tableContents(tableOf(header, rows), take);
    const names = sheets.map(({ name }) => name);
    return {
      ...contents,
      outline: () => ({
        ...contents.outline!(),
        ...(names.length > 1 ? { sheets: names, sheet: sheet.name } : {}),
      }),
    };
  }
  throw new AppError('E_FILE_EMPTY', { file });
}

function tableOf(header: SheetRow, rows: readonly SheetRow[]): ReadTable {
  // A column that has only a name holds nothing, one that has none still does.
  const width = [header, ...rows].reduce((widest, row) => Math.max(widest, ...row.keys()), -1) + 1;
  return { columns: columnNames(Array.from({ length: width }, (_, at) => header.get(at) ?? '')), rows };
}
