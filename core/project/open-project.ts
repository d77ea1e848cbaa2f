import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Environment } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { openWorkingCopy } from './connection.ts';
import { checkSchema, findProblems } from './database-checks.ts';
import { discardLeftover, inspectLeftover, leftoversOf, sweepPassing, takeLeftovers } from './leftovers.ts';
import type { RecoverableProject } from '../contract/project.ts';
import { migrate, readSchemaVersion, schemaVersion } from './migrations.ts';
import { checkCopy, copyProjectFile, createWorkingCopy, openCheckedCopy, type Copy } from './open-copy.ts';
import { openInPlace } from './open-in-place.ts';
import { projectOf } from './project.ts';
import type { Project } from './project.ts';
import { readRevision } from './changes.ts';
import { readingProject } from './reading-project.ts';
import { hashFile } from './seal.ts';
import { holdLengths } from './stored-lengths.ts';
import { namingCauses } from './sqlite-errors.ts';
import { resolveTarget } from './target-path.ts';
import { noteVerified, verifiedAt } from './verified.ts';
import {
  createWorkFolder,
  listWorkFolders,
  readSession,
  removeWorkFolder,
  takeOver,
  whileNobodyOpens,
  workingCopyOf,
  writeSession,
} from './work-folders.ts';
import type { Session, WorkFolder } from './work-folders.ts';

export interface OpenOptions {
  /** Make a new project where there is no file. It gets a file with the first save. */
  readonly create?: boolean;
  /** Only read: opens beside another session on the same file, refuses changes. */
  readonly readOnly?: boolean;
  /**
   * Unsaved work that an earlier session left on this computer: taken up when the file has not changed since
   * (`recover`, the default), given up, or left for later. `refuse`: changes that the file does not have refuse the opening; a training
   * that was interrupted on a saved file is taken up.
   */
  readonly leftover?: 'recover' | 'discard' | 'keep' | 'refuse';
}

interface Taken {
  readonly own: WorkFolder;
  readonly leftovers: readonly WorkFolder[];
}

/** Locks every folder of dead sessions on the target; null when one of them lives. */
function takeTarget(environment: Environment, session: Session): Taken | null {
  return whileNobodyOpens(environment, basename(session.target), () => {
    const leftovers: WorkFolder[] = [];
    sweepPassing(environment);
    if (!session.readOnly) {
      for (const found of listWorkFolders(environment)) {
        const other = found.session;
        if (other === null || other.readOnly) continue;
        if (other.target !== session.target && other.reserved !== session.target) continue;
        const free = takeOver(found);
        if (free === null) {
          for (const { lock } of leftovers) lock.release();
          return null;
        }
        leftovers.push(free);
      }
    }
    return { own: createWorkFolder(environment, session), leftovers };
  });
}

// Somebody who only looks through what can be recovered holds the locks for moments.
function takeTargetPatiently(environment: Environment, session: Session): Taken {
  for (let attempt = 0; attempt < 6; attempt++) {
    const taken = takeTarget(environment, session);
    if (taken !== null) return taken;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 80);
  }
  throw new AppError('E_IN_USE', { file: basename(session.target) });
}

/** The file is still the one that the leftover began with, or is gone: taking it up overwrites nobody's work. */
function fits(work: WorkFolder, target: string): boolean {
  const session = readSession(work.folder);
  if (session?.target !== target) return false;
  if (!existsSync(target)) return true;
  return session.seal !== null && hashFile(target).computed === session.seal;
}

interface Found {
  readonly work: WorkFolder;
  readonly leftover: RecoverableProject;
}

/** Separates the one leftover that is taken up from those that stay; what holds nothing is removed. */
function sort(
  leftovers: readonly WorkFolder[],
  target: string,
  policy: NonNullable<OpenOptions['leftover']>,
): { readonly chosen: Found | null; readonly others: readonly Found[] } {
  const found: Found[] = [];
  for (const work of leftovers) {
    const leftover = policy === 'discard' ? null : inspectLeftover(work);
    if (leftover === null) discardLeftover(work);
    else found.push({ work, leftover });
  }
  found.sort((a, b) => b.leftover.startedAt - a.leftover.startedAt);
  const newest = found.find(({ leftover }) => !leftover.damaged);
  const takesUp = policy === 'recover' || policy === 'refuse';
  const chosen = takesUp && newest !== undefined && fits(newest.work, target) ? newest : null;
  return { chosen, others: found.filter((one) => one !== chosen) };
}

/** Nothing is done to a file while there is work on it that it does not have. @throws AppError E_UNSAVED_WORK */
function requireNoChanges(file: string, leftovers: readonly RecoverableProject[]): void {
  const changed = leftovers.find(({ changes }) => changes > 0);
  if (changed === undefined) return;
  throw new AppError('E_UNSAVED_WORK', { file, changes: changed.changes, startedAt: changed.startedAt });
}

/** Opens the working copy of a dead session where it stands. */
function takeUp(
  environment: Environment,
  { work, leftover }: Found,
  recoverable: readonly RecoverableProject[],
): Project {
  const session = readSession(work.folder);
  if (session === null) throw new AppError('E_DAMAGED', { file: leftover.name });
  const db = openWorkingCopy(workingCopyOf(work.folder));
  try {
    namingCauses(leftover.name, () => {
      // It may be of the Firth that was here before an update.
      const version = readSchemaVersion(db);
      checkSchema(db, version >= 1 && version <= schemaVersion ? version : schemaVersion, leftover.name);
      const problems = findProblems(db);
      if (problems.length > 0) throw new AppError('E_DAMAGED', { file: leftover.name, problems });
      migrate(db);
      holdLengths(db);
    });
  } catch (thrown) {
    db.close();
    work.lock.release();
    throw thrown;
  }
  return projectOf({ environment, db, work, session, readOnly: false, recovered: leftover, recoverable });
}

/** The same bytes that this computer checked before pass without another check: their seal was just computed from them. */
function checkOnce(
  environment: Environment,
  { target, copyPath, copy }: { target: string; copyPath: string; copy: Copy },
): void {
  const known = verifiedAt(environment, target);
  if (copy.sealed && known?.seal === copy.seal) return;
  checkCopy(copyPath, copy, basename(target));
  if (copy.sealed && copy.version === schemaVersion)
    noteVerified(environment, target, { seal: copy.seal, facts: null, digest: null });
}

function openFresh(
  environment: Environment,
  { own, session, create }: { own: WorkFolder; session: Session; create: boolean },
  recoverable: readonly RecoverableProject[],
): Project {
  const { target, readOnly } = session;
  const copyPath = workingCopyOf(own.folder);
  const file = basename(target);
  const opened = () => {
    if (!existsSync(target)) {
      if (!create) throw new AppError('E_FILE_MISSING', { file });
      return { db: createWorkingCopy(environment, copyPath), seal: null };
    }
    const copy = copyProjectFile(target, copyPath);
    checkOnce(environment, { target, copyPath, copy });
    const db = openCheckedCopy(environment, { source: target, copyPath, version: copy.version });
    return { db, seal: copy.seal };
  };
  try {
    const { db, seal } = opened();
    const ready: Session = { ...session, seal, ready: true, publishedRevision: readRevision(db) };
    writeSession(own.folder, ready);
    if (readOnly) db.pragma('query_only = ON');
    return projectOf({ environment, db, work: own, session: ready, readOnly, recovered: null, recoverable });
  } catch (thrown) {
    removeWorkFolder(own);
    throw thrown;
  }
}

// Windows keeps a file from being replaced as long as somebody reads it: there a saver would wait for the reader.
const readsInPlace = process.platform !== 'win32';

/** Null for what is read as a copy. */
function readInPlace(environment: Environment, target: string): Project | null {
  if (!readsInPlace || !existsSync(target)) return null;
  const file = openInPlace(environment, target);
  if (file === null) return null;
  try {
    return readingProject({ environment, target, file, recoverable: leftoversOf(environment, target) });
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

/**
 * Opens a project file through a private copy, where it is only read in its place, or makes a new project. Synchronous: it runs
 * in the engine's thread.
 * @throws AppError E_FILE_MISSING, E_NOT_A_PROJECT, E_NEWER_VERSION, E_NOT_SAVED_CLEANLY, E_DAMAGED, E_UNSAFE, E_IN_USE
 * (within a second), E_UNSAVED_WORK (where leftovers are to refuse), E_NO_SPACE, E_IO. The file itself is never written to.
 */
export function openProject(environment: Environment, path: string, options: OpenOptions = {}): Project {
  const { create = false, readOnly = false, leftover = 'recover' } = options;
  const target = resolveTarget(path);
  const session: Session = {
    target,
    readOnly,
    reserved: null,
    pending: null,
    seal: null,
    publishedRevision: 0,
    ready: false,
    startedAt: environment.now(),
  };
  return namingCauses(basename(target), () => {
    const reading = readOnly ? readInPlace(environment, target) : null;
    if (reading !== null) return reading;
    const { own, leftovers } = takeTargetPatiently(environment, session);
    const { chosen, others } = sort(leftovers, target, leftover);
    for (const { work } of others) work.lock.release();
    const recoverable = readOnly ? leftoversOf(environment, target) : others.map((other) => other.leftover);
    if (leftover === 'refuse' && !readOnly) {
      try {
        requireNoChanges(basename(target), [...(chosen === null ? [] : [chosen.leftover]), ...recoverable]);
      } catch (thrown) {
        chosen?.work.lock.release();
        removeWorkFolder(own);
        throw thrown;
      }
    }
    if (chosen === null) return openFresh(environment, { own, session, create }, recoverable);
    try {
      const project = takeUp(environment, chosen, recoverable);
      removeWorkFolder(own);
      return project;
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown;
      // The working copy suffered; the file did not. It opens, and what is left of the copy is kept for a rescue.
      const damaged = { ...chosen.leftover, damaged: true };
      return openFresh(environment, { own, session, create }, [damaged, ...recoverable]);
    }
  });
}

/**
 * Opens work that {@link listRecoverable} listed, also when its file has changed since: saving then says E_CHANGED and
 * the work goes to another name.
 * @throws AppError E_FILE_MISSING when there is no such work (any more), E_DAMAGED
 */
export function recoverProject(environment: Environment, id: string): Project {
  const [work] = takeLeftovers(environment, (found) => found === id);
  const leftover = work === undefined ? null : inspectLeftover(work);
  if (work === undefined || leftover === null) {
    work?.lock.release();
    throw new AppError('E_FILE_MISSING', { file: '' });
  }
  return takeUp(environment, { work, leftover }, []);
}
