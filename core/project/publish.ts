import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { openForReading } from './connection.ts';
import type { WriteDb } from './connection.ts';
import { checkSchema, findProblems } from './database-checks.ts';
import { contentDigest } from './digest.ts';
import { copyAndHash, requireSpace, syncFolder } from './file-copy.ts';
import { schemaVersion } from './migrations.ts';
import { announcedName, replaceInTurn } from './one-saver.ts';
import { hashFile, sealFile } from './seal.ts';
import { asAppError } from './sqlite-errors.ts';

/** Short whatever the project is called, so that a name of the longest length still can be saved. */
const temporaryName = (workId: string) => `.firth-${workId}.tmp`;
const temporaryPattern = /^\.firth-(?:[0-9a-f]{16}-)?([0-9a-f-]{36})\.tmp$/;

export interface Publication {
  /** Where the file goes; links are resolved. */
  readonly target: string;
  /** The working folder's id: it names the temporary file, so that one left by a crash can be told from one in use. */
  readonly workId: string;
  /** A private folder on which nobody else looks: the file is made and checked there before the person's folder sees it. */
  readonly stagingFolder: string;
  /** Content digest of the working copy, hex. */
  readonly digest: string;
  /**
   * Seal of the file that may be replaced, null when there was none. Left out: whatever stands there is replaced (the
   * person chose the name in a dialog that asked).
   */
  readonly replaces?: string | null;
  /** Told the seal when the new file is complete and on the disk, just before it may take its place. */
  readonly onReady: (seal: string) => void;
}

/** True when a file (or, where there is none, its folder) can be written to. */
export function canWrite(target: string): boolean {
  try {
    accessSync(dirname(target), constants.W_OK);
    if (existsSync(target)) accessSync(target, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const dayMs = 24 * 3600 * 1000;

/**
 * Removes what saves that never ended have left in a folder. `inUse` tells whether a working folder lives, null where this computer does
 * not know it: another one may be saving to the same folder, so that it is removed a day later. Should it live, it finds that it cannot save.
 */
export function sweepTemporaries(
  folder: string,
  now: number,
  inUse: (workId: string) => boolean | null,
): void {
  for (const name of readdirSync(folder)) {
    const id = temporaryPattern.exec(name)?.[1];
    if (id === undefined) continue;
    const path = join(folder, name);
    const stats = statSync(path, { throwIfNoEntry: false });
    if (inUse(id) ?? (stats === undefined || stats.mtimeMs > now - dayMs)) continue;
    rmSync(path, { force: true });
  }
}

/** Removes what a save of this working folder has left beside its target. */
export function removeTemporary(target: string, workId: string): void {
  try {
    rmSync(join(dirname(target), temporaryName(workId)), { force: true });
    rmSync(announcedName(target, workId), { force: true });
  } catch {
    // The folder cannot be written to any more (a drive made read-only): nothing there can be helped.
  }
}

function requireUnchanged(target: string, file: string, replaces: string | null): void {
  // Moved or deleted meanwhile: nothing is overwritten, and the work gets a file again.
  if (!existsSync(target)) return;
  if (replaces === null || !statSync(target).isFile() || hashFile(target).computed !== replaces)
    throw new AppError('E_CHANGED', { file });
}

/**
 * Makes the complete, checked and sealed file in the staging folder. Not beside the target: SQLite puts a journal next to
 * what it writes, and only complete files may stand in the person's folder.
 */
function stage(db: WriteDb, staged: string, digest: string): string {
  rmSync(staged, { force: true });
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.prepare('VACUUM INTO ?').run(staged);
  const copy = openForReading(staged);
  try {
    // What is looked at when a file is opened is looked at here: nobody is to find out later that it cannot be.
    checkSchema(copy, schemaVersion, basename(staged));
    const [problem] = findProblems(copy);
    if (problem !== undefined || contentDigest(copy) !== digest) {
      throw new AppError('E_IO', {
        file: basename(staged),
        reason: problem ?? 'the copy differs from what was written',
      });
    }
  } finally {
    copy.close();
  }
  return sealFile(staged);
}

/** Copies the staged file beside the target, puts it on the disk and reads it back. */
function bringBeside(staged: string, temporary: string, seal: string, target: string): void {
  rmSync(temporary, { force: true });
  const source = openSync(staged, 'r');
  try {
    copyAndHash(source, temporary, { bytes: fstatSync(source).size, file: basename(target), mode: 0o666 });
  } finally {
    closeSync(source);
  }
  if (existsSync(target)) chmodSync(temporary, statSync(target).mode & 0o777);
  const file = openSync(temporary, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  if (hashFile(temporary).computed !== seal) {
    throw new AppError('E_IO', { file: basename(target), reason: 'the copy differs from what was written' });
  }
}

/**
 * Writes the working copy to the person's file: the target is the old or the new complete version at every moment, and
 * when this returns the new one is on the disk.
 * @returns the seal of the published file
 * @throws AppError E_NO_SPACE { file, needed, free }, E_READ_ONLY, E_CHANGED (both versions are kept), E_IO; the target
 * is then as it was; E_IN_USE when another program saves to it at this moment
 */
export function publish(
  db: WriteDb,
  { target, workId, stagingFolder, digest, replaces, onReady }: Publication,
): string {
  const file = basename(target);
  const folder = dirname(target);
  const temporary = join(folder, temporaryName(workId));
  const staged = join(stagingFolder, 'staged.firth');
  if (!canWrite(target)) throw new AppError('E_READ_ONLY', { file });
  try {
    const pages = db.pragma('page_count', { simple: true }) as number;
    const free = db.pragma('freelist_count', { simple: true }) as number;
    const pageBytes = db.pragma('page_size', { simple: true }) as number;
    const bytes = (pages - free) * pageBytes;
    requireSpace(folder, bytes, file);
    requireSpace(stagingFolder, bytes, file);
    const seal = stage(db, staged, digest);
    bringBeside(staged, temporary, seal, target);
    replaceInTurn(
      target,
      { temporary, workId },
      {
        ready: () => onReady(seal),
        compare: () => {
          if (replaces !== undefined) requireUnchanged(target, file, replaces);
        },
      },
    );
    syncFolder(folder);
    return seal;
  } catch (thrown) {
    removeTemporary(target, workId);
    throw asAppError(thrown, file);
  } finally {
    rmSync(staged, { force: true });
  }
}
