import type { DistributionRow, QueryLine } from './query.ts';
import type { Neighbour } from './search.ts';
import type { ByChance, Spread, StudyBehind } from './study.ts';
import type { CollocateRow } from './words.ts';

/** A value and how often it stands there. */
export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** How evenly the texts hold something; `core/lines/dispersion-measures.ts` says which end is even. */
export interface DispersionFigures {
  readonly dp: number;
  readonly dpNorm: number;
  readonly dP: number;
  readonly juillandD: number;
  readonly dA: number;
  readonly dKl: number;
  readonly range: number;
}

/** What of a word belongs to one lemma (or stem). */
export interface LemmaOfWord {
  readonly lemma: string;
  /** Tokens of this word that have it. */
  readonly here: number;
  /** Tokens of any form that have it, in these texts. */
  readonly count: number;
  /** These forms, the most frequent first, no more than twenty. */
  readonly forms: readonly CountedValue[];
}

/** Everything that is known of one word, in one place. */
export interface WordPage {
  /** As it is counted. */
  readonly word: string;
  readonly count: number;
  readonly perMillion: number;
  /** Its place among the words of these texts by frequency, from 1; words that are as frequent share one. */
  readonly rank: number;
  /** Word types that these texts have. */
  readonly types: number;
  /** Texts with the word, of so many. */
  readonly documents: number;
  readonly texts: number;
  readonly tokens: number;
  /** Null with fewer than two texts, or without a hit. */
  readonly dispersion: DispersionFigures | null;
  /** Occurrences in each of a hundred equal stretches of the texts, one after the other. */
  readonly strip: readonly number[];
  /** As it stands in the texts, the most frequent first. */
  readonly written: readonly CountedValue[];
  /** By layers that hold parts of speech. */
  readonly tags: readonly { readonly layer: string; readonly rows: readonly CountedValue[] }[];
  /** By the layer of lemmas, or else of stems; null where the texts have neither. */
  readonly lemmas: { readonly layer: string; readonly rows: readonly LemmaOfWord[] } | null;
  /** Frequency by a field of the texts, in the order of its values; dates by their years. Null where the texts have no field. */
  readonly trend: {
    readonly field: string;
    readonly kind: 'text' | 'number' | 'date';
    readonly rows: readonly DistributionRow[];
  } | null;
  readonly collocates: {
    readonly total: number;
    readonly parameters: string;
    readonly rows: readonly CollocateRow[];
  };
  /** Null where there is no model; without rows where the model does not have the word. */
  readonly neighbours: {
    readonly model: string;
    readonly knowsWord: boolean;
    readonly rows: readonly (Neighbour & Partial<Spread> & Partial<ByChance>)[];
    /** Its overlap is how stable the word is itself. */
    readonly study: StudyBehind | null;
  } | null;
  /** Some by chance, the same each time. */
  readonly lines: readonly QueryLine[];
}

/** One word from period to period. */
export interface WordTrend {
  readonly word: string;
  readonly counts: readonly number[];
  readonly perMillion: readonly number[];
}

/** Frequencies of some words over the periods of a field. */
export interface WordTrends {
  readonly field: string;
  /** In their order; the first and the last value of each. */
  readonly periods: readonly { readonly from: string; readonly to: string; readonly tokens: number }[];
  /** In the order of the question. */
  readonly rows: readonly WordTrend[];
}
