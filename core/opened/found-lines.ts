import type { Checked } from '../contract/contract.ts';
import type { Hits } from '../query/hits.ts';
import { corpusTokensOf } from './corpus-tokens.ts';
import { hitsByText, tokensIn } from './distribution.ts';
import { orderOf } from './hit-lines.ts';
import type { Opened } from './opened.ts';
import { hitsOf } from './query-hits.ts';
import { inOrder, shownHits } from './shown-hits.ts';

/** What a query finds, and which lines of it are wanted in which order. */
export interface FoundLines {
  readonly hits: Hits;
  /** Numbers of the hits whose lines are shown; null for all as the texts have them. */
  readonly order: Uint32Array | null;
  readonly total: number;
  readonly shown: number;
  readonly hidden: number;
  readonly perMillion: number;
  /** Texts with a hit. */
  readonly documents: number;
  readonly tokens: number;
}

export type LinesAsked = Omit<Checked<'query.lines'>, 'offset' | 'limit' | 'width' | 'context' | 'fields'>;

/** @throws AppError E_NO_CORPUS, E_QUERY_INVALID */
export function foundLines(
  opened: Opened,
  { sort, sample, show, category, every, random, seed, ...question }: LinesAsked,
  pulse: () => void,
): FoundLines {
  const hits = hitsOf(opened, question, question.within, pulse);
  const total = hits.starts.length;
  const tokens = tokensIn(opened, question.texts);
  const wanted = { show, category, every, random: random ?? null, seed };
  const { chosen, hidden } = shownHits(opened, hits, wanted);
  const order = inOrder(total, orderOf(opened, question, hits, sort, sample), chosen);
  return {
    hits,
    order,
    total,
    shown: order?.length ?? total,
    hidden,
    perMillion: tokens === 0 ? 0 : (1e6 * total) / tokens,
    documents: hitsByText(corpusTokensOf(opened), hits).filter((count) => count > 0).length,
    tokens,
  };
}
