import type { FieldCondition } from './corpus.ts';

/** Which texts are meant: all, a sub-corpus of the project by its name, those that fulfil every condition, or single documents by their ids. */
export type TextsRef = PartRef | { readonly documents: readonly number[] };

/** The same for what is trained: a model says afterwards what its texts were, which single documents cannot. */
export type PartRef =
  'all' | { readonly subCorpus: string } | { readonly conditions: readonly FieldCondition[] };
