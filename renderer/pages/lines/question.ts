import type { QueryLanguage } from '../../../core/contract/query.ts';

/** A query as it was put, with its switches. */
export interface PutQuery {
  readonly query: string;
  readonly language: QueryLanguage;
  readonly matchCase: boolean;
  readonly matchMarks: boolean;
}

/** One word of the corpus, by whatever spelling it is found. */
export const oneWord = (word: string): PutQuery => ({
  query: word,
  language: 'word',
  matchCase: false,
  matchMarks: false,
});

/** A query that was put together elsewhere. */
export const asQuery = (query: string): PutQuery => ({
  query,
  language: beginsAsCql(query) ? 'cql' : 'simple',
  matchCase: false,
  matchMarks: false,
});

/** What begins with a bracket, a quotation mark or an edge of regions (`<s>`) is meant as CQL. */
export const beginsAsCql = (typed: string): boolean => /^\s*(?:["[]|<\/?[\p{L}_][^<>]*>)/u.test(typed);

export const sameQuery = (a: PutQuery, b: PutQuery | undefined): boolean =>
  a.query === b?.query &&
  a.language === b.language &&
  a.matchCase === b.matchCase &&
  a.matchMarks === b.matchMarks;
