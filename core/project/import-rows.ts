import type { FileReport, SkippedFile } from '../contract/corpus.ts';
import type { TokenPiece } from './token-chunks.ts';

export type Metadata = Readonly<Record<string, string | number>>;

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One document on its way into the project. Text and tokens are read once, in this order, piece by piece. */
export interface NewDocument {
  readonly name: string;
  /** The file that it came from, as the report names it. */
  readonly file: string;
  readonly language: string;
  readonly encoding: string;
  readonly method: string;
  readonly metadata: Metadata;
  /** UTF-16 units. */
  readonly characters: number;
  readonly tokenCount: number;
  /** Pieces of at most 64 Ki UTF-16 units that never split a surrogate pair. */
  text(): Iterable<string>;
  /** Pieces of at most 16,384 tokens. */
  tokens(): Iterable<TokenPiece>;
}

export interface NewImport {
  /** Types of this import; token ids index them. Forms that occur in no document are left out. */
  readonly forms: readonly string[];
  /** Occurrences of each form. */
  readonly counts: ArrayLike<number>;
  readonly documents: Iterable<NewDocument>;
  readonly reports: { readonly files: readonly FileReport[]; readonly skipped: readonly SkippedFile[] };
  /** How the texts were read and cut; kept as it is. */
  readonly settings: unknown;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
}
