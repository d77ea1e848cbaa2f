import type { TokenSettings } from './cutting.ts';
import type { TrainingSettings } from './settings/training.ts';
import type { FieldDivision, StudyKind, WholeKind } from './study.ts';

/** What a methods section says of a model: nothing but what is stored. */
export interface MethodsFacts {
  readonly version: string;
  readonly model: string;
  readonly vocabulary: number;
  readonly dimensions: number;
  /** sha256 of the vectors, hex. */
  readonly vectors: string;
  /** Null for imported vectors, of which nothing more is known. */
  readonly training: {
    readonly settings: TrainingSettings;
    readonly epochs: number;
    readonly tokens: number | null;
    /** sha256 of the texts, hex. */
    readonly corpus: string | null;
    /** The texts have changed since: what is said of them beyond their number and digest is not known any more. */
    readonly stale: boolean;
    /** Of the whole corpus or of the sub-corpus; null where the texts have changed. */
    readonly documents: number | null;
    /** Conditions of a sub-corpus as they are typed; null for the whole corpus. */
    readonly part: string | null;
    /** Tags with their number of texts, the most frequent first; of the whole corpus. */
    readonly languages: readonly (readonly [tag: string, documents: number])[];
    /** Null where the texts have changed: they may have been cut otherwise. */
    readonly cutting: TokenSettings | null;
    /** Entries of the project’s own dictionary. */
    readonly dictionary: number;
  } | null;
  /** The study that stands behind its answers. */
  readonly study: { readonly kind: WholeKind; readonly runs: number } | null;
  /** The other studies that were made of it. */
  readonly further: readonly {
    readonly kind: StudyKind;
    readonly runs: number;
    /** How a field divides the texts, and into how many parts. */
    readonly division: (FieldDivision & { readonly parts: number }) | null;
  }[];
}

/** What makes that the commands of a bundle give other bytes: several threads, or an end before the last epoch. */
export type ReplicationDoubt = 'threads' | 'stopped';

export interface BundleResult {
  readonly model: string;
  /** Names of the files in the folder. */
  readonly files: readonly string[];
  /** Empty where the commands give the same bytes. */
  readonly doubts: readonly ReplicationDoubt[];
}
