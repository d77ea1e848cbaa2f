import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../contract/errors.ts';
import { columnNames, tableContents, type ReadTable } from './columns.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** Tables as text: comma, semicolon or tab between the cells and names in the first line, or an object of JSON in each line. */
export const table: MarkupReader = {
  id: 'table',
  accepts: (file, head) =>
    /\.(?:csv|tsv|tab|jsonl|ndjson)$/i.test(file) && formatOf(file, head) === undefined,
  read: (source, { take = [] }) =>
    tableContents(/^\s*\{/.test(source) ? jsonLines(source) : separated(source), take),
};

function separated(source: string): ReadTable {
  const firstLine = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  try {
    const [header = [], ...rows]: string[][] = parse(source, {
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      // An inch mark in a cell is no quotation.
      relax_quotes: true,
    });
    return { columns: columnNames(header), rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines ?? 1;
    throw new AppError('E_TABLE_INVALID', { line, reason: error.code }, { cause: error });
  }
}

/** Keys become columns in the order in which they first appear; what is no text or number is written as JSON. */
function jsonLines(source: string): ReadTable {
  const columns = new Map<string, number>();
  const rows = source
    .split(/\r?\n/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const cells: string[] = [];
      for (const [key, value] of Object.entries(parsed(line, at + 1))) {
        const column = columns.get(key) ?? columns.size;
        columns.set(key, column);
        cells[column] = cellOf(value, at + 1);
      }
      return cells;
    });
  return { columns: columnNames([...columns.keys()]), rows };
}

function cellOf(value: unknown, line: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch (error) {
    // Nested deeper than can be written.
    throw new AppError('E_TABLE_INVALID', { line, reason: 'JSON' }, { cause: error });
  }
}

function parsed(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new AppError('E_TABLE_INVALID', { line: number, reason: 'JSON' }, { cause: error });
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new AppError('E_TABLE_INVALID', { line: number, reason: 'JSON' });
}
