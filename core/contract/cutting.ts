/** How a text is cut into tokens. Each choice is stored with the corpus and printed in the methods paragraph. */
export interface TokenSettings {
  /**
   * `auto` chooses by language and by looking (spaces or not); `spaced` splits at white space only and never re-splits;
   * `characters` makes one token of each character; `segmenter` finds words by the dictionaries of the program.
   */
  readonly method: TokenMethod;
  /** Lower-case by the rules of the document's language (Turkish dotless i among them). */
  readonly lowerCase: boolean;
  /** `keep`: mother-in-law is one token. */
  readonly hyphens: 'keep' | 'split';
  /** `keep`: don’t is one token. Curly and straight apostrophes always count as the same character. */
  readonly apostrophes: 'keep' | 'split';
  /** `split`: l’homme becomes l’ and homme in French, Italian and Catalan; `keep` leaves one token. */
  readonly elisions: 'keep' | 'split';
  readonly punctuation: 'drop' | 'keep';
  /** `mark` replaces every number by `<num>`. */
  readonly numbers: 'keep' | 'drop' | 'mark';
  /** `stem`: words are counted by their stems (Snowball), in the languages that have a stemmer. As written when left out. */
  readonly wordForm?: 'written' | 'stem';
  /** `keep`: words are counted as they are written, and their stems are a layer `stem`. Left out when left out. */
  readonly stemLayer?: 'leave' | 'keep';
  /** `strip`: vowel signs of Arabic and Hebrew, tatweel, accents and breathings of Greek do not count. Kept when left out. */
  readonly marks?: 'keep' | 'strip';
}

/** What a person knows better than any way of cutting; belongs to the project. */
export interface Dictionary {
  /** Never cut: `黛玉`. With spaces, several words that count as one, joined by `_`: `new york`. */
  readonly words: readonly string[];
  /** The parts of what was taken for one word: `那`, `黛玉`. */
  readonly splits: readonly (readonly string[])[];
}

export const emptyDictionary: Dictionary = { words: [], splits: [] };

export type TokenMethod = 'auto' | 'spaced' | 'characters' | 'segmenter';

/** How the tokens of a text came about; `given`: the file had them. */
export type CutBy = Exclude<TokenMethod, 'auto'> | 'given';

export const defaultTokenSettings: TokenSettings = {
  method: 'auto',
  lowerCase: true,
  hyphens: 'keep',
  apostrophes: 'keep',
  elisions: 'split',
  punctuation: 'drop',
  numbers: 'keep',
};

/**
 * What the values of a layer of annotation are. `pos` is a part of speech, `head` the word of the sentence that a word hangs on by
 * its `relation`, `entity` a mark of named entities, `number` that of a word in its sentence.
 */
export type LayerKind =
  | 'lemma'
  | 'pos'
  | 'features'
  | 'stem'
  | 'reading'
  | 'gloss'
  | 'number'
  | 'head'
  | 'relation'
  | 'entity'
  | 'other';

/** A stretch of text that two ways of cutting cut differently. */
export interface DisagreementRow {
  /** As it stands in the text. */
  readonly written: string;
  /** The tokens of each way, as written; none where it leaves out what the other takes. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly count: number;
  /** Where it stands first, with what stands before and behind. */
  readonly document: string;
  readonly left: string;
  readonly right: string;
}

/** A word that one way of cutting finds more often than another. */
export interface CountChangeRow {
  readonly word: string;
  readonly first: number;
  readonly second: number;
}

/** Two ways of cutting the same texts. */
export interface CutComparison {
  readonly first: { readonly tokens: number; readonly types: number };
  readonly second: { readonly tokens: number; readonly types: number };
  /** Tokens that both have in the same place. */
  readonly same: number;
  /** Places where they differ. */
  readonly occurrences: number;
  /** Places of them that are not listed: longer than 60 characters, or too rare among too many. */
  readonly unlisted: number;
  /** Different disagreements, and the most frequent of them. */
  readonly total: number;
  readonly rows: readonly DisagreementRow[];
  /** Words whose counts differ, and those that differ most. */
  readonly changed: number;
  readonly counts: readonly CountChangeRow[];
  /** Texts whose words their files gave, which no way cuts. */
  readonly given: number;
}
