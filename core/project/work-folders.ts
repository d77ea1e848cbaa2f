import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Places } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { tryLock } from './lock.ts';
import type { Lock } from './lock.ts';
import { writeFileDurably } from './durable-file.ts';

const session = v.object({
  target: v.string(),
  reserved: v.nullable(v.string()),
  readOnly: v.boolean(),
  seal: v.nullable(v.string()),
  publishedRevision: v.number(),
  pending: v.nullable(v.object({ target: v.string(), seal: v.string(), revision: v.number() })),
  ready: v.boolean(),
  startedAt: v.number(),
});

/** What a working folder belongs to. Paths stay in Firth's own data folder; a project file never holds one. */
export interface Session {
  /** The file that is published to, all symbolic links resolved. */
  readonly target: string;
  /** A second file that is being saved to for the first time, so that nobody else opens it meanwhile. */
  readonly reserved: string | null;
  /** A reader keeps nobody away from its file. */
  readonly readOnly: boolean;
  /** Seal of the file as it was opened or last saved; null before the first save. */
  readonly seal: string | null;
  /** Revision of the working copy that the file holds. */
  readonly publishedRevision: number;
  /** A file that is complete and about to be renamed into place. */
  readonly pending: { readonly target: string; readonly seal: string; readonly revision: number } | null;
  /** False until the working copy is complete. */
  readonly ready: boolean;
  readonly startedAt: number;
}

export interface WorkFolder {
  readonly id: string;
  readonly folder: string;
  readonly lock: Lock;
}

const workRoot = (places: Pick<Places, 'dataFolder'>) => join(places.dataFolder, 'work');

export const workingCopyOf = (folder: string) => join(folder, 'work.db');
export const temporaryFolderOf = (folder: string) => join(folder, 'tmp');

function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(path, 0o700);
}

/**
 * Runs `work` while no other Firth on this data folder opens, recovers or sweeps. Short: no file is copied in it.
 * @throws AppError E_IN_USE when another one keeps it for most of a second
 */
export function whileNobodyOpens<T>(places: Pick<Places, 'dataFolder'>, file: string, work: () => T): T {
  privateFolder(places.dataFolder);
  privateFolder(workRoot(places));
  const lock = tryLock(workRoot(places), 900);
  if (lock === null) throw new AppError('E_IN_USE', { file });
  try {
    return work();
  } finally {
    lock.release();
  }
}

export function createWorkFolder(places: Pick<Places, 'dataFolder'>, session: Session): WorkFolder {
  const id = randomUUID();
  const folder = join(workRoot(places), id);
  privateFolder(folder);
  privateFolder(temporaryFolderOf(folder));
  const lock = tryLock(folder);
  if (lock === null) throw new AppError('E_INTERNAL', { reason: 'a new working folder is locked' });
  writeSession(folder, session);
  return { id, folder, lock };
}

export function writeSession(folder: string, session: Session): void {
  writeFileDurably(join(folder, 'session.json'), JSON.stringify(session));
}

/** Null where the folder was never finished, or holds what no Firth wrote. */
export function readSession(folder: string): Session | null {
  try {
    const { success, output } = v.safeParse(
      session,
      JSON.parse(readFileSync(join(folder, 'session.json'), 'utf8')),
    );
    return success ? output : null;
  } catch {
    return null;
  }
}

export interface FoundFolder {
  readonly id: string;
  readonly folder: string;
  readonly session: Session | null;
}

export function listWorkFolders(places: Pick<Places, 'dataFolder'>): readonly FoundFolder[] {
  const root = workRoot(places);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ id: name, folder: join(root, name), session: readSession(join(root, name)) }));
}

/** Locks a folder that was found; null when it is in use or gone. Call it {@link whileNobodyOpens}. */
export function takeOver({ id, folder }: FoundFolder): WorkFolder | null {
  // Removed since it was listed.
  if (!existsSync(folder)) return null;
  const lock = tryLock(folder);
  return lock === null ? null : { id, folder, lock };
}

/** Removes a folder for good. Renamed first, so that what is left by a crash half-way is no session any more. */
export function removeWorkFolder({ folder, lock }: WorkFolder): void {
  const gone = folder.endsWith('.gone') ? folder : `${folder}.gone`;
  if (process.platform === 'win32') lock.release();
  renameSync(folder, gone);
  rmSync(gone, { recursive: true, force: true, maxRetries: 5 });
  if (process.platform !== 'win32') lock.release();
}
