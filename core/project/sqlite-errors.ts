import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';

const fromSqlite: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'E_NO_SPACE'],
  ['SQLITE_CORRUPT', 'E_DAMAGED'],
  ['SQLITE_NOTADB', 'E_DAMAGED'],
  ['SQLITE_FORMAT', 'E_DAMAGED'],
  ['SQLITE_BUSY', 'E_IN_USE'],
  ['SQLITE_LOCKED', 'E_IN_USE'],
  ['SQLITE_READONLY', 'E_READ_ONLY'],
  ['SQLITE_IOERR', 'E_IO'],
  ['SQLITE_CANTOPEN', 'E_IO'],
];

const fromSystem = new Map<string, ErrorCode>([
  ['ENOSPC', 'E_NO_SPACE'],
  ['EDQUOT', 'E_NO_SPACE'],
  ['EFBIG', 'E_NO_SPACE'],
  ['EROFS', 'E_READ_ONLY'],
  ['EACCES', 'E_READ_ONLY'],
  ['EPERM', 'E_READ_ONLY'],
  ['ENOENT', 'E_FILE_MISSING'],
  ['ENOTDIR', 'E_FILE_MISSING'],
  ['EIO', 'E_IO'],
]);

function causeOf(thrown: unknown): ErrorCode | undefined {
  if (thrown instanceof Database.SqliteError) {
    return fromSqlite.find(([prefix]) => thrown.code.startsWith(prefix))?.[1];
  }
  if (thrown instanceof Error && 'syscall' in thrown && 'code' in thrown && typeof thrown.code === 'string') {
    return fromSystem.get(thrown.code) ?? 'E_IO';
  }
  return undefined;
}

/**
 * What SQLite or the file system threw, under the code that names its cause; anything else as it is.
 * @param file base name of the file that the person knows, never a path
 */
export function asAppError(thrown: unknown, file: string): unknown {
  if (thrown instanceof AppError) return thrown;
  const code = causeOf(thrown);
  if (code === undefined) return thrown;
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return new AppError(code, { file, reason }, { cause: thrown });
}

/** Runs `work`; whatever SQLite or the file system throws in it comes out under its own code. */
export function namingCauses<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw asAppError(thrown, file);
  }
}
