import type { ReadDb } from './connection.ts';

/**
 * Every type, indexed by its id. An id whose last occurrence was removed has the empty form and count 0; it is never
 * given to another form.
 */
export interface TypeTable {
  readonly forms: readonly string[];
  readonly counts: Uint32Array;
  /** The range: number of documents that the type occurs in. */
  readonly documents: Uint32Array;
}

const pageRows = 8192;

export function readTypes(db: ReadDb): TypeTable {
  const size = db.prepare<[], number>('SELECT coalesce(max(id) + 1, 0) FROM types').pluck().get()!;
  const forms = new Array<string>(size).fill('');
  const counts = new Uint32Array(size);
  const documents = new Uint32Array(size);
  const page = db
    .prepare<[number, number], [number, string, number, number]>(
      'SELECT id, form, count, documents FROM types WHERE id > ? ORDER BY id LIMIT ?',
    )
    .raw();
  for (let last = -1; ;) {
    const rows = page.all(last, pageRows);
    if (rows.length === 0) return { forms, counts, documents };
    for (const [id, form, count, range] of rows) {
      forms[id] = form;
      counts[id] = count;
      documents[id] = range;
      last = id;
    }
  }
}

/** Whether there is a corpus. */
export const hasTypes = (db: ReadDb): boolean =>
  db.prepare('SELECT 1 FROM types LIMIT 1').get() !== undefined;

export interface StoredType {
  readonly id: number;
  readonly form: string;
  readonly count: number;
  readonly documents: number;
}

/** The type of a form, exactly as it is written. */
export function findType(db: ReadDb, form: string): StoredType | null {
  const sql = 'SELECT id, form, count, documents FROM types WHERE form = ?';
  return db.prepare<[string], StoredType>(sql).get(form) ?? null;
}

/** Ranges of many forms at once; null for a form that the corpus does not have. */
export function rangesOf(db: ReadDb, forms: readonly string[]): readonly (number | null)[] {
  const range = db.prepare<[string], number>('SELECT documents FROM types WHERE form = ?').pluck();
  return forms.map((form) => range.get(form) ?? null);
}
