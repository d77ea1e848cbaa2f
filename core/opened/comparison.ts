import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { KeynessMeasure, KeywordRow, KeywordSide } from '../contract/query.ts';
import type { TextsRef } from '../contract/texts.ts';
import { readWordList } from '../corpus/read-word-list.ts';
import { deviationOfProportions } from '../lines/dispersion.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { compareWords, fewestTexts, type Side } from './keywords.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { piecesOf, restOf, sideOf, sideOfList } from './sides.ts';

/** What is compared with what. */
export interface Compared {
  readonly target: TextsRef;
  /** All other texts without it. */
  readonly reference: TextsRef | undefined;
  /** Path of a word list that is the reference. */
  readonly list: string | undefined;
  readonly minimum: number;
  readonly measure: KeynessMeasure;
}

type NumberedRow = KeywordRow & { readonly type: number };

/** A comparison of two sides, whole. */
export interface Comparison {
  /** From the highest of the measure. */
  readonly rows: readonly NumberedRow[];
  readonly target: KeywordSide;
  readonly reference: KeywordSide;
  readonly critical: number;
  readonly fewTexts: boolean;
}

/** Those that were asked for last: pages and kinds of words are asked of one comparison again and again. */
const comparisons = kept<Comparison>({ most: 2 });

/**
 * @throws AppError E_NO_CORPUS when the target has no words, E_REQUEST_INVALID when nothing is left to compare it with;
 *   what reading a list may throw
 */
export function comparisonOf(opened: Opened, asked: Compared): Comparison {
  const file = asked.list === undefined ? undefined : statSync(asked.list, { throwIfNoEntry: false });
  const key = JSON.stringify([asked, file?.mtimeMs, file?.size]);
  return opened.remember(comparisons, key, () => compared(opened, asked));
}

function compared(opened: Opened, { target, reference, list, minimum, measure }: Compared): Comparison {
  const types = typesOf(opened);
  const own = sideOf(opened, target);
  if (own.tokens === 0) throw new AppError('E_NO_CORPUS');
  let forms: readonly string[] = types.forms;
  let other: Side;
  if (list === undefined) other = sideOf(opened, reference ?? restOf(opened, target));
  else ({ forms, side: other } = sideOfList(types.forms, readWordList(list, basename(list))));
  if (other.tokens === 0)
    throw new AppError('E_REQUEST_INVALID', { field: 'reference', reason: 'no words are left for it' });
  const { rows, critical } = compareWords(forms, own, other, minimum, measure);
  const spread = own.texts < 2 ? null : deviationOfProportions(piecesOf(opened, target), own.counts);
  return {
    rows: rows.map((row) => ({
      ...row,
      dispersion: spread === null || row.target === 0 ? null : spread[row.type]!,
    })),
    target: { tokens: own.tokens, texts: own.texts },
    reference: { tokens: other.tokens, texts: other.texts },
    critical,
    fewTexts: own.texts < fewestTexts || other.texts < fewestTexts,
  };
}

/**
 * The words of one kind, the most remarkable first: negative ones from the lowest of the measure, lockwords from the most frequent.
 * @param kind undefined for all words, as they are
 */
export function wordsOfKind(
  { rows }: Comparison,
  kind: KeywordRow['kind'] | undefined,
  measure: KeynessMeasure,
): readonly NumberedRow[] {
  if (kind === undefined) return rows;
  const some = rows.filter((row) => row.kind === kind);
  if (kind === 'lock')
    return some.toSorted(
      (a, b) => b.target + b.reference - (a.target + a.reference) || (a.word < b.word ? -1 : 1),
    );
  // The factor of Bayes says how sure a difference is, not which way it goes.
  if (kind !== 'negative' || measure === 'bayesFactor') return some;
  return some.toSorted((a, b) => a[measure] - b[measure] || a.logLikelihood - b.logLikelihood);
}

/** How many words there are of each kind. */
export function kindsOf({ rows }: Comparison): Readonly<Record<'key' | 'negative' | 'lock', number>> {
  const kinds = { key: 0, negative: 0, lock: 0 };
  for (const { kind } of rows) if (kind !== 'none') kinds[kind]++;
  return kinds;
}

/** Both sides text by text, where these are texts of the corpus. */
export function textsCompared(opened: Opened, { target, reference }: Compared) {
  const each = (ref: TextsRef) => (ref === 'all' ? { documents: corpusTokensOf(opened).documents } : ref);
  return { own: each(target), other: each(reference ?? restOf(opened, target)) };
}
