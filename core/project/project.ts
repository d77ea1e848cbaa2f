import { basename, dirname } from 'node:path';
import type { Environment } from '../environment.ts';
import { AppError } from '../contract/errors.ts';
import { backUp, backupIsDue } from './backups.ts';
import { readRevision } from './changes.ts';
import type { WriteDb } from './connection.ts';
import { contentDigest } from './digest.ts';
import type { RecoverableProject } from '../contract/project.ts';
import { discardLeftover } from './leftovers.ts';
import { readBook } from './open-copy.ts';
import { canWrite, publish, sweepTemporaries } from './publish.ts';
import { storeRowDigests } from './row-digests.ts';
import { blankSeal } from './seal.ts';
import { namingCauses } from './sqlite-errors.ts';
import { resolveTarget } from './target-path.ts';
import { noteVerified } from './verified.ts';
import {
  listWorkFolders,
  takeOver,
  temporaryFolderOf,
  whileNobodyOpens,
  writeSession,
} from './work-folders.ts';
import type { Session, WorkFolder } from './work-folders.ts';

export interface ProjectStatus {
  /** Base name of the file, or null before the first save. */
  readonly name: string | null;
  /** The file cannot be written where it stands; saving elsewhere works. */
  readonly readOnly: boolean;
  /** Changes are kept on this computer that the file does not have. */
  readonly unsaved: boolean;
  readonly revision: number;
}

/** An open project. All work goes to a private copy; the person's file changes only in {@link Project.save}. */
export interface Project {
  readonly db: WriteDb;
  /** Where it is published; links resolved. */
  readonly path: string;
  /** Holds `tmp/` and the training checkpoints; removed when the project is closed with nothing left to keep. */
  readonly workFolder: string;
  /** For import spools and other passing files. */
  readonly temporaryFolder: string;
  /** Opened for reading: SQLite refuses every change. A file that only cannot be written to may be changed, and saved elsewhere. */
  readonly isOnlyRead: boolean;
  /** Unsaved work of an earlier session that this project was opened with; null ordinarily. */
  readonly recovered: RecoverableProject | null;
  /** Unsaved work on the same file that was not taken up. */
  readonly recoverable: readonly RecoverableProject[];
  status(): ProjectStatus;
  /** sha256 over every content table, hex; computed once per revision. */
  digest(): string;
  /** @throws AppError E_CHANGED where the person’s own file is read and somebody has written into it: what was read of it does not count */
  requireUnchanged(): void;
  /**
   * Where the file was taken for one that this computer checked before: reads it while other work goes on.
   * @throws AppError E_DAMAGED where it is not what was checked
   */
  readonly checkBehind: ((signal: AbortSignal) => Promise<void>) | null;
  /**
   * Publishes. Without a target to the file that was opened; the new target is the project's file from then on.
   * @throws AppError E_NO_SPACE, E_READ_ONLY, E_CHANGED, E_IN_USE (the target is open elsewhere), E_IO: the file is as it was
   */
  save(target?: string): void;
  /**
   * `save: true` publishes what is unsaved first; `save: false` gives it up; left out, unsaved work stays on this
   * computer and the next opening of the file offers it.
   */
  close(options?: { readonly save?: boolean }): void;
}

export interface OpenedWork {
  readonly environment: Environment;
  readonly db: WriteDb;
  readonly work: WorkFolder;
  readonly session: Session;
  /** Opened for reading only: SQLite refuses every change. */
  readonly readOnly: boolean;
  readonly recovered: RecoverableProject | null;
  readonly recoverable: readonly RecoverableProject[];
}

/** Keeps the name of a file for us. @throws AppError E_IN_USE when another session works on it */
function reserve(environment: Environment, { id, folder }: WorkFolder, session: Session): void {
  const { reserved } = session;
  if (reserved === null) return;
  const file = basename(reserved);
  whileNobodyOpens(environment, file, () => {
    for (const found of listWorkFolders(environment)) {
      const other = found.session;
      if (found.id === id || other === null || other.readOnly) continue;
      if (other.target !== reserved && other.reserved !== reserved) continue;
      const free = takeOver(found);
      if (free === null) throw new AppError('E_IN_USE', { file });
      free.lock.release();
    }
    writeSession(folder, session);
  });
}

function sweep(environment: Environment, folder: string, own: string): void {
  whileNobodyOpens(environment, '', () => {
    const folders = new Map(listWorkFolders(environment).map((found) => [found.id, found]));
    sweepTemporaries(folder, environment.now(), (id) => {
      if (id === own) return false;
      const found = folders.get(id);
      if (found === undefined) return null;
      const free = takeOver(found);
      free?.lock.release();
      return free === null;
    });
  });
}

/** The state of an open project and the four things that can be done with it as a whole. */
export function projectOf({
  environment,
  db,
  work,
  readOnly,
  recovered,
  recoverable,
  ...opened
}: OpenedWork): Project {
  let session = opened.session;
  let digestOf: { readonly revision: number; readonly digest: string } | null = null;

  const remember = (facts: Partial<Session>) => {
    session = { ...session, ...facts };
    writeSession(work.folder, session);
  };

  // After the file has taken its place a note that fails changes nothing: what was noted before says as much.
  const rememberIfPossible = (facts: Partial<Session>) => {
    try {
      remember(facts);
    } catch {
      environment.log({ event: 'note of a save failed', code: 'E_IO' });
    }
  };

  const digest = () => {
    const revision = readRevision(db);
    if (digestOf?.revision !== revision) digestOf = { revision, digest: contentDigest(db) };
    return digestOf.digest;
  };

  const unsaved = () => readRevision(db) !== session.publishedRevision;

  const publishTo = (target: string, elsewhere: boolean) => {
    if (readOnly) db.pragma('query_only = OFF');
    try {
      const current = storeRowDigests(db);
      digestOf = { revision: readRevision(db), digest: current };
      db.prepare('UPDATE project SET digest = ?, saves = saves + 1, seal = ?').run(current, blankSeal);
      const revision = readRevision(db);
      // Should we die between the rename and the next note, the file on the disk tells that it was ours.
      const onReady = (seal: string) => remember({ pending: { target, seal, revision } });
      const replaces = elsewhere ? {} : { replaces: session.seal };
      const seal = publish(db, {
        target,
        workId: work.id,
        stagingFolder: temporaryFolderOf(work.folder),
        digest: current,
        onReady,
        ...replaces,
      });
      return { target, seal, publishedRevision: revision };
    } finally {
      if (readOnly) db.pragma('query_only = ON');
    }
  };

  const save = (to?: string) => {
    const target = to === undefined ? session.target : resolveTarget(to);
    const elsewhere = target !== session.target;
    const file = basename(target);
    if (readOnly && !elsewhere) throw new AppError('E_READ_ONLY', { file });
    if (elsewhere) {
      const reserving = { ...session, reserved: target };
      reserve(environment, work, reserving);
      session = reserving;
    }
    let saved = false;
    try {
      namingCauses(file, () => {
        if (canWrite(target)) sweep(environment, dirname(target), work.id);
        const published = publishTo(target, elsewhere);
        rememberIfPossible({ ...published, reserved: null, pending: null });
        // It passed the checks of opening and was read back; by its times it is known once it is older than their clock’s tick.
        noteVerified(environment, target, { seal: published.seal, facts: null, digest: digest() });
      });
      saved = true;
    } finally {
      // `pending` stays: should the rename have happened, the next opening finds out.
      if (!saved) rememberIfPossible({ reserved: null });
    }
    if (backupIsDue(environment, target)) {
      try {
        backUp(environment, { source: target, target, saves: readBook(db).saves });
      } catch {
        // The file is saved; a backup that did not fit must not say otherwise.
        environment.log({ event: 'backup failed', code: 'E_IO' });
      }
    }
  };

  return {
    db,
    get path() {
      return session.target;
    },
    workFolder: work.folder,
    temporaryFolder: temporaryFolderOf(work.folder),
    isOnlyRead: readOnly,
    recovered,
    recoverable,
    digest,
    // A copy is nobody else’s.
    requireUnchanged: () => undefined,
    checkBehind: null,
    save,
    status: () => ({
      name: session.seal === null ? null : basename(session.target),
      readOnly: readOnly || !canWrite(session.target),
      unsaved: unsaved(),
      revision: readRevision(db),
    }),
    close: ({ save: publishing } = {}) => {
      if (!db.open) return;
      if (publishing === true && !readOnly && (unsaved() || session.seal === null)) save();
      const training = db.prepare('SELECT 1 FROM checkpoints').get() !== undefined;
      const keep = publishing !== false && !readOnly && (unsaved() || training);
      if (db.inTransaction) throw new AppError('E_INTERNAL', { reason: 'closed inside a transaction' });
      db.close();
      if (keep) work.lock.release();
      else discardLeftover(work);
    },
  };
}
