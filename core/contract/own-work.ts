import type { QueryLanguage } from './query.ts';
import type { TextsRef } from './texts.ts';

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

/** What a person says of a line: of the place at which its match begins, whatever query found it. */
export interface LineNote {
  /** Empty for none. */
  readonly category: string;
  readonly marked: boolean;
  /** Left out of the lines that are shown, and never of what is counted. */
  readonly hidden: boolean;
  readonly note: string;
}
