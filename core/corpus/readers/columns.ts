import type { Outline } from '../../contract/corpus.ts';
import { typed, type Metadata } from '../metadata.ts';
import type { Contents } from './extracted.ts';

/** A table with named columns; cells may be missing at the end of a row. */
export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Each row is a text: the cells of the columns that are taken, one below the other; the others are its metadata.
 * @param take names of columns; when empty, the one that is called text or has the most of it
 */
export function tableContents(table: ReadTable, take: readonly string[]): Contents {
  const { columns, rows } = table;
  const wanted = take.filter((name) => columns.includes(name));
  const taken = wanted.length > 0 ? wanted : [likelyText(table)].filter((name) => name !== undefined);
  const textColumns = new Set(taken.map((name) => columns.indexOf(name)));
  return {
    documents: rows.map((cells, at) => ({
      text: [...textColumns]
        .map((column) => cells[column] ?? '')
        .filter((text) => text.trim() !== '')
        .join('\n\n'),
      metadata: fieldsOf(columns, cells, textColumns),
      part: String(at + 1),
    })),
    outline: (): Outline => ({
      kind: 'columns',
      parts: columns.map((name, column) => {
        const sample = rows.find((cells) => (cells[column] ?? '').trim() !== '')?.[column];
        return { name, ...(sample === undefined ? {} : { sample: sample.trim().slice(0, 80) }) };
      }),
      taken,
    }),
  };
}

/** Longer cells are text that nobody would look for in a column of metadata. */
const mostOfACell = 300;

function fieldsOf(
  columns: readonly string[],
  cells: readonly string[],
  textColumns: ReadonlySet<number>,
): Metadata {
  const fields = columns
    .map((name, column) => [name, column, (cells[column] ?? '').trim().slice(0, mostOfACell)] as const)
    .filter(([name, column, value]) => name !== '' && value !== '' && !textColumns.has(column));
  return Object.fromEntries(fields.map(([name, , value]) => [name, typed(value)]));
}

const textNames =
  /^(?:text|texts|body|content|contents|sentence|utterance|正文|文本|内容|texte|texto|testo)$/iu;

/** Rows that tell which column is the longest. */
const sampledRows = 200;

function likelyText({ columns, rows }: ReadTable): string | undefined {
  const named = columns.find((name) => textNames.test(name.trim()));
  if (named !== undefined) return named;
  const lengths = columns.map((_, column) =>
    rows.slice(0, sampledRows).reduce((sum, cells) => sum + (cells[column] ?? '').length, 0),
  );
  return columns[lengths.indexOf(Math.max(...lengths))];
}

/** Names for columns: those without one are called by their number, and no two alike. */
export function columnNames(header: readonly string[]): string[] {
  const names: string[] = [];
  header.forEach((cell, at) => {
    const name = cell.trim().slice(0, 100) || String(at + 1);
    names.push(names.includes(name) ? `${name} (${at + 1})` : name);
  });
  return names;
}
