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

export interface ImportRequest {
  /** Files and folders; folders are walked in code-point order of their names. */
  readonly paths: readonly string[];
  /** BCP 47 tag, or `auto` to detect per document. */
  readonly language: string;
  /** WHATWG label, or `auto` to detect per file. */
  readonly encoding: string;
  readonly tokens: TokenSettings;
  /** CSV of metadata: a column named `file` (or the first one) holds file names, every other column is a field. */
  readonly metadataFile?: string;
  /** Pattern over file names such as `{author}_{year}_{title}`. */
  readonly metadataPattern?: string;
  readonly choices?: readonly FileChoice[];
  readonly dictionary?: Dictionary;
  /** For every file that has no choice of its own. */
  readonly taking?: Taking;
}

/** What became of one file. */
export interface FileReport {
  /** Path relative to the folder that was chosen, with `/`. Never an absolute path. */
  readonly file: string;
  readonly bytes: number;
  /** Empty where its format leaves no choice. */
  readonly encoding: string;
  /** 0 to 1; 1 when a byte-order mark or the user decided. */
  readonly encodingConfidence: number;
  readonly language: string;
  readonly method: CutBy;
  /** Texts that were taken from it: a table has one in each row. */
  readonly documents: number;
  /** Parts that were left out because they hold no word. */
  readonly emptyParts: number;
  readonly tokens: number;
  readonly characters: number;
  /** First places (at most 20) where a byte did not fit and U+FFFD stands in the text. */
  readonly replaced: readonly Replacement[];
  readonly replacedCount: number;
  /** What the token settings left out, so that nothing disappears silently. */
  readonly dropped: { readonly punctuation: number; readonly numbers: number };
  /** Tokens that count in their usual spelling though they are written otherwise (ﬁ, ⼈, ｶﾞ); absent in reports of earlier versions. */
  readonly respelled?: number;
  /** What of it is no text and was not counted. */
  readonly leftOut?: readonly LeftOut[];
  /** Set when tokens are suspiciously few for the characters read, or when letters could not be read. */
  readonly suspicious: boolean;
  /** Pages whose letters the file has no letters for; absent where all could be read. */
  readonly unreadable?: Unreadable;
  /** The earlier file of this import that holds the very same bytes. */
  readonly sameAs?: string;
}

/** Signs of a font that does not say what they stand for: U+FFFD stands in the text for each. */
export interface Unreadable {
  /** Numbers of pages, from 1. */
  readonly pages: readonly number[];
  readonly letters: number;
}

/** Its text deserves a look: the encoding was told with little confidence. */
export const isEncodingUnsure = ({ encodingConfidence }: Pick<FileReport, 'encodingConfidence'>): boolean =>
  encodingConfidence < 0.7;

/** What a file holds beside its text, or says twice; what is left out of the text by itself, and what is on request. */
export const leavesOut = [
  'hidden',
  'deleted',
  'comments',
  'remarks',
  'readings',
  'variants',
  'noteMarks',
  'contents',
  'pageHeads',
  'listNumbers',
  'placeholders',
  'repeated',
  'licence',
  'titles',
  'tiers',
] as const;
export type LeavesOut = (typeof leavesOut)[number];

export interface LeftOut {
  readonly what: LeavesOut;
  /** In how many places. */
  readonly places: number;
}

export interface Replacement {
  readonly line: number;
  /** Offset in the file, in bytes. */
  readonly byteOffset: number;
  readonly byte: number;
}

export interface SkippedFile {
  readonly file: string;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

/** How far a table of metadata, or a pattern over names, fits the files. */
export interface MetadataFit {
  /** Files of which something is known by it. */
  readonly files: number;
  /** Files of which nothing is, some hundred of them, and how many there are. */
  readonly filesWithout: readonly string[];
  readonly filesWithoutCount: number;
  /** Names in the table that no file has. */
  readonly rowsWithout: readonly string[];
  readonly rowsWithoutCount: number;
  /** Rows that were not used because more than one file, or another row, has that name. */
  readonly ambiguous: readonly AmbiguousRow[];
  /** The file among those imported that was recognised as the table, and was not read as a text. */
  readonly table?: string;
}

export interface AmbiguousRow {
  readonly name: string;
  readonly files: readonly string[];
}

export interface ImportResult {
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
  /** Present where a table or a pattern was given, or a table recognised. */
  readonly metadata?: MetadataFit;
}

/** One import, kept in the project. */
export interface ImportReport {
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}

/** What a file looks like before anything is imported: enough to choose its encoding and language by eye. */
export interface InspectedFile {
  readonly file: string;
  readonly bytes: number;
  readonly encoding: string;
  readonly encodingConfidence: number;
  readonly language: string;
  readonly method: CutBy;
  /** A line of it as decoded, the first that has some words; empty when the file has no text. */
  readonly sample: string;
  /** What can be chosen from it; absent where a file is one text. */
  readonly outline?: Outline;
  /** What stands in it and may be no part of the text; it is left out only on request. */
  readonly offers?: readonly Offer[];
  /** The earlier one of these files that holds the very same bytes. */
  readonly sameAs?: string;
}

export const offerNames = ['licence', 'contents', 'titles'] as const;
/** Head and licence of Project Gutenberg, a list of contents, running titles and numbers of pages. */
export type OfferName = (typeof offerNames)[number];

export interface Offer {
  readonly what: OfferName;
  /** In how many places, as far as was looked. */
  readonly places: number;
  /** How it begins. */
  readonly sample: string;
}

/** What a file offers to choose from, and what is taken of it. */
export interface Outline {
  /**
   * `columns` of a table: those taken hold text, the others metadata; `elements` of XML: text within those taken, all of it where
   * none is; `tiers` of annotated speech; `layout` of pages: what stands beside their text; `layers` of an annotated text: the one taken gives the words.
   */
  readonly kind: 'columns' | 'elements' | 'tiers' | 'layers' | 'layout';
  readonly parts: readonly OutlinePart[];
  readonly taken: readonly string[];
  /** Elements that may each become a text of its own. */
  readonly splits?: readonly string[];
  readonly split?: string;
  /** What may make sentences of single words, where the file has such. */
  readonly sentences?: readonly string[];
  readonly takenSentences?: string;
  /** Sheets of a workbook in the order of their tabs, where there are several, and the one that is read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  /** Of a table: whether its first row is taken for the names of its columns. */
  readonly header?: boolean;
  /** Parts of speech that occur; words of those taken are counted, all where none is. */
  readonly tags?: readonly OutlinePart[];
  readonly takenTags?: readonly string[];
}

export interface OutlinePart {
  readonly name: string;
  /** Occurrences. */
  readonly count?: number;
  readonly sample?: string;
}

/** What is taken of a file that offers a choice; names as its {@link Outline} has them. */
export interface Taking {
  readonly take?: readonly string[];
  readonly split?: string;
  readonly tags?: readonly string[];
  /** What makes sentences of a tier of single words: `pauses` (when left out), `labels`, or the name of the tier that holds them. */
  readonly sentences?: string;
  /** Of a text with two readings of a word, which counts: `edited` (as corrected, regularised and written out) unless chosen otherwise. */
  readonly readings?: Readings;
  /** Of a workbook: the first sheet that has rows unless another one is chosen. */
  readonly sheet?: string;
  /** Of a table: whether its first row holds the names of its columns; told by looking when left out. */
  readonly header?: YesOrNo;
  /** What of a text is left out of what was recognised in it. */
  readonly without?: readonly OfferName[];
}

export const yesOrNo = ['yes', 'no'] as const;
export type YesOrNo = (typeof yesOrNo)[number];

export const readings = ['edited', 'source'] as const;
export type Readings = (typeof readings)[number];

/** What the user decided for one file, by its {@link FileReport.file} name. */
export interface FileChoice extends Taking {
  readonly file: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly leaveOut?: boolean;
}

export interface DocumentRow {
  readonly id: number;
  readonly name: string;
  readonly language: string;
  readonly encoding: string;
  readonly method: CutBy;
  readonly metadata: Readonly<Record<string, string | number>>;
  readonly characters: number;
  readonly tokens: number;
}

/** What the values of a field are; dates as ISO 8601 has them, also a year or a month alone. */
export type FieldKind = 'text' | 'number' | 'date';

/** A field of metadata, over all texts. */
export interface FieldRow {
  readonly name: string;
  readonly kind: FieldKind;
  /** A person decided on the kind; otherwise the values did. */
  readonly isChosen: boolean;
  /** Texts that have a value. */
  readonly documents: number;
  /** Different values. */
  readonly values: number;
  /** Texts whose value is not of this kind. */
  readonly unfit: number;
  /** Least and greatest number or date. */
  readonly range?: readonly [string | number, string | number];
}

/** What texts have in common: one of some values in a field, or a number or date from … to … (ends included). */
export interface FieldCondition {
  readonly field: string;
  readonly values?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Texts that fulfil every condition, those of later imports too. */
export interface SubCorpus {
  readonly name: string;
  readonly conditions: readonly FieldCondition[];
}

/** How many texts are meant, and the tokens in them. */
export interface TextSums {
  readonly documents: number;
  readonly tokens: number;
}

export interface SubCorpusRow extends SubCorpus, TextSums {}

/** A value of a field, and the texts that have it. */
export interface FieldValue extends TextSums {
  readonly value: string;
}

/** A sub-corpus that is asked for by its conditions; named where they have a name. */
export interface ChosenSubCorpus {
  readonly name?: string;
  readonly conditions: readonly FieldCondition[];
}

/** The sub-corpus that a model was trained on: how it was chosen then, and what was in it. */
export interface TrainedSubCorpus extends ChosenSubCorpus {
  readonly documents: number;
  readonly tokens: number;
  /** sha256 over the digests of these documents in order, hex: the same texts, cut the same way, have the same one. */
  readonly digest: string;
}

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

/** A pair of words in a row. */
export interface PhraseRow {
  /** Both, with a space between them. */
  readonly words: string;
  readonly count: number;
  /** Occurrences of each word. */
  readonly first: number;
  readonly second: number;
  /** (count − minimum) ÷ (first · second) × types: Mikolov et al. 2013, scaled as gensim does. */
  readonly score: number;
}

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
