import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A connection that is only read from. Functions that take it issue no statement that writes. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'pragma'> & { readonly [readable]: true };

/** The one connection that writes to a working copy. Wherever a {@link ReadDb} is asked for, it serves too. */
export type WriteDb = Pick<Database.Database, 'exec' | 'transaction' | 'close' | 'inTransaction' | 'open'> &
  ReadDb & { readonly [writable]: true };

/** 'FRTH', so that `file` and other programs can tell a project from any other database. */
export const applicationId = 0x46525448;
export const pageSize = 16_384;

const safety: readonly (readonly [pragma: string, value: number])[] = [
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['foreign_keys', 1],
  // Sorting and statement journals stay in memory: nothing of a text is ever left in the system's temporary folder.
  ['temp_store', 2],
];

const durability: readonly (readonly [pragma: string, value: number | string])[] = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['checkpoint_fullfsync', 1],
  ['secure_delete', 2],
];

// SQLite ignores a pragma it cannot honour, so each one is read back.
function apply(db: Database.Database, pragmas: readonly (readonly [string, number | string])[]): void {
  for (const [pragma, value] of pragmas) {
    // FAST reads back as 2 but is not set by that number.
    db.pragma(`${pragma} = ${pragma === 'secure_delete' ? 'FAST' : value}`);
    const actual: unknown = db.pragma(pragma, { simple: true });
    // Where memory mapping is compiled out there is nothing to read back.
    if (actual !== value && !(pragma === 'mmap_size' && actual === undefined)) {
      db.close();
      throw new AppError('E_INTERNAL', { reason: `pragma ${pragma} is ${String(actual)}, not ${value}` });
    }
  }
}

/** Opens a quiescent database for reading: never creates a file beside it, and locks it only for the moment of a statement, against whoever writes. */
export function openForReading(path: string): ReadDb & { close(): void } {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
  apply(db, safety);
  return db as unknown as ReadDb & { close(): void };
}

/** Opens a working copy: write-ahead log, every commit on the disk before it is confirmed. */
export function openWorkingCopy(path: string, { create = false } = {}): WriteDb {
  const db = new Database(path, { fileMustExist: !create, timeout: 0 });
  if (create) {
    db.pragma(`page_size = ${pageSize}`);
    db.pragma(`application_id = ${applicationId}`);
  }
  apply(db, [...safety, ...durability]);
  return db as unknown as WriteDb;
}
