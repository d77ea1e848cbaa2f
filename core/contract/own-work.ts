import type { QueryLanguage } from './query.ts';
import type { TextsRef } from './texts.ts';
import type { LineNote } from './words.ts';

// What people make by hand as they work: lists of words, queries that are kept, and what they say of lines.

/** A list of words, by its name: in a query `$name`. */
export interface WordListSummary {
  readonly name: string;
  readonly words: number;
  /** It says how often each occurs where it comes from, and can be a reference of keywords. */
  readonly hasCounts: boolean;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** A question as it was put. */
export interface SavedQuestion {
  readonly query: string;
  readonly language: QueryLanguage;
  readonly matchCase: boolean;
  readonly matchMarks: boolean;
  readonly within: string;
  readonly texts: TextsRef;
}

export interface SavedQuery {
  readonly name: string;
  readonly question: SavedQuestion;
  /** What it found when it was saved. */
  readonly hits: number;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** A note with what stands at its place. */
export interface NoteRow extends LineNote {
  readonly documentId: number;
  readonly document: string;
  /** Token of the text; null where a new cut left none at its place. */
  readonly position: number | null;
  readonly left: string;
  readonly node: string;
  readonly right: string;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}
