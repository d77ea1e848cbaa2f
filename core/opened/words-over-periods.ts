import type { TextsRef } from '../contract/texts.ts';
import type { WordTrend, WordTrends } from '../contract/word-page.ts';
import { listDocuments } from '../project/documents.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { chosenTexts } from './chosen-texts.ts';
import { typeMeant } from './corpus-words.ts';
import { equalParts } from './equal-parts.ts';
import type { Opened } from './opened.ts';
import { trendField, yearOf } from './word-page.ts';

interface Period {
  /** Which of the equal parts of the tokens it is. */
  readonly number: number;
  readonly from: string;
  to: string;
  tokens: number;
  /** Numbers of texts in the row of the corpus. */
  readonly texts: number[];
}

/**
 * Frequencies of words from one period to the next. Periods are values of the field, in their order, put together until each has about as many tokens.
 * @param most periods
 * @returns null where no text says when it is from
 * @throws AppError E_REQUEST_INVALID where there is no such field, or one without an order
 */
export function wordsOverPeriods(
  opened: Opened,
  texts: TextsRef,
  words: readonly string[],
  { by, most }: { readonly by: string | undefined; readonly most: number },
): WordTrends | null {
  const found = trendField(opened, by);
  if (found === null || found.kind === 'text') return null;
  const { field, kind } = found;
  const periods = periodsOf(opened, texts, { field, kind, most });
  if (periods.length < 2) return null;
  const { ids, starts } = corpusTokensOf(opened);
  const types = words.map((word) => typeMeant(opened, word)?.id ?? -1);
  const placeOf = new Map<number, number>();
  types.forEach((id) => {
    if (id >= 0 && !placeOf.has(id)) placeOf.set(id, placeOf.size);
  });
  const last = Math.max(-1, ...placeOf.keys());
  const places = new Int32Array(last + 1).fill(-1);
  for (const [id, place] of placeOf) places[id] = place;
  const counts = Array.from(placeOf, () => new Uint32Array(periods.length));
  periods.forEach((period, at) => {
    for (const text of period.texts)
      for (let token = starts[text]!; token < starts[text + 1]!; token++) {
        const place = ids[token]! <= last ? places[ids[token]!]! : -1;
        if (place >= 0) counts[place]![at]!++;
      }
  });
  return {
    field,
    periods: periods.map(({ from, to, tokens }) => ({ from, to, tokens })),
    rows: words.map((word, at): WordTrend => {
      const own = counts[placeOf.get(types[at]!) ?? -1] ?? new Uint32Array(periods.length);
      return {
        word,
        counts: [...own],
        perMillion: Array.from(own, (count, period) => (1e6 * count) / periods[period]!.tokens),
      };
    }),
  };
}

function periodsOf(
  opened: Opened,
  texts: TextsRef,
  { field, kind, most }: { readonly field: string; readonly kind: 'number' | 'date'; readonly most: number },
): readonly Period[] {
  const { documents, starts } = corpusTokensOf(opened);
  const { has } = chosenTexts(opened, texts);
  const stored = new Map(listDocuments(opened.project.db).map(({ id, metadata }) => [id, metadata[field]]));
  const byValue = new Map<number, number[]>();
  documents.forEach((id, text) => {
    const value = has(id) ? placeInTime(stored.get(id), kind) : null;
    if (value === null) return;
    const same = byValue.get(value);
    if (same === undefined) byValue.set(value, [text]);
    else same.push(text);
  });
  const tokensOf = (some: readonly number[]) =>
    some.reduce((sum, text) => sum + starts[text + 1]! - starts[text]!, 0);
  const values = [...byValue].sort(([a], [b]) => a - b).filter(([, some]) => tokensOf(some) > 0);
  const counts = values.map(([, some]) => tokensOf(some));
  const numbers = equalParts(counts, most);
  const periods: Period[] = [];
  for (const [at, [value, some]] of values.entries()) {
    const [tokens, number] = [counts[at]!, numbers[at]!];
    const open = periods[periods.length - 1];
    if (open === undefined || number > open.number) {
      periods.push({ number, from: String(value), to: String(value), tokens, texts: [...some] });
      continue;
    }
    open.to = String(value);
    open.tokens += tokens;
    for (const text of some) open.texts.push(text);
  }
  return periods;
}

/** Years of dates; null where the text does not say. */
function placeInTime(value: string | number | null | undefined, kind: 'number' | 'date'): number | null {
  if (value === undefined || value === null || value === '') return null;
  const number = kind === 'date' ? yearOf(String(value)) : value;
  return number === undefined || !Number.isFinite(Number(number)) ? null : Number(number);
}
