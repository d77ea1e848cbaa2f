import type { CutBy, Dictionary, TokenSettings } from './cutting.ts';

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

/** What a file is read as. */
interface ReadFile {
  /** Path relative to the folder that was chosen, with `/`. Never an absolute path. */
  readonly file: string;
  readonly bytes: number;
  /** Empty where its format leaves no choice. */
  readonly encoding: string;
  /** 0 to 1; 1 when a byte-order mark or the user decided. */
  readonly encodingConfidence: number;
  readonly language: string;
  readonly method: CutBy;
  /** The earlier one of these files that holds the very same bytes. */
  readonly sameAs?: string;
}

/** What became of one file. */
export interface FileReport extends ReadFile {
  /** Texts that were taken from it: a table has one in each row. */
  readonly documents: number;
  /** Parts that were left out because they hold no word. */
  readonly emptyParts: number;
  readonly tokens: number;
  readonly characters: number;
  /** First places (at most 20) where a byte did not fit and U+FFFD stands in the text. */
  readonly replaced: readonly Replacement[];
  readonly replacedCount: number;
  /** Halves of characters that stood alone, as JSON and Rich Text can write them, and became U+FFFD; left out for none. */
  readonly halves?: number;
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
  /** It lies outside of the folder that was chosen: a link leads there. Left out for others. */
  readonly outside?: boolean;
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
  'objects',
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

/** What names of files and tables say of files, before they are imported or later. */
export interface MetadataLook {
  /** A pattern that the names propose; absent where they have nothing in common. */
  readonly proposed?: string;
  /** Files that there are, and the first some hundred of them with what is known of each. */
  readonly total: number;
  readonly rows: readonly {
    readonly file: string;
    readonly metadata: Readonly<Record<string, string | number>>;
  }[];
  readonly fit: MetadataFit;
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
  /** Languages of these texts that have no stemmer, where stems were asked for: their words count as they are written. Left out for none. */
  readonly unstemmed?: readonly string[];
  /** Texts that an earlier import had brought already, word for word; all are counted. Left out for none. */
  readonly again?: { readonly count: number; readonly first: readonly string[] };
}

/** One import, kept in the project. */
export interface ImportReport {
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}

/** What a file looks like before anything is imported: enough to choose its encoding and language by eye. */
export interface InspectedFile extends ReadFile {
  /** A line of it as decoded, the first that has some words; empty when the file has no text. */
  readonly sample: string;
  /** What can be chosen from it; absent where a file is one text. */
  readonly outline?: Outline;
  /** What stands in it and may be no part of the text; it is left out only on request. */
  readonly offers?: readonly Offer[];
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
