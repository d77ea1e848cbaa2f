import type { TextsRef } from '../contract/texts.ts';
import type { TokenRow } from '../lines/span-counts.ts';
import { valueCountsOf } from '../query/value-counts.ts';
import { corpusTokensOf, stretchesOf } from './corpus-tokens.ts';
import { regionsOf } from './corpus-regions.ts';
import type { Opened } from './opened.ts';
import { attributeOf } from './token-attributes.ts';

/** Tokens as counts over them take them, with the values that their numbers stand for. */
export interface ValueRow extends TokenRow {
  readonly values: readonly string[];
}

/**
 * The whole corpus.
 * @param within what spans and n-grams may not leave: `s`, `text`, or other regions
 * @param layer what is counted in the place of each token: `form`, `word`, or a layer
 * @throws AppError E_QUERY_INVALID for regions or a layer that there are not
 */
export function tokenRow(opened: Opened, within: string, layer = 'form'): ValueRow {
  const { starts } = corpusTokensOf(opened);
  const { ids, values } = attributeOf(opened, layer, 0);
  return {
    ids,
    values,
    size: values.length,
    goesOn: regionsOf(opened, within, 0).goesOn,
    textStarts: starts.subarray(0, -1),
  };
}

/** The same with a gap at every token that has no value: what stands in a row has one each. */
export function unbrokenRow(opened: Opened, within: string, layer: string): ValueRow {
  const row = tokenRow(opened, within, layer);
  // Forms and words have no empty values.
  if (layer === 'form' || layer === 'word') return row;
  const goesOn = row.goesOn.slice();
  const isNone = Uint8Array.from(row.values, (value) => (value === '' ? 1 : 0));
  row.ids.forEach((id, at) => {
    if (isNone[id] === 0) return;
    goesOn[at] = 0;
    if (at + 1 < goesOn.length) goesOn[at + 1] = 0;
  });
  return { ...row, goesOn };
}

/** Tokens of some texts as a row of their own. */
export function partOfRow(opened: Opened, row: ValueRow, texts: TextsRef): ValueRow {
  if (texts === 'all') return row;
  const stretches = stretchesOf(opened, texts);
  const tokens = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  const [ids, goesOn] = [new Uint32Array(tokens), new Uint8Array(tokens)];
  const textStarts = new Uint32Array(stretches.length);
  let at = 0;
  stretches.forEach(([from, to], text) => {
    ids.set(row.ids.subarray(from, to), at);
    goesOn.set(row.goesOn.subarray(from, to), at);
    textStarts[text] = at;
    at += to - from;
  });
  return { ...row, ids, goesOn, textStarts };
}

/** How often each value occurs in some texts, and their tokens. */
export function valueCounts(
  opened: Opened,
  { ids, size, values }: ValueRow,
  texts: TextsRef,
): { readonly counts: Uint32Array; readonly tokens: number } {
  if (texts === 'all') return { counts: valueCountsOf({ ids, values }), tokens: ids.length };
  const counts = new Uint32Array(size);
  let tokens = 0;
  for (const [from, to] of stretchesOf(opened, texts)) {
    tokens += to - from;
    for (let at = from; at < to; at++) counts[ids[at]!]!++;
  }
  return { counts, tokens };
}
