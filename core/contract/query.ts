import type { LayerKind } from './cutting.ts';
import type { ConcordanceLine, LineNote } from './words.ts';

export const queryLanguages = ['auto', 'simple', 'cql', 'word'] as const;
export type QueryLanguage = (typeof queryLanguages)[number];

/** What lines are ordered by: a place (−1 is L1, 1 is R1, 0 the match), what a layer says there, or a field of the text. */
export type SortKey =
  number | { readonly place: number; readonly layer: string } | { readonly field: string };

/** A place that a query found. */
export interface QueryLine extends ConcordanceLine {
  /** Tokens of the match. */
  readonly length: number;
  /** What a person said of it; null for nothing. */
  readonly note: LineNote | null;
  /** The fields that were asked for, of those that its text has. */
  readonly fields?: Readonly<Record<string, string | number>>;
}

/** Hits by what they have in common. */
export interface DistributionRow {
  readonly value: string;
  readonly count: number;
  /** Tokens of the texts with this value; null where the value is not one of texts. */
  readonly tokens: number | null;
  /** Of these tokens; null likewise. */
  readonly perMillion: number | null;
}

/** Where in a text hits stand: counts of equal stretches, from its beginning to its end. */
export interface TextStrip {
  readonly document: number;
  readonly name: string;
  readonly tokens: number;
  /** Of the field that the texts are ordered by; empty for none. Not there where they are not. */
  readonly value?: string;
  readonly counts: readonly number[];
}

export const keynessMeasures = [
  'lrc',
  'logLikelihood',
  'twoTermLikelihood',
  'logRatio',
  'textLogLikelihood',
  'textLrc',
  'percentDifference',
  'oddsRatio',
  'bayesFactor',
  'simpleMaths',
] as const;
export type KeynessMeasure = (typeof keynessMeasures)[number];

export const keywordKinds = ['key', 'negative', 'lock', 'none'] as const;
export type KeywordKind = (typeof keywordKinds)[number];

export interface KeywordSide {
  readonly tokens: number;
  readonly texts: number;
}

/** A word in the target and in the reference; core/lines/keyness.ts says what the measures are. */
export interface KeywordRow {
  readonly word: string;
  readonly target: number;
  readonly reference: number;
  readonly targetTexts: number;
  readonly referenceTexts: number;
  /** Gries’s DP over the texts of the target: 0 spread like them, towards 1 in one corner; null in fewer than two texts, or without the word. */
  readonly dispersion: number | null;
  /** Signed: negative where the word is rarer in the target. */
  readonly logLikelihood: number;
  /** G² of the two cells of the word alone, as UCREL’s calculator and WordSmith have it; signed likewise. */
  readonly twoTermLikelihood: number;
  readonly logRatio: number;
  readonly lrc: number;
  readonly percentDifference: number;
  readonly oddsRatio: number;
  readonly bayesFactor: number;
  /** With 100 added to both frequencies per million. */
  readonly simpleMaths: number;
  /** The same counted in texts that hold the word. */
  readonly textLogLikelihood: number;
  readonly textLrc: number;
  /** Key or negative: significant, and the interval of the ratio leaves out 1. Lockword: as frequent in both to within a fifth. */
  readonly kind: KeywordKind;
  /** Two-sided p of Fisher’s exact test, of tokens. */
  readonly fisherP: number;
  /** Two-sided, of the rates in the texts; null where it was not asked for or the texts are too few. */
  readonly rankSumP: number | null;
  /** Share of random divisions of the texts whose G² is as large; null likewise. */
  readonly permutationP: number | null;
}

export interface NgramRow {
  readonly ngram: string;
  readonly count: number;
  readonly texts: number;
  /** Stands within a longer n-gram of the list’s minimum every time. */
  readonly subsumed?: boolean;
  /** Share of its occurrences that lie in one and the same longer n-gram, the most frequent one of the minimum; 1 where it is subsumed. */
  readonly overlap?: number;
  /** Gries’s DP over the texts: 0 spread like them, towards 1 in one corner; null in fewer than two texts. */
  readonly dispersion?: number | null;
  /** Of a frame: the number of different words in its slot. */
  readonly variants?: number;
  /** Variants ÷ tokens: 1 where every word is another one. */
  readonly variantRatio?: number;
  /** The share of the commonest word, 0 to 1, and the word. */
  readonly topShare?: number;
  readonly top?: string;
}

/** What a condition of a query can ask of a token. */
export interface TokenAttribute {
  readonly name: string;
  /** `word` as it is written, `form` as it is counted, or what kind of layer it is. */
  readonly kind: 'word' | 'form' | LayerKind;
  /** The regions that it is an attribute of; empty for one of tokens. */
  readonly region: string;
  /** Different values. */
  readonly values: number;
}

/** Stretches of texts that a match may be kept within. */
export interface NamedRegions {
  readonly name: string;
  readonly count: number;
}

/** A layer of annotation that files brought or cutting made, of tokens or as an attribute of regions. */
export interface LayerSummary {
  readonly name: string;
  readonly kind: LayerKind;
  /** Whose attribute it is; empty for a layer of tokens. */
  readonly region: string;
  readonly documents: number;
  /** Tokens or regions that have a value. */
  readonly covered: number;
  /** Different values. */
  readonly values: number;
}

/** Regions of one name. */
export interface RegionSummary extends NamedRegions {
  readonly documents: number;
  /** Texts of which they lead back to a recording. */
  readonly timed: number;
}

/** Something that could stand at a place of a query. */
export interface Completion {
  readonly text: string;
  readonly kind: 'attribute' | 'value' | 'region' | 'list' | 'label' | 'keyword';
  /** Different values of an attribute, tokens of a value, regions of a name, words of a list; null for labels and words of the language. */
  readonly count: number | null;
}
