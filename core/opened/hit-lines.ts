import type { QueryLine, SortKey } from '../contract/query.ts';
import type { LineNote } from '../contract/words.ts';
import { orderHits, shuffledHits } from '../lines/hit-order.ts';
import type { Hits } from '../query/hits.ts';
import { corpusTokensOf, textAt, type CorpusTokens } from './corpus-tokens.ts';
import { notesOnHits } from './line-notes.ts';
import { linesAt } from './lines-at.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';
import type { Question } from './query-hits.ts';
import { sortKeysOf } from './sort-keys.ts';

/** Orders that were asked for last: every page of one is read from it. */
const orders = kept<Uint32Array>({ most: 8 });

/** null: as the texts have them. */
export function orderOf(
  opened: Opened,
  question: Question,
  { starts, ends }: Hits,
  sort: readonly SortKey[],
  sample: number | undefined,
): Uint32Array | null {
  if (sample === undefined && sort.length === 0) return null;
  return opened.remember(orders, JSON.stringify([question, sort, sample ?? null]), () => {
    if (sample !== undefined) return shuffledHits(starts.length, sample);
    return orderHits(starts, ends, corpusTokensOf(opened).texts.goesOn, sortKeysOf(opened, starts, sort));
  });
}

export interface LinesPage {
  readonly offset: number;
  readonly limit: number;
  /** Tokens to each side. */
  readonly width: number;
  readonly context?: 'words' | 'sentence';
}

/** Some of the hits as concordance lines. @param order numbers of the hits; null as the texts have them */
export function pageOfLines(
  opened: Opened,
  hits: Hits,
  order: Uint32Array | null,
  { offset, limit, width, context = 'words' }: LinesPage,
): QueryLine[] {
  const { starts, ends } = hits;
  const corpus = corpusTokensOf(opened);
  const notes = notesOnHits(opened, hits);
  const length = Math.max(0, Math.min(limit, (order ?? starts).length - offset));
  const places = Array.from({ length }, (_, at) => {
    const hit = order === null ? offset + at : order[offset + at]!;
    const text = textAt(corpus, starts[hit]!);
    return {
      document: corpus.documents[text]!,
      position: starts[hit]! - corpus.starts[text]!,
      tokens: ends[hit]! - starts[hit]! + 1,
      hit,
      ...(context === 'words' ? {} : sentenceAround(corpus, starts[hit]!, ends[hit]!)),
    };
  });
  return linesAt(opened.project.db, places, width).map((line, at) => {
    const { tokens, hit } = places[at]!;
    return { ...line, length: tokens, note: noteOf(notes.get(hit)) };
  });
}

const noteOf = (stored: LineNote | undefined): LineNote | null => {
  if (stored === undefined) return null;
  const { category, marked, hidden, note } = stored;
  return { category, marked, hidden, note };
};

/** No sentence of people is longer; without signs a whole text would be one. */
const longestSide = 1000;

/** Tokens to either side of a match up to the ends of the sentences that it begins and ends in. */
function sentenceAround({ sentences: { goesOn } }: CorpusTokens, start: number, end: number) {
  let [left, right] = [0, 0];
  while (left < longestSide && goesOn[start - left] === 1) left++;
  while (right < longestSide && goesOn[end + right + 1] === 1) right++;
  return { left, right, isWhole: true };
}
