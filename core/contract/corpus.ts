import type { CutBy } from './cutting.ts';

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
