import Database from 'better-sqlite3';
import { join } from 'node:path';
import { asAppError } from './sqlite-errors.ts';

/** Held until released; the system frees it when the process dies, however it dies. */
export interface Lock {
  release(): void;
}

/**
 * Takes the exclusive lock of a folder: `BEGIN EXCLUSIVE` on an empty database in it, which works between threads,
 * processes and programs on every system.
 * @param waitMs how long to wait for another holder
 * @returns null when another one holds it
 */
export function tryLock(folder: string, waitMs = 0): Lock | null {
  const db = new Database(join(folder, 'lock.db'), { timeout: waitMs });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    db.close();
    if (thrown instanceof Database.SqliteError && thrown.code.startsWith('SQLITE_BUSY')) return null;
    throw asAppError(thrown, 'lock.db');
  }
  return { release: () => void db.close() };
}
