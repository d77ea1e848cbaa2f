import type { LayerKind } from '../../contract/cutting.ts';
import type { LeftOut, Outline, Unreadable } from '../../contract/import.ts';
import type { AppError } from '../../contract/errors.ts';
import type { Metadata } from '../metadata.ts';

/** One text of a file. */
export interface Extracted {
  readonly text: string;
  /** Title, author, date, and whatever else the file says of it. */
  readonly metadata: Metadata;
  /** BCP 47 tag, where the file says it; otherwise the text tells. */
  readonly language?: string;
  /** Its name within the file, where that holds several. */
  readonly part?: string;
  /** Words that the file itself gives; otherwise the text is cut. */
  readonly words?: GivenWords;
  /** Stretches of the text that the file marks, whether it gives the words itself or not; {@link gatherRegions} makes them. */
  readonly regions?: readonly GivenRegions[];
}

/** Words as a file has them: a form and where it stands in the text, in UTF-16 units. */
export interface GivenWords {
  readonly forms: readonly string[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** Numbers of words that a sentence starts with, ascending. */
  readonly sentenceStarts: readonly number[];
  /** What the file says of each word: lemma, part of speech, gloss … */
  readonly layers?: readonly GivenLayer[];
}

/** One kind of annotation of words. What the settings leave out of the words, as punctuation, leaves its values too. */
export interface GivenLayer {
  /** What a query calls it: a letter, then letters, digits, `_` and `-`; see {@link layerName}. */
  readonly name: string;
  readonly kind: LayerKind;
  /** One for each word; empty where it has none. */
  readonly values: readonly string[];
}

/**
 * Stretches of a text that have a name in common: `turn`, `paragraph`, or an element as the file calls it. They may lie within one
 * another, overlap, and be empty. Names that mean the same everywhere: `sentence`, `paragraph`, `turn` (what one speaker says at
 * a stretch; its attribute `speaker` says who), `segment` (a labelled stretch of a recording).
 */
export interface GivenRegions {
  readonly name: string;
  /** In the text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Behind the last unit. */
  readonly ends: readonly number[];
  /** By name: a value for each region, empty where it has none. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
  /** Where they lie in the recording; the name of the recording is the field `recording` of the text’s metadata. */
  readonly times?: RegionTimes;
}

/** Milliseconds from the beginning of a recording, one for each region; −1 where the file does not say. */
export interface RegionTimes {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface Contents {
  readonly documents: readonly Extracted[];
  /** Asked for only when somebody is to choose. */
  readonly outline?: () => Outline;
  /** Why nothing can be taken of it until somebody chooses. */
  readonly refusal?: AppError;
  /** What of the file is not of its text. */
  readonly leftOut?: readonly LeftOut[];
  readonly unreadable?: Unreadable;
}

/** A file that is one text. */
export const oneText = (text: string, metadata: Metadata = {}): Contents => ({
  documents: [{ text, metadata }],
});
