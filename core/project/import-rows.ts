import type { FileReport, SkippedFile } from '../contract/import.ts';
import type { TokenPiece } from './token-chunks.ts';

export type Metadata = Readonly<Record<string, string | number>>;

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A layer of annotation; `values` by the numbers that columns hold, number 0 being the empty one. */
export interface NewLayer {
  readonly name: string;
  readonly kind: string;
  readonly values: readonly string[];
}

/** Stretches of a document’s text that have a name in common, in any order. */
export interface NewRegions {
  readonly name: string;
  /** UTF-16 units of the text; ends are behind the last one. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly attributes: readonly (NewLayer & { readonly ids: Uint32Array })[];
  /** Milliseconds of a recording; −1 where the file does not say. */
  readonly times?: { readonly starts: readonly number[]; readonly ends: readonly number[] };
}

export interface NewAnnotations {
  /** In the order of the columns of the tokens. */
  readonly layers: readonly NewLayer[];
  readonly regions: readonly NewRegions[];
}

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
  /** None when left out. */
  annotations?(): NewAnnotations;
}

export interface NewImport {
  /** Types of this import; token ids index them. Forms that occur in no document are left out. */
  readonly forms: readonly string[];
  /** Tokens of all documents together, for the progress. */
  readonly tokens: number;
  readonly documents: Iterable<NewDocument>;
  readonly reports: { readonly files: readonly FileReport[]; readonly skipped: readonly SkippedFile[] };
  /** How the texts were read and cut; kept as it is. */
  readonly settings: unknown;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
}
