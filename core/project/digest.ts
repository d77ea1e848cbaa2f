import { createHash, hash as digestAtOnce, type Hash } from 'node:crypto';
import type { ReadDb } from './connection.ts';
import { giveBack } from './given-back.ts';
import { tablesOf } from './migrations.ts';

/** Every table that holds what a person put in or made; `project` and `checkpoints` are book-keeping. In digest order. */
export const contentTables = [
  'settings',
  'imports',
  'import_reports',
  'documents',
  'texts',
  'tokens',
  'types',
  'postings',
  'models',
  'model_words',
  'matrices',
  'matrix_chunks',
  'sequence_models',
  'sequence_words',
  'weights',
  'weight_chunks',
  'layers',
  'layer_values',
  'layer_columns',
  'layer_chunks',
  'regions',
  'studies',
  'study_runs',
  'study_chunks',
  'word_lists',
  'saved_queries',
  'line_notes',
  'learning_steps',
] as const;

export type ContentTable = (typeof contentTables)[number];

export type Value = number | bigint | string | Buffer | null;

const scratchBytes = 1 << 16;

/** Values go in with their kind and length before them, so that no two different rows give the same bytes. */
function rowWriter(update: (bytes: Uint8Array) => void) {
  const scratch = Buffer.allocUnsafe(scratchBytes);
  let used = 0;
  const flush = () => {
    if (used > 0) update(scratch.subarray(0, used));
    used = 0;
  };
  const head = (kind: number, length: number) => {
    if (used + 9 > scratchBytes) flush();
    scratch[used] = kind;
    scratch.writeDoubleLE(length, used + 1);
    used += 9;
  };
  const put = (value: Value) => {
    if (value === null) head(0, 0);
    else if (typeof value === 'number') head(Number.isInteger(value) ? 1 : 2, value);
    else if (typeof value === 'bigint') put(value.toString());
    else if (typeof value === 'string') {
      const length = Buffer.byteLength(value);
      head(3, length);
      if (used + length > scratchBytes) flush();
      if (length > scratchBytes) update(Buffer.from(value));
      else used += scratch.write(value, used);
    } else {
      head(4, value.length);
      if (used + value.length > scratchBytes) flush();
      if (value.length > scratchBytes) update(value);
      else used += value.copy(scratch, used);
    }
  };
  return { put, flush };
}

// Pages rather than a cursor: fetching many short rows at once is nearly twice as fast. Few where rows are long.
const rowsAtOnce = (table: string) =>
  table.endsWith('_chunks')
    ? 4
    : ['texts', 'tokens', 'regions', 'learning_steps'].includes(table)
      ? 16
      : 2048;

/** So many rows have a digest together; elsewhere each has its own. What stands in these two can be told from the texts as well. */
const rowsTogether: Readonly<Partial<Record<ContentTable, number>>> = { types: 64, postings: 64 };
export const rowsInGroup = (table: ContentTable) => rowsTogether[table] ?? 1;

/** As many bytes of a digest of rows are kept: what is asked is whether a disk or a program changed them. */
export const keptBytes = 8;

/** Rows that have a digest together, ascending. */
export interface RowGroup {
  readonly table: ContentTable;
  readonly ids: readonly number[];
  readonly digest: Buffer;
}

/** Digests of rows, one group after the other: `end` gives that of what was put since the last one. */
export function groupHash(also?: Hash) {
  let begun: Hash | null = null;
  let ending = false;
  let digest: Buffer = Buffer.alloc(0);
  const { put, flush } = rowWriter((bytes) => {
    also?.update(bytes);
    if (ending && begun === null) digest = digestAtOnce('sha256', bytes, 'buffer');
    else {
      begun ??= createHash('sha256');
      begun.update(bytes);
    }
  });
  const end = (): Buffer => {
    ending = true;
    flush();
    ending = false;
    if (begun !== null) digest = begun.digest();
    begun = null;
    return digest.subarray(0, keptBytes);
  };
  return { put, end };
}

/** The largest id of a row. One beyond it is another number when it is read, and whoever goes on behind that one goes on for ever. */
export const lastId = Number.MAX_SAFE_INTEGER;

/**
 * sha256 over the rows of every content table in the order of their ids; hex. Costs one reading of the database.
 * @param onGroup told the digests of the rows on the way
 */
export function contentDigest(db: ReadDb, onGroup?: (group: RowGroup) => void): string {
  const hash = createHash('sha256');
  const { put, end } = groupHash(hash);
  const there = tablesOf(db);
  for (const table of contentTables) {
    if (!there.has(table)) continue;
    put(table);
    if (onGroup !== undefined) end();
    let ids: number[] = [];
    const endGroup = () => {
      if (ids.length > 0) onGroup?.({ table, ids, digest: end() });
      ids = [];
    };
    const together = rowsInGroup(table);
    const limit = rowsAtOnce(table);
    const page = db
      .prepare<[number, number, number], Value[]>(
        `SELECT * FROM ${table} WHERE id > ? AND id <= ? ORDER BY id LIMIT ?`,
      )
      .raw();
    for (let last = -lastId - 1, rows; ; last = rows.at(-1)[0] as number) {
      rows = page.all(last, lastId, limit);
      if (rows.length === 0) break;
      for (const row of rows) {
        for (const value of row) {
          put(value);
          if (Buffer.isBuffer(value)) giveBack(value);
        }
        if (onGroup !== undefined && ids.push(row[0] as number) === together) endGroup();
      }
    }
    endGroup();
    // Rows with ids that no Firth gave count as well, but none is kept a digest of.
    const strangers = [
      [db.prepare<[number], Value[]>(`SELECT * FROM ${table} WHERE id < ? ORDER BY id`), -lastId],
      [db.prepare<[number], Value[]>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id`), lastId],
    ] as const;
    for (const [rows, edge] of strangers)
      for (const row of rows.raw().safeIntegers().iterate(edge)) for (const value of row) put(value);
  }
  end();
  return hash.digest('hex');
}
