import type { Outline } from '../../contract/import.ts';
import { AppError } from '../../contract/errors.ts';
import { typed, type Metadata } from '../metadata.ts';
import type { Contents } from './extracted.ts';
import { mostInMemory } from './file-bytes.ts';

/** Cells by their columns; those of a wide row of which most are missing in a map. */
export type TableRow = readonly string[] | ReadonlyMap<number, string>;

export interface ReadTable {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

const cellOf = (cells: TableRow, column: number): string =>
  (cells instanceof Map
    ? (cells as ReadonlyMap<number, string>).get(column)
    : (cells as readonly string[])[column]) ?? '';

/**
 * Each row is a text: the cells of the columns that are taken, one below the other; the others are its metadata.
 * @param take names of columns; when empty, the one that is called text or has the most of it
 * @param isData a file of any data: where no column looks like text somebody has to choose
 * @throws AppError E_TOO_BIG
 */
export function tableContents(table: ReadTable, take: readonly string[], isData = false): Contents {
  const { columns, rows } = table;
  const wanted = take.filter((name) => columns.includes(name));
  const likely = likelyText(table);
  const isSure = !isData || (likely !== undefined && (isTextName(likely) || isProse(table, likely)));
  const taken = wanted.length > 0 ? wanted : isSure && likely !== undefined ? [likely] : [];
  const textColumns = new Set(taken.map((name) => columns.indexOf(name)));
  let characters = 0;
  return {
    ...(taken.length > 0
      ? {}
      : { refusal: new AppError('E_NO_TEXT_FIELD', { fields: columns.slice(0, mostNamed) }) }),
    documents: rows.map((cells, at) => {
      const found = [...textColumns]
        .map((column) => cellOf(cells, column))
        .filter((text) => text.trim() !== '');
      // Cells may share their text: a small file can hold any amount of it.
      characters += found.reduce((sum, text) => sum + text.length, 0);
      if (characters > mostInMemory)
        throw new AppError('E_TOO_BIG', { needed: characters, limit: mostInMemory });
      return {
        text: found.join('\n\n'),
        metadata: fieldsOf(columns, cells, textColumns),
        part: String(at + 1),
      };
    }),
    outline: (): Outline => {
      const samples = new Map<number, string>();
      for (const cells of rows)
        cells.forEach((cell, column) => {
          if (!samples.has(column) && cell.trim() !== '') samples.set(column, cell.trim().slice(0, 80));
        });
      const parts = columns.map((name, column) => {
        const sample = samples.get(column);
        return { name, ...(sample === undefined ? {} : { sample }) };
      });
      return { kind: 'columns', parts, taken };
    },
  };
}

/** Columns that a message names. */
const mostNamed = 12;

/** Most cells of the column have some words, or some characters of a script without spaces. */
function isProse({ columns, rows }: ReadTable, name: string): boolean {
  const column = columns.indexOf(name);
  const cells = rows
    .slice(0, sampledRows)
    .map((row) => cellOf(row, column).trim())
    .filter((cell) => cell !== '');
  const prose = cells.filter((cell) => /\S\s+\S+\s+\S/.test(cell) || /[\p{Lo}]{6}/u.test(cell));
  return prose.length > 0 && prose.length >= cells.length / 2;
}

/** Longer cells are text that nobody would look for in a column of metadata. */
const mostOfACell = 300;

function fieldsOf(columns: readonly string[], cells: TableRow, textColumns: ReadonlySet<number>): Metadata {
  const fields: [string, string | number][] = [];
  // Most of a wide row may be missing: only what is there is looked at.
  cells.forEach((cell, column) => {
    const name = columns[column] ?? '';
    const value = cell.trim().slice(0, mostOfACell);
    if (name !== '' && value !== '' && !textColumns.has(column)) fields.push([name, typed(value)]);
  });
  return Object.fromEntries(fields);
}

const textNames =
  /^(?:text|texts|full_?text|body|content|contents|sentence|utterance|正文|文本|内容|texte|texto|testo)$/iu;

/** Whether a column of this name holds text. Of one within another field the last step counts. */
export const isTextName = (name: string): boolean => textNames.test(name.trim().replace(/^.*\./, ''));

/** Rows that tell which column is the longest. */
const sampledRows = 200;

function likelyText({ columns, rows }: ReadTable): string | undefined {
  const named = columns.find(isTextName);
  if (named !== undefined) return named;
  const lengths = columns.map(() => 0);
  for (const cells of rows.slice(0, sampledRows))
    cells.forEach((cell, column) => {
      if (column < lengths.length) lengths[column]! += cell.length;
    });
  return columns[lengths.indexOf(lengths.reduce((most, length) => Math.max(most, length), 0))];
}

/** XFD, the last that Excel has: more are no table. */
export const mostColumns = 16_384;

/**
 * Names for columns: those without one are called by their number, and no two alike.
 * @throws AppError E_TABLE_INVALID for more than {@link mostColumns}
 */
export function columnNames(header: readonly string[]): string[] {
  if (header.length > mostColumns)
    throw new AppError('E_TABLE_INVALID', { line: 1, reason: `${header.length} columns` });
  const names = new Set<string>();
  header.forEach((cell, at) => {
    const name = cell.trim().slice(0, 100) || String(at + 1);
    let unlike = name;
    for (let number = at + 1; names.has(unlike); number += 1) unlike = `${name} (${number})`;
    names.add(unlike);
  });
  return [...names];
}
