import type { TrainedSubCorpus } from './corpus.ts';
import type { ModelHealth } from './training.ts';
import type { TrainingSettings } from './settings/training.ts';

/** A file as the caller names it. The window only ever holds grants; main turns them into paths before the engine sees them. */
export type FileRef = { readonly path: string } | { readonly grant: string };

export interface ProjectInfo {
  /** File name without its folder, or null before the first save. */
  readonly name: string | null;
  readonly readOnly: boolean;
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
  readonly models: readonly ModelSummary[];
  /** Work that is kept on this computer but not yet in the user's file. */
  readonly unsaved: boolean;
  /** Some texts were cut by another version of the program’s rules: cut again, some words would come out otherwise. */
  readonly cutOtherwise: boolean;
  /** When the checkpoint of an interrupted training was written (milliseconds since the epoch), or null. */
  readonly resumable: number | null;
  /** What was being trained then. */
  readonly resumableKind: 'model' | 'sequence' | null;
  /** When the session began whose unsaved work was taken up as this project was opened, or null. */
  readonly recovered: number | null;
  /** Unsaved work on the same file that was not taken up, newest first. */
  readonly unsavedWork: readonly RecoverableProject[];
}

/** Work of a session that ended without saving: kept on this computer until it is taken up or given up. */
export interface RecoverableProject {
  readonly id: string;
  /** Base name of the file it belongs to. */
  readonly name: string;
  /** When that session began, milliseconds since the epoch. */
  readonly startedAt: number;
  /** Changes that the file does not have. */
  readonly changes: number;
  /** A training was under way and can be taken up again. */
  readonly training: boolean;
  /** The working copy cannot be read; it is kept for a rescue. */
  readonly damaged: boolean;
}

/** A complete earlier state of a project's file, kept on this computer. */
export interface ProjectBackup {
  /** How often the project had been saved. */
  readonly saves: number;
  /** Milliseconds since the epoch. */
  readonly madeAt: number;
  readonly bytes: number;
}

export interface ModelSummary {
  readonly name: string;
  readonly kind: 'trained' | 'imported';
  readonly vocabulary: number;
  readonly dimensions: number;
  /** Null for imported vectors. */
  readonly settings: TrainingSettings | null;
  /** The sub-corpus that it was trained on; null for the whole corpus, and for imported vectors. */
  readonly subCorpus: TrainedSubCorpus | null;
  readonly loss: readonly number[];
  readonly health: ModelHealth | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The texts have changed since this model was trained: of the corpus, or of its sub-corpus. */
  readonly stale: boolean;
}

export interface VerifyReport {
  readonly ok: boolean;
  /** Why not, when it is not. */
  readonly code: string | null;
  readonly problems: readonly string[];
  readonly documents: number;
  readonly tokens: number;
  /** Word vectors and recurrent models. */
  readonly models: number;
}

export interface RescueReport {
  readonly documents: number;
  /** Word vectors and recurrent models. */
  readonly models: number;
  readonly lost: readonly string[];
}
