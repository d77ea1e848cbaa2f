import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../contract/errors.ts';
import { decodedWhole } from './decoded-whole.ts';
import { typed, type Metadata } from './metadata.ts';
import { wholeFile } from './readers/file-bytes.ts';
import { ods } from './readers/ods.ts';
import { chosenSheet, type SheetRow } from './readers/sheets.ts';
import { workbook } from './readers/workbook.ts';

/** A row of a table that says something of texts. */
export interface MetadataRow {
  /** The text that it is about, as the table names it. */
  readonly name: string;
  readonly metadata: Metadata;
}

/** What columns that name files are called; where none is called so, the first one names them. */
const keyNames = /^(?:file|file[ _-]?name|filename|path|datei|dateiname|fichier|archivo|文件|文件名)$/iu;

/**
 * A table of metadata as text, with commas, semicolons or tabs, in whatever encoding, or the first tab of a workbook: a row for each text.
 * @param file its name, as errors are to say it
 * @throws AppError E_METADATA_INVALID with the line, E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG
 */
export function readMetadataTable(path: string, file: string): readonly MetadataRow[] {
  const bytes = wholeFile(path);
  const book = [workbook, ods].find((one) => one.accepts(file, bytes.subarray(0, headBytes)));
  if (book === undefined) return metadataRows(decodedWhole(bytes), file);
  return rowsOf(cellsWithHead(chosenSheet(book.sheets(bytes, file), file).rows, file), 1, file);
}

/**
 * The cells that stand below a head, and those of the first column: of rows that reach to the last column a few may be there.
 * @throws AppError E_METADATA_INVALID with the line of a cell behind the last head, E_TOO_BIG
 */
function cellsWithHead(rows: readonly SheetRow[], file: string): readonly (readonly string[])[] {
  const columns = [...new Set([0, ...(rows[0]?.keys() ?? [])])].toSorted((a, b) => a - b);
  const last = columns[columns.length - 1]!;
  const beyond = rows.findIndex((cells) => cells.keys().some((column) => column > last));
  if (beyond >= 0)
    throw new AppError('E_METADATA_INVALID', { file, line: beyond + 1, reason: 'a cell without a head' });
  let characters = 0;
  return rows.map((cells) =>
    columns.map((column) => {
      const cell = cells.get(column) ?? '';
      // Cells may share their text: a small workbook can hold any amount of it.
      characters += cell.length;
      if (characters > mostCharacters)
        throw new AppError('E_TOO_BIG', { file, needed: characters, limit: mostCharacters });
      return cell.trim();
    }),
  );
}

/** Of all cells of a workbook together. */
const mostCharacters = 64 << 20;

/** Enough to tell a workbook by. */
const headBytes = 4096;

/** @throws AppError E_METADATA_INVALID with the line */
export function metadataRows(source: string, file: string): readonly MetadataRow[] {
  const [, told, text = ''] = /^\ufeff?(?:sep=([,;\t])\r?\n)?([^]*)$/iu.exec(source) ?? [];
  const firstLine = told === undefined ? 1 : 2;
  return rowsOf(parsed(text, told ?? delimiterOf(text), file), firstLine, file);
}

/** @param firstLine of the file that the head stands in */
function rowsOf(
  [header, ...records]: readonly (readonly string[])[],
  firstLine: number,
  file: string,
): readonly MetadataRow[] {
  if (header === undefined) throw new AppError('E_METADATA_INVALID', { file, reason: 'no header' });
  const twice = header.find((field, at) => field !== '' && header.indexOf(field) !== at);
  if (twice !== undefined)
    throw new AppError('E_METADATA_INVALID', { file, line: firstLine, reason: `“${twice}” twice` });
  const key = Math.max(
    0,
    header.findIndex((field) => keyNames.test(field)),
  );
  return records.map((record) => ({
    name: record[key]!,
    metadata: Object.fromEntries(
      header
        .map((field, column) => [field, typed(record[column]!)] as const)
        .filter(([field, value], column) => column !== key && field !== '' && value !== ''),
    ),
  }));
}

const delimiterOf = (text: string): string => {
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  return [',', ';', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
};

function parsed(text: string, delimiter: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, delimiter, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines ?? 1;
    throw new AppError('E_METADATA_INVALID', { file, line, reason: error.code });
  }
}
