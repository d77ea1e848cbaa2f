import { AppError } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { memoOf, type Memo } from '../opened/memo.ts';
import type { Opened } from '../opened/opened.ts';
import { readRevision } from '../project/changes.ts';
import { openProject, recoverProject, type OpenOptions } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';

/** A training that is under way: what the calls that steer it need. */
export interface RunningTraining {
  pause(): void;
  resume(): void;
  stopAndKeep(): void;
  /** Ends it after a checkpoint, so that it can be resumed; settles when its workers have stopped. */
  leave(): Promise<void>;
}

/** What the engine has between calls: one open project with what is remembered of it, and what runs. */
export interface Session extends Opened {
  open(path: string, options: OpenOptions): Project;
  /** Takes up the unsaved work of a session that ended. */
  recover(id: string): Project;
  closeProject(save: boolean | undefined): Promise<void>;
  close(): Promise<void>;
  training: RunningTraining | null;
}

export function openSession(environment: Environment): Session {
  let current: { readonly project: Project; readonly memo: Memo } | null = null;

  const opened = () => {
    if (current === null) throw new AppError('E_REQUEST_INVALID', { reason: 'no project is open' });
    return current;
  };

  const take = (project: Project) => {
    current?.project.close();
    current = { project, memo: memoOf(() => readRevision(project.db)) };
    return project;
  };

  return {
    environment,
    training: null,
    get project() {
      return opened().project;
    },
    remember: (kind, key, make) => opened().memo.remember(kind, key, make),
    recall: (kind, key) => opened().memo.recall(kind, key),
    forget: (kind, key) => opened().memo.forget(kind, key),
    open: (path, options) => take(openProject(environment, path, options)),
    recover: (id) => take(recoverProject(environment, id)),
    async closeProject(save) {
      await this.training?.leave();
      current?.project.close(save === undefined ? {} : { save });
      current = null;
    },
    async close() {
      await this.closeProject(undefined);
    },
  };
}
