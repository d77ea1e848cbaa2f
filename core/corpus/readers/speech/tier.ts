import type { Metadata } from '../../metadata.ts';

/** A labelled stretch of a recording: what is said, or noted, there. */
export interface Label {
  /** Empty where nothing is said. */
  readonly text: string;
  /** Where it lies in the recording, in milliseconds. */
  readonly time?: { readonly start: number; readonly end: number };
  /** Words that the file itself gives; otherwise the text is cut. */
  readonly words?: readonly LabelWord[];
  /** What else the file says of it, by name. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Parts of it that the file sets apart or says something of. */
  readonly stretches?: readonly Stretch[];
  /** Its place among all labels of the file, where these stand in the order in which they were spoken. */
  readonly order?: number;
  /** Goes on where the one before ended: no paragraph is between them. */
  readonly goesOn?: boolean;
}

/** A part of the text of a label, in UTF-16 units from its beginning. */
export interface Stretch {
  /** What a query calls it: `segment`, or the kind of annotation. */
  readonly name: string;
  readonly start: number;
  /** Behind the last unit. */
  readonly end: number;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly time?: { readonly start: number; readonly end: number };
}

/** A word within the text of a label. */
export interface LabelWord {
  /** In UTF-16 units from the beginning of the label. */
  readonly start: number;
  readonly length: number;
  /** Lemma, part of speech, gloss … by the names of their layers. */
  readonly values?: Readonly<Record<string, string>>;
}

/** One line of annotation through a recording: who speaks, or on which level it was annotated. */
export interface Tier {
  readonly name: string;
  readonly labels: readonly Label[];
  /** Who speaks, where the file says so. */
  readonly speaker?: string;
  /** What the file says of it beside its name and speaker. */
  readonly fields?: Metadata;
  /** BCP 47 tag, where the file says which language it is in. */
  readonly language?: string;
  /** Other names by which it may be chosen. */
  readonly aliases?: readonly string[];
  /** The text of the file that it belongs to, where a file holds several that have the same tiers. */
  readonly group?: string;
  /** The tier that it hangs on: single words are put together into its labels. */
  readonly within?: string;
  /** Is of the text only when somebody chooses it. */
  readonly onChoice?: boolean;
}
