import type { FieldCondition, TextSums } from './corpus.ts';

/** Which texts are meant: all, a sub-corpus of the project by its name, those that fulfil every condition, or single documents by their ids. */
export type TextsRef = PartRef | { readonly documents: readonly number[] };

/** The same for what is trained: a model says afterwards what its texts were, which single documents cannot. */
export type PartRef =
  'all' | { readonly subCorpus: string } | { readonly conditions: readonly FieldCondition[] };

/** Texts that can be chosen by a name. */
export interface TextChoice extends TextSums {
  readonly kind: 'sub-corpus' | 'group' | 'text' | 'conditions';
  /** Of the sub-corpus, the value or the text; conditions have none. */
  readonly name: string;
  /** Of a group: the field whose value its texts have in common. */
  readonly field?: string;
  readonly texts: TextsRef;
}
