import { AppError } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { openProject, recoverProject, type OpenOptions } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { readTypes, type TypeTable } from '../project/types.ts';
import { readCorpusTexts, type CorpusTexts } from './corpus-texts.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { LoadedSequence } from './loaded-sequence.ts';

/** A training that is under way: what the calls that steer it need. */
export interface RunningTraining {
  pause(): void;
  resume(): void;
  stopAndKeep(): void;
  /** Ends it after a checkpoint, so that it can be resumed; settles when its workers have stopped. */
  leave(): Promise<void>;
}

/** What the engine remembers between calls: one project, what was read from it, and what runs. */
export interface Session {
  readonly environment: Environment;
  readonly project: Project;
  open(path: string, options: OpenOptions): Project;
  /** Takes up the unsaved work of a session that ended. */
  recover(id: string): Project;
  closeProject(save: boolean | undefined): Promise<void>;
  close(): Promise<void>;
  /** Every type of the corpus; read again when the project has changed. */
  types(): TypeTable;
  /** Every text by its fields; read again when the project has changed. */
  texts(): CorpusTexts;
  /** The models that were asked for last, ready to answer. */
  readonly loaded: Map<string, LoadedModel>;
  /** The same of recurrent models, by their number, with what was found out by reading the corpus. */
  readonly sequences: Map<number, LoadedSequence>;
  training: RunningTraining | null;
}

export function openSession(environment: Environment): Session {
  let project: Project | null = null;
  let types: { readonly revision: number; readonly table: TypeTable } | null = null;
  let texts: { readonly revision: number; readonly read: CorpusTexts } | null = null;
  const loaded = new Map<string, LoadedModel>();
  const sequences = new Map<number, LoadedSequence>();

  const forget = () => {
    types = null;
    texts = null;
    loaded.clear();
    sequences.clear();
  };

  const take = (opened: Project) => {
    project?.close();
    forget();
    project = opened;
    return opened;
  };

  return {
    environment,
    loaded,
    sequences,
    training: null,
    get project() {
      if (project === null) throw new AppError('E_REQUEST_INVALID', { reason: 'no project is open' });
      return project;
    },
    open: (path, options) => take(openProject(environment, path, options)),
    recover: (id) => take(recoverProject(environment, id)),
    types() {
      const { revision } = this.project.status();
      if (types?.revision !== revision) types = { revision, table: readTypes(this.project.db) };
      return types.table;
    },
    texts() {
      const { revision } = this.project.status();
      if (texts?.revision !== revision) texts = { revision, read: readCorpusTexts(this.project.db) };
      return texts.read;
    },
    async closeProject(save) {
      await this.training?.leave();
      project?.close(save === undefined ? {} : { save });
      project = null;
      forget();
    },
    async close() {
      await this.closeProject(undefined);
    },
  };
}
