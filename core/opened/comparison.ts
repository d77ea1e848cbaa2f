import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { KeynessMeasure, KeywordKind, KeywordSide } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { readWordList } from '../corpus/read-word-list.ts';
import { deviationOfSome } from '../lines/dispersion.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { compareWords, fewestTexts, type ComparedWords, type NumberedRow, type Side } from './keywords.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import { countedListOf } from './word-lists.ts';
import { attributeOf } from './token-attributes.ts';
import { piecesOf, restOf, sideOf, sideOfList } from './sides.ts';

/** What is compared with what. */
export interface Compared {
  readonly target: TextsRef;
  /** All other texts without it. */
  readonly reference: TextsRef | undefined;
  /** Path of a word list that is the reference. */
  readonly list: string | undefined;
  /** Name of a list of the project that is. */
  readonly savedList: string | undefined;
  /** What is compared: `form`, `word`, or a layer, of which tokens without a value do not count. */
  readonly layer: string;
  readonly minimum: number;
  readonly measure: KeynessMeasure;
}

/** A comparison of two sides, whole. */
export interface Comparison {
  readonly compared: ComparedWords;
  readonly target: KeywordSide;
  readonly reference: KeywordSide;
  readonly fewTexts: boolean;
  /** Gries’s DP of some types over the texts of the target; null with fewer than two. */
  readonly spreadOf: (types: readonly number[]) => Float64Array | null;
}

/** Those that were asked for last: pages and kinds of words are asked of one comparison again and again. */
const comparisons = kept<Comparison>({ most: 2 });

/**
 * @throws AppError E_QUERY_INVALID when there is no such layer, E_NO_CORPUS when the target has no words, E_REQUEST_INVALID when nothing is left to compare it with;
 *   E_LIST_UNKNOWN, E_LIST_WITHOUT_COUNTS; what reading a list may throw
 */
export function comparisonOf(opened: Opened, asked: Compared): Comparison {
  const file = asked.list === undefined ? undefined : statSync(asked.list, { throwIfNoEntry: false });
  const key = JSON.stringify([asked, file?.mtimeMs, file?.size]);
  return opened.remember(comparisons, key, () => compare(opened, asked));
}

function compare(
  opened: Opened,
  { target, reference, list, savedList, layer, minimum, measure }: Compared,
): Comparison {
  const { values } = attributeOf(opened, layer, 0);
  const own = sideOf(opened, target, layer);
  if (own.tokens === 0) throw new AppError('E_NO_CORPUS');
  let forms: readonly string[] = values;
  let other: Side;
  if (savedList !== undefined)
    ({ forms, side: other } = sideOfList(values, countedListOf(opened, savedList)));
  else if (list === undefined) other = sideOf(opened, reference ?? restOf(opened, target), layer);
  else ({ forms, side: other } = sideOfList(values, readWordList(list, basename(list))));
  if (other.tokens === 0)
    throw new AppError('E_REQUEST_INVALID', { field: 'reference', reason: 'no words are left for it' });
  return {
    compared: compareWords(forms, own, other, minimum, measure),
    target: { tokens: own.tokens, texts: own.texts },
    reference: { tokens: other.tokens, texts: other.texts },
    fewTexts: own.texts < fewestTexts || other.texts < fewestTexts,
    spreadOf: (some) =>
      own.texts < 2 ? null : deviationOfSome(piecesOf(opened, target, layer), own.counts, own.tokens, some),
  };
}

/**
 * Words of one kind, the most remarkable first: negative ones from the lowest of the measure, lockwords from the most frequent.
 * @param kind undefined for all words
 */
export function pageOfWords(
  { compared: words, spreadOf }: Comparison,
  kind: KeywordKind | undefined,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): readonly NumberedRow[] {
  const rows = Array.from(words.first(kind, offset + limit).subarray(offset), (word) => words.row(word));
  const spread = spreadOf(rows.map(({ type }) => type));
  return rows.map((row, at) => ({
    ...row,
    dispersion: spread === null || row.target === 0 ? null : spread[at]!,
  }));
}

/** How many words there are of each kind. */
export function kindsOf({ compared: words }: Comparison): Readonly<Record<KeywordKind, number>> {
  const kinds = { key: 0, negative: 0, lock: 0, none: 0 };
  for (let word = 0; word < words.words; word++) kinds[words.kindOf(word)]++;
  return kinds;
}

/** Both sides text by text, where these are texts of the corpus. */
export function textsCompared(opened: Opened, { target, reference }: Compared) {
  const each = (ref: TextsRef) => (ref === 'all' ? { documents: corpusTokensOf(opened).documents } : ref);
  return { own: each(target), other: each(reference ?? restOf(opened, target)) };
}
