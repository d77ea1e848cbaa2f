import { createHash } from 'node:crypto';
import type { ReadDb } from './connection.ts';
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

type Value = number | bigint | string | Buffer | null;

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

/** sha256 over the rows of every content table in the order of their ids; hex. Costs one reading of the database. */
export function contentDigest(db: ReadDb): string {
  const hash = createHash('sha256');
  const { put, flush } = rowWriter((bytes) => hash.update(bytes));
  const there = tablesOf(db);
  for (const table of contentTables) {
    if (!there.has(table)) continue;
    put(table);
    const limit = rowsAtOnce(table);
    const page = db
      .prepare<[number, number], Value[]>(`SELECT * FROM ${table} WHERE id > ? ORDER BY id LIMIT ?`)
      .raw();
    for (let last = -Number.MAX_SAFE_INTEGER, rows; ; last = rows.at(-1)[0] as number) {
      rows = page.all(last, limit);
      if (rows.length === 0) break;
      for (const row of rows) for (const value of row) put(value);
    }
  }
  flush();
  return hash.digest('hex');
}
