import { closeSync, openSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Environment } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { backUp } from './backups.ts';
import { openForReading, openWorkingCopy } from './connection.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { checkSchema, findProblems } from './database-checks.ts';
import { contentDigest } from './digest.ts';
import { copyAndHash } from './file-copy.ts';
import { checkPlainFile } from './file-checks.ts';
import { migrate, schemaVersion } from './migrations.ts';
import { blankSeal } from './seal.ts';
import { holdLengths } from './stored-lengths.ts';
import { namingCauses } from './sqlite-errors.ts';

/** A private copy of a project file. */
export interface Copy {
  readonly version: number;
  /** Hash of the file's bytes: what its seal is, or would be. */
  readonly seal: string;
  /** The file holds that seal: it is byte for byte as Firth saved it. */
  readonly sealed: boolean;
}

/** Checks a file from outside and copies it. @throws AppError as {@link checkPlainFile} and {@link copyAndHash} do */
export function copyProjectFile(source: string, target: string): Copy {
  const file = basename(source);
  return namingCauses(file, () => {
    // Before it is opened: a pipe would be waited for.
    if (!namingCauses(file, () => statSync(source), 'reading').isFile())
      throw new AppError('E_NOT_A_PROJECT', { file, reason: 'not a file' });
    const descriptor = namingCauses(file, () => openSync(source, 'r'), 'reading');
    try {
      const { bytes, version } = checkPlainFile(descriptor, source, file);
      const { computed, found } = copyAndHash(descriptor, target, { bytes, file });
      return { version, seal: computed, sealed: computed === found };
    } finally {
      closeSync(descriptor);
    }
  });
}

interface Book {
  readonly revision: number;
  readonly saves: number;
  readonly digest: string | null;
}

export function readBook(db: ReadDb): Book {
  const book = db.prepare<[], Book>('SELECT revision, saves, digest FROM project').get();
  if (book === undefined) throw new AppError('E_DAMAGED', { reason: 'no project row' });
  return book;
}

/**
 * Everything that has to hold before the first ordinary query.
 * @throws AppError E_DAMAGED; E_UNSAFE where the nonsense was sealed, and so written on purpose
 */
export function checkCopy(copyPath: string, copy: Pick<Copy, 'version' | 'sealed'>, file: string): void {
  const db = openForReading(copyPath);
  try {
    namingCauses(file, () => {
      checkSchema(db, copy.version, file);
      checkContents(db, copy, file);
    });
  } finally {
    db.close();
  }
}

/** The part of it that reads all there is; of a database whose schema is the known one. */
export function checkContents(db: ReadDb, { sealed }: Pick<Copy, 'sealed'>, file: string): void {
  const problems = findProblems(db, { indexes: !sealed });
  if (problems.length > 0) throw new AppError(sealed ? 'E_UNSAFE' : 'E_DAMAGED', { file, problems });
  // Another program may have rewritten the file without changing what is in it.
  if (!sealed && contentDigest(db) !== readBook(db).digest)
    throw new AppError('E_DAMAGED', { file, reason: 'contents differ from what was saved' });
}

/** Opens a checked copy for writing, bringing an older schema up to date after a backup of the file. */
export function openCheckedCopy(
  environment: Environment,
  { source, copyPath, version }: { source: string; copyPath: string; version: number },
): WriteDb {
  const file = basename(source);
  return namingCauses(file, () => {
    const db = openWorkingCopy(copyPath);
    if (version < schemaVersion) {
      if (backUp(environment, { source, target: source, saves: readBook(db).saves }) === null) {
        db.close();
        throw new AppError('E_IO', { file, reason: 'backup before the migration' });
      }
      migrate(db);
    }
    // A row of the machine that saved the file: its numbers are not here.
    db.prepare('DELETE FROM checkpoints').run();
    holdLengths(db);
    return db;
  });
}

/** A new, empty working copy, of the newest schema or an older one. */
export function createWorkingCopy(
  environment: Pick<Environment, 'now'>,
  copyPath: string,
  version = schemaVersion,
): WriteDb {
  const db = openWorkingCopy(copyPath, { create: true });
  migrate(db, version);
  db.prepare(
    'INSERT INTO project (id, revision, saves, created_at, digest, seal) VALUES (1, 1, 0, ?, NULL, ?)',
  ).run(environment.now(), blankSeal);
  holdLengths(db);
  return db;
}
