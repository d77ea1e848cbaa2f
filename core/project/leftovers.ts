import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { RecoverableProject } from '../contract/project.ts';
import type { Environment } from '../environment.ts';
import { readRevision } from './changes.ts';
import { openWorkingCopy } from './connection.ts';
import { removeTemporary } from './publish.ts';
import { hashFile } from './seal.ts';
import {
  listWorkFolders,
  readSession,
  removeWorkFolder,
  takeOver,
  whileNobodyOpens,
  workingCopyOf,
  writeSession,
} from './work-folders.ts';
import type { Session, WorkFolder } from './work-folders.ts';

type Contents = Pick<RecoverableProject, 'changes' | 'training' | 'damaged'>;

function contentsOf(folder: string, session: Session): Contents {
  try {
    const db = openWorkingCopy(workingCopyOf(folder));
    try {
      const training = db.prepare('SELECT 1 FROM checkpoints').get() !== undefined;
      return { changes: readRevision(db) - session.publishedRevision, training, damaged: false };
    } finally {
      db.close();
    }
  } catch {
    return { changes: 0, training: false, damaged: true };
  }
}

/** Brings the notes up to date when the session died after its file had taken its place. */
function settle(folder: string, session: Session): Session {
  const { pending } = session;
  if (pending === null) return session;
  const arrived = existsSync(pending.target) && hashFile(pending.target).computed === pending.seal;
  const settled: Session = { ...session, pending: null, reserved: null };
  const notes = arrived
    ? { ...settled, target: pending.target, seal: pending.seal, publishedRevision: pending.revision }
    : settled;
  writeSession(folder, notes);
  return notes;
}

/**
 * Notes of a folder whose own cannot be read: its work is that of a project without a file, and goes where the person says. What cannot be
 * read stays beside them: a later version may know it.
 */
function notedAnew({ id, folder }: Pick<WorkFolder, 'id' | 'folder'>): Session {
  const own = join(dirname(dirname(folder)), 'untitled', id);
  const session: Session = {
    target: join(own, 'recovered.firth'),
    reserved: null,
    readOnly: false,
    seal: null,
    // Nobody knows what its file has: all of it counts as unsaved.
    publishedRevision: 0,
    pending: null,
    ready: true,
    startedAt: Math.round(statSync(workingCopyOf(folder)).mtimeMs),
  };
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const unread = join(folder, 'session.json');
    if (existsSync(unread)) renameSync(unread, join(folder, 'session.unread.json'));
    writeSession(folder, session);
  } catch {
    // A full disk: it is told of all the same, and noted the next time.
  }
  return session;
}

/**
 * Looks into a folder that we hold the lock of. Null: nothing in it that its file does not have.
 */
export function inspectLeftover({ id, folder }: WorkFolder): RecoverableProject | null {
  // One that was being removed is none, whatever is left of it.
  if (id.endsWith('.gone') || !existsSync(workingCopyOf(folder))) return null;
  const noted = readSession(folder) ?? notedAnew({ id, folder });
  if (!noted.ready || noted.readOnly) return null;
  const session = settle(folder, noted);
  const contents = contentsOf(folder, session);
  if (contents.changes === 0 && !contents.training && !contents.damaged) return null;
  return { id, name: basename(session.target), startedAt: session.startedAt, ...contents };
}

export function discardLeftover(work: WorkFolder): void {
  const session = readSession(work.folder);
  for (const target of [session?.target, session?.reserved]) {
    if (typeof target === 'string') removeTemporary(target, work.id);
  }
  removeWorkFolder(work);
}

/** Holds nobody's work, whoever left it: a copy that was only read or checked, or one that was never finished. */
const passes = (session: Session | null) => session !== null && (session.readOnly || !session.ready);

/** Removes what readers and checks have left that were killed. Call it {@link whileNobodyOpens}. */
export function sweepPassing(environment: Pick<Environment, 'dataFolder'>): void {
  for (const found of listWorkFolders(environment)) {
    if (!passes(found.session) && !found.id.endsWith('.gone')) continue;
    const free = takeOver(found);
    if (free === null) continue;
    // It may have become somebody's work between the look and the lock.
    if (found.id.endsWith('.gone') || passes(readSession(found.folder))) removeWorkFolder(free);
    else free.lock.release();
  }
}

/** Takes every folder that no living Firth holds and that `wanted` names. */
export function takeLeftovers(
  environment: Pick<Environment, 'dataFolder'>,
  wanted: (id: string, session: Session | null) => boolean,
): readonly WorkFolder[] {
  return whileNobodyOpens(environment, '', () =>
    listWorkFolders(environment)
      .filter(({ id, session }) => wanted(id, session))
      .flatMap((found) => takeOver(found) ?? []),
  );
}

/** What can be recovered, newest first. Folders with nothing to keep are removed on the way. */
export function listRecoverable(environment: Pick<Environment, 'dataFolder'>): readonly RecoverableProject[] {
  const found: RecoverableProject[] = [];
  for (const work of takeLeftovers(environment, () => true)) {
    const leftover = inspectLeftover(work);
    if (leftover === null) discardLeftover(work);
    else {
      found.push(leftover);
      work.lock.release();
    }
  }
  return found.toSorted((a, b) => b.startedAt - a.startedAt);
}

const isOn = (target: string) => (_: string, session: Session | null) => session?.target === target;
/** A reader has none. */
const worksOn = (target: string) => (_: string, session: Session | null) =>
  session?.target === target && !session.readOnly;

/** Unsaved work on a file, newest first, for whoever only reads it. */
export function leftoversOf(
  environment: Pick<Environment, 'dataFolder'>,
  target: string,
): readonly RecoverableProject[] {
  // Most files have none: then nothing is locked, and nobody waits.
  if (!listWorkFolders(environment).some(({ id, session }) => worksOn(target)(id, session))) return [];
  const found: RecoverableProject[] = [];
  for (const work of takeLeftovers(environment, worksOn(target))) {
    const leftover = inspectLeftover(work);
    if (leftover !== null) found.push(leftover);
    work.lock.release();
  }
  return found.toSorted((a, b) => b.startedAt - a.startedAt);
}

/** Declines all unsaved work on a file; the file is not touched. @returns what is gone now */
export function discardUnsaved(
  environment: Pick<Environment, 'dataFolder'>,
  target: string,
): readonly RecoverableProject[] {
  return takeLeftovers(environment, isOn(target)).flatMap((work) => {
    const leftover = inspectLeftover(work);
    discardLeftover(work);
    return leftover ?? [];
  });
}

/** Declines the work of a session; the person's file is not touched. Unknown ids are ignored. */
export function discardRecoverable(environment: Pick<Environment, 'dataFolder'>, id: string): void {
  for (const work of takeLeftovers(environment, (found) => found === id)) discardLeftover(work);
}
