import type { Outline } from '../../contract/corpus.ts';
import type { Metadata } from '../metadata.ts';

/** One text of a file. */
export interface Extracted {
  readonly text: string;
  /** Title, author, date, and whatever else the file says of it. */
  readonly metadata: Metadata;
  /** Its name within the file, where that holds several. */
  readonly part?: string;
  /** Words that the file itself gives; otherwise the text is cut. */
  readonly words?: GivenWords;
}

/** Words as a file has them: a form and where it stands in the text, in UTF-16 units. */
export interface GivenWords {
  readonly forms: readonly string[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** Numbers of words that a sentence starts with, ascending. */
  readonly sentenceStarts: readonly number[];
}

export interface Contents {
  readonly documents: readonly Extracted[];
  /** Asked for only when somebody is to choose. */
  readonly outline?: () => Outline;
}

/** A file that is one text. */
export const oneText = (text: string, metadata: Metadata = {}): Contents => ({
  documents: [{ text, metadata }],
});
