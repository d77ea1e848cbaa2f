import type { CollocateRow } from '../contract/corpus.ts';
import { logDice, logLikelihood, mutualInformation, tScore } from './association.ts';

/** Words met around a node, by type id. */
export interface SpanCounts {
  readonly node: number;
  /** Occurrences of the node. */
  readonly occurrences: number;
  /** Positions that all spans together cover; spans end at the document's edges. */
  readonly spanTokens: number;
  readonly together: ReadonlyMap<number, number>;
}

/**
 * Counts what stands up to `left` tokens before and `right` tokens after each place of the node. A token in the spans of
 * two nodes counts twice, as in the common concordancers.
 * @param documents type ids of each document, whole
 */
export function countSpans(
  documents: Iterable<Uint32Array>,
  node: number,
  left: number,
  right: number,
): SpanCounts {
  const together = new Map<number, number>();
  let occurrences = 0;
  let spanTokens = 0;
  for (const ids of documents) {
    for (let at = ids.indexOf(node); at >= 0; at = ids.indexOf(node, at + 1)) {
      const from = Math.max(0, at - left);
      const to = Math.min(ids.length, at + right + 1);
      occurrences += 1;
      spanTokens += to - from - 1;
      for (let near = from; near < to; near += 1) {
        if (near === at) continue;
        const type = ids[near]!;
        together.set(type, (together.get(type) ?? 0) + 1);
      }
    }
  }
  return { node, occurrences, spanTokens, together };
}

/** Collocates met at least `minimum` times with their measures, highest logDice first. */
export function rankCollocates(
  counts: SpanCounts,
  types: { readonly forms: readonly string[]; readonly counts: Uint32Array },
  tokens: number,
  minimum: number,
): CollocateRow[] {
  const rows: CollocateRow[] = [];
  for (const [type, together] of counts.together) {
    if (together < minimum) continue;
    const collocate = types.counts[type]!;
    const pair = { together, collocate, tokens, node: counts.occurrences, spanTokens: counts.spanTokens };
    rows.push({
      word: types.forms[type]!,
      together,
      count: collocate,
      logDice: logDice(pair),
      mutualInformation: mutualInformation(pair),
      tScore: tScore(pair),
      logLikelihood: logLikelihood(pair),
    });
  }
  return rows.sort((a, b) => b.logDice - a.logDice || b.together - a.together || (a.word < b.word ? -1 : 1));
}
