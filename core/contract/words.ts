/** One word of the frequency list. */
export interface WordRow {
  readonly word: string;
  readonly count: number;
  readonly perMillion: number;
  /** Range: number of documents it occurs in. */
  readonly documents: number;
  /** Gries's DP, 0 (spread like the texts) to 1 (in one corner only); null with fewer than two documents. */
  readonly dispersion: number | null;
}

export interface CollocateRow {
  readonly word: string;
  /** Positions within the spans at which it stands, each once. */
  readonly together: number;
  /** Occurrences in the texts that were looked through. */
  readonly count: number;
  /** Texts in which it stands near the node. */
  readonly texts: number;
  readonly logDice: number;
  readonly mutualInformation: number;
  readonly mi2: number;
  readonly mi3: number;
  readonly tScore: number;
  readonly zScore: number;
  /** Negative where it stands there less often than by chance. */
  readonly logLikelihood: number;
  readonly logRatio: number;
  /** Of the collocate given the node, and of the node given the collocate. */
  readonly deltaP: number;
  readonly deltaPOfNode: number;
  readonly minimumSensitivity: number;
  /** How often it stands at each distance, from the farthest left to the farthest right. */
  readonly places: readonly number[];
}

export const associationMeasures = [
  'logDice',
  'mutualInformation',
  'mi2',
  'mi3',
  'tScore',
  'zScore',
  'logLikelihood',
  'logRatio',
  'deltaP',
  'deltaPOfNode',
  'minimumSensitivity',
] as const;
export type AssociationMeasure = (typeof associationMeasures)[number];

/** Words and their collocates, those first that more of the words have. */
export interface CollocateNetwork {
  readonly words: readonly {
    readonly word: string;
    readonly occurrences: number;
    /** That reach the minimum. */
    readonly collocates: number;
  }[];
  /** How to quote the settings, as for collocates. */
  readonly parameters: string;
  /** Collocates that were looked at, each once. */
  readonly total: number;
  readonly rows: readonly {
    readonly collocate: string;
    /** Occurrences in the texts that were looked through. */
    readonly count: number;
    /** Of the words that have it among their first. */
    readonly links: readonly {
      readonly word: string;
      /** Among the collocates of the word, from 1. */
      readonly rank: number;
      readonly together: number;
      /** Of the measure that was asked for. */
      readonly value: number;
    }[];
  }[];
}

/** A pair of words in a row. */
export interface PhraseRow {
  /** Both, with a space between them. */
  readonly words: string;
  readonly count: number;
  /** Occurrences of each word. */
  readonly first: number;
  readonly second: number;
  /** (count − minimum) ÷ (first · second) × types: Mikolov et al. 2013, scaled by types, where gensim takes types and pairs together. */
  readonly score: number;
}

/** One line of a concordance. */
export interface ConcordanceLine {
  readonly documentId: number;
  readonly document: string;
  /** Position of the node in its document, in tokens, from 0. */
  readonly position: number;
  readonly left: string;
  readonly node: string;
  readonly right: string;
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

/** An entry of a stop list that occurs. */
export interface StopWordRow {
  readonly entry: string;
  /** What it is in the corpus. */
  readonly forms: readonly string[];
  /** Occurrences of all of them. */
  readonly count: number;
  /** It means something: without it, a model knows nothing of men, war or life. */
  readonly isContent: boolean;
}
