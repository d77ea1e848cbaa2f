import { CsvError, parse } from 'csv-parse/sync';
import { columnNames, type ReadTable } from './columns.ts';
import { malformed } from './malformed.ts';
import { hasHeader } from './table-header.ts';

const delimiters = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof delimiters)[number];

/** A row, and the line of the file that it begins in. */
interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** What the library tells of a row. */
interface ReadRow {
  readonly record: string[];
  /** The line that it ends in. */
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/**
 * A table as text, with commas, semicolons, tabs or strokes between its cells.
 * @param named whether the first row holds the names of the columns; told by looking when undefined
 * @throws AppError E_FILE_MALFORMED with the line
 */
export function separatedTable(
  source: string,
  named: boolean | undefined,
): ReadTable & { readonly isNamed: boolean } {
  const [, told, text = ''] = /^\ufeff?(?:sep=([,;\t|])\r?\n)?([^]*)$/i.exec(source) ?? [];
  const delimiter = (told as Delimiter | undefined) ?? delimiterOf(text);
  const rows = delimiter === '\t' ? tabbedRows(text) : quotedRows(text, delimiter);
  const isNamed = named ?? hasHeader(rows.map(({ cells }) => cells));
  const [header, ...others] = isNamed ? rows : [{ cells: [], line: 0 }, ...rows];
  const cells = others.map((row) => row.cells);
  const widest = cells.reduce((width, row) => Math.max(width, row.length), 0);
  return {
    columns: columnNames(fullHeader(header?.cells ?? [], others, isNamed, widest)),
    rows: cells,
    isNamed,
  };
}

/** Programs that write the names of rows leave their column without a name. */
function fullHeader(
  header: readonly string[],
  rows: readonly Row[],
  isNamed: boolean,
  widest: number,
): readonly string[] {
  if (!isNamed) return Array.from({ length: widest }, () => '');
  if (rows.length > 0 && rows.every(({ cells }) => cells.length === header.length + 1))
    return ['', ...header];
  const odd = rows.find(({ cells }) => cells.slice(header.length).some((cell) => cell.trim() !== ''));
  // What stands behind the last column has been cut off a text by a sign that is none of the table's.
  if (odd !== undefined) throw malformed('CSV', odd.line, 'too-many-cells');
  return header;
}

/** The one that the first line has most of; of as many, the one that comes first. */
function delimiterOf(text: string): Delimiter {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  // What is quoted divides nothing.
  const plain = firstLine.replaceAll(/"[^"]*"/g, '');
  return delimiters.reduce((best, one) => (plain.split(one).length > plain.split(best).length ? one : best));
}

/** A quotation mark at the beginning of a cell opens a quotation; within one that was not opened it is a sign like any other. */
function quotedRows(text: string, delimiter: Delimiter): readonly Row[] {
  try {
    const rows = parse(text, {
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      // An inch mark in a cell is no quotation.
      relax_quotes: true,
      info: true,
      raw: true,
    }) as unknown as readonly ReadRow[];
    return rows.map(({ record, info, raw }) => {
      const own = raw.replaceAll(/^[\r\n]+|[\r\n]+$/g, '');
      const lines = own.split(/\r\n?|\n/).length;
      const line = Math.max(1, info.lines - lines + 1);
      if (lines > 1 && !isProper(own, delimiter)) throw malformed('CSV', line, 'quotation-endless');
      return { cells: record, line };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed('CSV', lineOfOpenQuotation(text, delimiter), 'quotation-endless');
  }
}

/** A row of several lines is one only if its quotations end where its cells do: otherwise a lone mark has swallowed what follows. */
function isProper(raw: string, delimiter: Delimiter): boolean {
  const cell = new RegExp(
    `(?:"(?:[^"]|"")*"|[^"\\r\\n${delimiter}][^\\r\\n${delimiter}]*|)(\\${delimiter}|[\\r\\n]*$)`,
    'y',
  );
  while (cell.lastIndex < raw.length) {
    const found = cell.exec(raw);
    if (found === null) return false;
    if (found[1] !== delimiter) return cell.lastIndex >= raw.length;
  }
  return true;
}

/** The line in which a quotation begins that nobody ends. */
function lineOfOpenQuotation(text: string, delimiter: Delimiter): number {
  let line = 1;
  let opened = 1;
  let isQuoted = false;
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) line += 1;
    if (isQuoted) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else isQuoted = false;
    } else if (sign === '"' && isStart) {
      isQuoted = true;
      opened = line;
    }
    isStart = sign === delimiter || sign === '\n' || sign === '\r';
  }
  return isQuoted ? opened : line;
}

/**
 * Tab-separated values know no quotation (IANA, text/tab-separated-values); spreadsheets quote all the same. A cell goes over several lines
 * only where the lines taken by themselves would be no table, and the quotations are whole.
 */
function tabbedRows(text: string): readonly Row[] {
  const plain = text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ cells: line.split('\t'), line: at + 1 }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '');
  const width = plain[0]?.cells.length ?? 0;
  if (plain.some(({ cells }) => cells.length < width) && text.includes('"')) {
    const quoted = properlyQuoted(text, width);
    if (quoted !== undefined) return quoted;
  }
  return plain.map(({ cells, line }) => ({ cells: cells.map(withoutQuotation), line }));
}

const withoutQuotation = (cell: string): string =>
  /^"(?:[^"]|"")*"$/.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"') : cell;

/** @returns undefined where the text cannot be read so */
function properlyQuoted(text: string, width: number): readonly Row[] | undefined {
  try {
    const rows = parse(text, {
      delimiter: '\t',
      skip_empty_lines: true,
      relax_column_count: true,
      info: true,
    }) as unknown as readonly ReadRow[];
    return rows.every(({ record }) => record.length === width)
      ? rows.map(({ record, info }) => ({ cells: record, line: info.lines }))
      : undefined;
  } catch (error) {
    if (error instanceof CsvError) return undefined;
    throw error;
  }
}
