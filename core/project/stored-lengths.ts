import { longest } from '../contract/limits.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { tablesOf } from './migrations.ts';

/** Longest value of each column that has no length of its own by its kind, in bytes. */
export const longestOfColumns: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  settings: { name: longest.name, value: longest.list },
  imports: { settings: longest.list },
  import_reports: { file: longest.name, report: longest.metadata },
  documents: {
    name: longest.name,
    file: longest.name,
    language: longest.name,
    encoding: longest.name,
    method: longest.name,
    metadata: longest.metadata,
    digest: 32,
  },
  texts: { text: 1 << 20 },
  tokens: { ids: 1 << 16, places: 1 << 18, sentences: 1 << 18 },
  types: { form: longest.word },
  postings: { places: 1 << 29 },
  models: {
    name: longest.name,
    settings: longest.name,
    history: longest.metadata,
    health: longest.metadata,
    corpus: longest.name,
  },
  model_words: { forms: longest.list, counts: 1 << 16 },
  matrices: { sha256: 64 },
  matrix_chunks: { numbers: 1 << 20 },
  sequence_models: {
    name: longest.name,
    settings: longest.name,
    history: longest.metadata,
    texts: longest.stretches,
    corpus: longest.name,
    sha256: 64,
  },
  sequence_words: { forms: longest.list, counts: 1 << 16 },
  weights: { name: 100, sha256: 64 },
  weight_chunks: { numbers: 1 << 20 },
  layers: { region: longest.name, name: longest.name, kind: 100 },
  layer_values: { value: longest.word },
  layer_columns: { digest: 32 },
  layer_chunks: { ids: 1 << 16 },
  regions: { name: longest.name, tokens: 1 << 29, places: 1 << 29, times: 1 << 29, digest: 32 },
  studies: { kind: longest.name },
  study_runs: { failure: longest.name, sha256: 100 },
  study_chunks: { scales: 1 << 20, numbers: 1 << 20 },
  word_lists: { name: longest.name, words: longest.list, counts: longest.list },
  saved_queries: { name: longest.name, question: longest.list },
  learning_steps: { numbers: 1 << 20, sha256: 64 },
  line_notes: { category: longest.name, note: longest.note },
  digests: { name: 100, ids: 1 << 20, digests: 1 << 16 },
};

/** The columns of a table that has these, which an older one need not. */
export function limitsOf(db: ReadDb, table: string): readonly (readonly [column: string, bytes: number])[] {
  const columns = new Set(
    db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table),
  );
  // A file may name a table as it likes: only names of the program's own go on from here into statements.
  const own = Object.hasOwn(longestOfColumns, table) ? longestOfColumns[table]! : {};
  return Object.entries(own).filter(([column]) => columns.has(column));
}

/** The first column with a value that is too long, or null. Lengths come from the heads of rows: no value is read for them. */
export function overlong(db: ReadDb): string | null {
  for (const table of tablesOf(db))
    for (const [column, bytes] of limitsOf(db, table)) {
      const sql = `SELECT max(octet_length(${column})) FROM ${table}`;
      if ((db.prepare<[], number | null>(sql).pluck().get() ?? 0) > bytes) return `${table}.${column}`;
    }
  return null;
}

/** Tables of pieces: what writes them cuts to size, and a trigger would copy every one. */
const inPieces: ReadonlySet<string> = new Set([
  'texts',
  'tokens',
  'postings',
  'matrix_chunks',
  'weight_chunks',
  'layer_chunks',
  'study_chunks',
]);

/**
 * From here on no statement of this connection writes a value that is too long: it fails, and with it the transaction that it stands in.
 * The triggers are the connection’s own and never part of the file.
 */
export function holdLengths(db: WriteDb): void {
  for (const table of tablesOf(db)) {
    const limits = limitsOf(db, table);
    if (limits.length === 0 || inPieces.has(table)) continue;
    const tooLong = limits.map(([column, bytes]) => `octet_length(NEW.${column}) > ${bytes}`).join(' OR ');
    const columns = limits.map(([column]) => column).join(', ');
    for (const [event, when] of [
      ['insert', 'INSERT'],
      ['update', `UPDATE OF ${columns}`],
    ] as const)
      db.exec(`CREATE TEMP TRIGGER too_long_in_${table}_${event} BEFORE ${when} ON main.${table}
               WHEN ${tooLong} BEGIN SELECT RAISE(ABORT, 'too long: ${table}'); END`);
  }
}
