import { readCorpusRow } from '../project/corpus-row.ts';
import { regionsFrom, type Regions } from '../query/regions.ts';
import { chosenTexts } from './chosen-texts.ts';
import type { TextsRef } from '../contract/texts.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** Every token of the corpus in one row, text after text. Places of hits count in this row. */
export interface CorpusTokens {
  readonly tokens: number;
  /** Type ids. */
  readonly ids: Uint32Array;
  /** Ids of the documents that have tokens, in the order of the row. */
  readonly documents: readonly number[];
  /** First tokens of the documents, and behind the last one the number of tokens. */
  readonly starts: Uint32Array;
  readonly sentences: Regions;
  readonly texts: Regions;
}

const corpusTokens = kept<CorpusTokens>();

/** Read once a revision: four bytes a token, and two for its regions. */
export const corpusTokensOf = (opened: Opened): CorpusTokens =>
  opened.remember(corpusTokens, 'all', () => {
    const { documents, starts, ids, sentenceGoesOn } = readCorpusRow(opened.project.db);
    return {
      tokens: ids.length,
      ids,
      documents,
      starts,
      sentences: { goesOn: sentenceGoesOn, inside: null },
      texts: regionsFrom(starts, ids.length),
    };
  });

/** The number of the document, in the row, that a token is of. */
export function textAt({ starts }: CorpusTokens, token: number): number {
  let [low, high] = [0, starts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= token) low = middle;
    else high = middle;
  }
  return low;
}

/** Stretches of the row that some texts are. */
export function stretchesOf(opened: Opened, ref: TextsRef): readonly (readonly [from: number, to: number])[] {
  const { starts, documents, tokens } = corpusTokensOf(opened);
  const { only, has } = chosenTexts(opened, ref);
  if (only === undefined) return tokens === 0 ? [] : [[0, tokens]];
  return documents.flatMap((id, at) => (has(id) ? [[starts[at]!, starts[at + 1]!] as const] : []));
}
