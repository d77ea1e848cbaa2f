import type { FieldCondition } from './corpus.ts';

/** Which texts are meant: all, a sub-corpus of the project by its name, those that fulfil every condition, or single documents by their ids. */
export type TextsRef =
  | 'all'
  | { readonly subCorpus: string }
  | { readonly conditions: readonly FieldCondition[] }
  | { readonly documents: readonly number[] };
