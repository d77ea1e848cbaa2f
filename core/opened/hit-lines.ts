import type { QueryLine } from '../contract/query.ts';
import { orderHits, shuffledHits } from '../lines/hit-order.ts';
import type { Hits } from '../query/hits.ts';
import { corpusTokensOf, textAt } from './corpus-tokens.ts';
import { formRanksOf } from './form-ranks.ts';
import { linesAt } from './lines-at.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import type { Question } from './query-hits.ts';

/** Orders that were asked for last: every page of one is read from it. */
const orders = kept<Uint32Array>({ most: 8 });

/** null: as the texts have them. */
export function orderOf(
  opened: Opened,
  question: Question,
  { starts, ends }: Hits,
  sort: readonly number[],
  sample: number | undefined,
): Uint32Array | null {
  if (sample === undefined && sort.length === 0) return null;
  return opened.remember(orders, JSON.stringify([question, sort, sample ?? null]), () => {
    if (sample !== undefined) return shuffledHits(starts.length, sample);
    const { ids, texts } = corpusTokensOf(opened);
    return orderHits(
      starts,
      ends,
      ids,
      texts.goesOn,
      sort,
      formRanksOf(opened),
      typesOf(opened).forms.length,
    );
  });
}

/** Some of the hits as concordance lines. @param order numbers of the hits; null as the texts have them */
export function pageOfLines(
  opened: Opened,
  { starts, ends }: Hits,
  order: Uint32Array | null,
  { offset, limit, width }: { readonly offset: number; readonly limit: number; readonly width: number },
): QueryLine[] {
  const corpus = corpusTokensOf(opened);
  const length = Math.max(0, Math.min(limit, starts.length - offset));
  const places = Array.from({ length }, (_, at) => {
    const hit = order === null ? offset + at : order[offset + at]!;
    const text = textAt(corpus, starts[hit]!);
    return {
      document: corpus.documents[text]!,
      position: starts[hit]! - corpus.starts[text]!,
      tokens: ends[hit]! - starts[hit]! + 1,
    };
  });
  return linesAt(opened.project.db, places, width).map((line, at) => ({
    ...line,
    length: places[at]!.tokens,
  }));
}
