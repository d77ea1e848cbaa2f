import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { RecoverableProject } from '../contract/project.ts';
import type { Environment } from '../environment.ts';
import { readRevision } from './changes.ts';
import { openWorkingCopy, type WriteDb } from './connection.ts';
import { openInPlace, type InPlace } from './open-in-place.ts';
import { projectOf, type Project } from './project.ts';
import { namingCauses } from './sqlite-errors.ts';
import { resolveTarget } from './target-path.ts';
import {
  createWorkFolder,
  removeWorkFolder,
  temporaryFolderOf,
  whileNobodyOpens,
  workingCopyOf,
  type Session,
  type WorkFolder,
} from './work-folders.ts';

interface Reading {
  readonly environment: Environment;
  /** The file, links resolved. */
  readonly target: string;
  readonly file: InPlace;
  readonly recoverable: readonly RecoverableProject[];
}

/** A project that is only read, in the person’s own file. Firth’s folder has something of it only when a call needs room for passing files. */
export function readingProject({ environment, recoverable, ...opened }: Reading): Project {
  let { target, file } = opened;
  let work: WorkFolder | null = null;
  let open = true;

  const session = (): Session => ({
    target,
    reserved: null,
    pending: null,
    readOnly: true,
    seal: file.seal,
    publishedRevision: readRevision(file.db),
    ready: true,
    startedAt: environment.now(),
  });
  const own = () => {
    work ??= whileNobodyOpens(environment, basename(target), () => createWorkFolder(environment, session()));
    return work;
  };
  const giveUpFolder = () => {
    if (work !== null) removeWorkFolder(work);
    work = null;
  };

  /** Saved elsewhere it goes through a copy as everything that is saved, and is read from there on. */
  const save = (to?: string) => {
    const elsewhere = to === undefined ? target : resolveTarget(to);
    if (elsewhere === target) throw new AppError('E_READ_ONLY', { file: basename(target) });
    const folder = own();
    const copyPath = workingCopyOf(folder.folder);
    namingCauses(basename(elsewhere), () => file.db.prepare('VACUUM INTO ?').run(copyPath));
    file.requireUnchanged();
    // Closing it takes the folder along.
    work = null;
    const copy = projectOf({
      environment,
      db: openWorkingCopy(copyPath),
      work: folder,
      session: session(),
      readOnly: true,
      recovered: null,
      recoverable,
    });
    try {
      copy.save(elsewhere);
    } finally {
      copy.close();
    }
    const saved = openInPlace(environment, elsewhere);
    if (saved === null) throw new AppError('E_CHANGED', { file: basename(elsewhere) });
    file.close();
    target = elsewhere;
    file = saved;
  };

  return {
    // Only what reads is asked of it; SQLite refuses the rest.
    get db() {
      return file.db as WriteDb;
    },
    get path() {
      return target;
    },
    get workFolder() {
      return own().folder;
    },
    get temporaryFolder() {
      return temporaryFolderOf(own().folder);
    },
    isOnlyRead: true,
    recovered: null,
    recoverable,
    digest: () => file.digest(),
    requireUnchanged: () => file.requireUnchanged(),
    get checkBehind() {
      return file.believed ? (signal: AbortSignal) => file.checkBehind(signal) : null;
    },
    save,
    status: () => ({
      name: basename(target),
      readOnly: true,
      unsaved: false,
      revision: readRevision(file.db),
    }),
    close: () => {
      if (!open) return;
      open = false;
      file.close();
      giveUpFolder();
    },
  };
}
