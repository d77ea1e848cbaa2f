import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { systemCause } from '../system-errors.ts';

type Doing = 'reading' | 'writing';

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
  ['SQLITE_NOMEM', 'E_TOO_BIG'],
  ['SQLITE_TOOBIG', 'E_TOO_BIG'],
  // Only what is too long to be opened again: no table of a project has a trigger of its own.
  ['SQLITE_CONSTRAINT_TRIGGER', 'E_TOO_LONG'],
];

function causeOf(thrown: unknown, doing: Doing): ErrorCode | undefined {
  if (thrown instanceof Database.SqliteError) {
    // The number of the file format in the header is one that no SQLite writes; it has no code of its own.
    if (thrown.message === 'unsupported file format') return 'E_DAMAGED';
    return fromSqlite.find(([prefix]) => thrown.code.startsWith(prefix))?.[1];
  }
  return systemCause(thrown, doing);
}

/**
 * What SQLite or the system threw, under the code that names its cause; anything else as it is.
 * @param file base name of the file that the person knows, never a path
 */
export function asAppError(thrown: unknown, file: string, doing: Doing = 'writing'): unknown {
  if (thrown instanceof AppError) return thrown;
  const code = causeOf(thrown, doing);
  if (code === undefined) return thrown;
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  return new AppError(code, { file, reason }, { cause: thrown });
}

/** Runs `work`; whatever SQLite or the system throws in it comes out under its own code. */
export function namingCauses<T>(file: string, work: () => T, doing: Doing = 'writing'): T {
  try {
    return work();
  } catch (thrown) {
    throw asAppError(thrown, file, doing);
  }
}
