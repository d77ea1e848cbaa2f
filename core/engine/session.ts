import { basename } from 'node:path';
import type { LearningSoFar } from '../contract/learning.ts';
import { AppError } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { memoOf, type Memo } from '../opened/memo.ts';
import type { Opened } from '../opened/opened.ts';
import { readRevision } from '../project/changes.ts';
import { openProject, recoverProject, type OpenOptions } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { jobsOf, type Jobs } from './jobs.ts';

/** A training that is under way: the ways of ending it before its end that leave something. */
export interface RunningTraining {
  /** What its vectors have become; null before the first step, and of trainings that are not looked at. */
  soFar(): LearningSoFar | null;
  stopAndKeep(): void;
  /** Ends it after a checkpoint, so that it can be resumed; settles when its workers have stopped. */
  leave(): Promise<void>;
}

/** What the engine has between calls: one open project with what is remembered of it, and what runs. */
export interface Session extends Opened {
  readonly jobs: Jobs;
  /** Work on the project that was open before is ended as by {@link closeProject}. */
  open(path: string, options: OpenOptions): Promise<Project>;
  /** Takes up the unsaved work of a session that ended. */
  recover(id: string): Promise<Project>;
  /** Ends what runs: a training after a checkpoint, all else as if it was cancelled. */
  closeProject(save: boolean | undefined): Promise<void>;
  close(): Promise<void>;
  /** Nobody waits for work that could not be kept. @throws AppError E_READ_ONLY where the project was opened for reading */
  requireChangeable(): void;
  /**
   * What was just read counts only when the file that it was read from is still what was opened.
   * @throws AppError E_CHANGED: the project is closed then
   */
  requireUnchanged(): void;
  training: RunningTraining | null;
  /** A change of the project that nothing remembered of it hangs on. */
  beside<T>(work: () => T): T;
  /** Base name of the open project’s file, or of the one that it is to have; null where none is open. */
  fileName(): string | null;
}

interface Opening {
  readonly project: Project;
  readonly memo: Memo;
  /** Changes since it was opened that nothing remembered hangs on. */
  readonly besides: { revisions: number };
}

/** @param lasting it goes on after its first answers: a file that was taken for what it was is then read behind them */
export function openSession(environment: Environment, { lasting = false } = {}): Session {
  const jobs = jobsOf(environment.now);
  let training: RunningTraining | null = null;
  let current: Opening | null = null;

  /** Why a project is no longer open that nobody closed. */
  let broken: AppError | null = null;
  let behind = new AbortController();

  const opened = () => {
    if (broken !== null) throw broken;
    if (current === null) throw new AppError('E_REQUEST_INVALID', { reason: 'no project is open' });
    return current;
  };

  const endWork = () => Promise.all([training?.leave(), jobs.end(['model.train', 'sequence.train'])]);

  const breakOff = (project: Project, thrown: unknown) => {
    if (current?.project !== project) return;
    broken = thrown instanceof AppError ? thrown : new AppError('E_IO', { file: basename(project.path) });
    environment.log({ event: 'project closed', code: broken.code });
    current = null;
    behind.abort();
    project.close();
  };

  const letGo = (options: Parameters<Project['close']>[0] = {}) => {
    behind.abort();
    current?.project.close(options);
    current = null;
    broken = null;
  };

  const take = async (project: Project) => {
    await endWork();
    letGo();
    const besides = { revisions: 0 };
    const memo = memoOf(() => readRevision(project.db) - besides.revisions);
    current = { project, memo, besides };
    const { checkBehind } = project;
    if (lasting && checkBehind !== null) {
      behind = new AbortController();
      const { signal } = behind;
      void checkBehind(signal).catch((thrown: unknown) => {
        if (!signal.aborted) breakOff(project, thrown);
      });
    }
    return project;
  };

  return {
    environment,
    jobs,
    get training() {
      return training;
    },
    set training(running) {
      training = running;
    },
    fileName: () => (current === null ? null : basename(current.project.path)),
    get project() {
      return opened().project;
    },
    remember: (kind, key, make) => opened().memo.remember(kind, key, make),
    recall: (kind, key) => opened().memo.recall(kind, key),
    forget: (kind, key) => opened().memo.forget(kind, key),
    beside(work) {
      const held = opened();
      const before = readRevision(held.project.db);
      try {
        return work();
      } finally {
        held.besides.revisions += readRevision(held.project.db) - before;
      }
    },
    open: (path, options) => take(openProject(environment, path, options)),
    recover: (id) => take(recoverProject(environment, id)),
    async closeProject(save) {
      await endWork();
      letGo(save === undefined ? {} : { save });
    },
    requireChangeable() {
      if (current?.project.isOnlyRead === true)
        throw new AppError('E_READ_ONLY', {
          file: basename(current.project.path),
          reason: 'opened for reading',
        });
    },
    requireUnchanged() {
      const project = current?.project;
      try {
        project?.requireUnchanged();
      } catch (thrown) {
        breakOff(project!, thrown);
        throw thrown;
      }
    },
    async close() {
      await this.closeProject(undefined);
    },
  };
}
