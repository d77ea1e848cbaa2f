import type { CollocateRow, AssociationMeasure } from '../contract/words.ts';
import type { TextsRef } from '../contract/texts.ts';
import { rankCollocates, withPlaces } from '../lines/collocates.ts';
import { countSpans } from '../lines/span-counts.ts';
import type { Hits } from '../query/hits.ts';
import type { Opened } from './opened.ts';
import { tokenRow, valueCounts } from './token-row.ts';

/** What counts as standing near, and what is shown of it. */
export interface CollocatesAsked {
  readonly texts: TextsRef;
  /** Tokens to each side. */
  readonly left: number;
  readonly right: number;
  /** Where spans end: `s`, `text`, or other regions. */
  readonly within: string;
  /** What is counted: `form`, `word`, or a layer. */
  readonly layer: string;
  readonly minimum: number;
  readonly by: AssociationMeasure;
  readonly limit: number;
}

/** What stands near the hits, and how to quote the settings (Brezina, McEnery & Wattam 2015). */
export function collocatesOf(
  opened: Opened,
  hits: Hits,
  { texts, left, right, within, layer, minimum, by, limit }: CollocatesAsked,
): { readonly total: number; readonly parameters: string; readonly rows: readonly CollocateRow[] } {
  const row = tokenRow(opened, within, layer);
  const { counts, tokens } = valueCounts(opened, row, texts);
  const counted = countSpans(hits, row, left, right);
  const ofTokens = layer === 'form' || layer === 'word';
  // A token without a value is no collocate; forms and words have values all.
  if (!ofTokens)
    row.values.forEach((value, id) => {
      if (value === '') counted.together[id] = 0;
    });
  const ranked = rankCollocates(counted, { forms: row.values, counts }, tokens, minimum, by, limit);
  const stops = within === 'text' ? '' : ` within ${within === 's' ? 'sentences' : `<${within}>`}`;
  return {
    total: ranked.total,
    parameters: `${by}, L${left}–R${right}${stops}, C${minimum}–NC${minimum}${layer === 'form' ? '' : `, ${layer}`}`,
    rows: withPlaces(ranked.rows, hits, row, left, right),
  };
}
