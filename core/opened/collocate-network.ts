import type { CollocateNetwork } from '../contract/words.ts';
import { sharedFirst } from '../lines/shared-collocates.ts';
import type { Hits } from '../query/hits.ts';
import { collocatesOf, type CollocatesAsked } from './collocates-of.ts';
import type { Opened } from './opened.ts';

/**
 * The collocates that several words have in common, and the first that each has alone.
 * @param nodes each with its hits
 * @param top collocates of each word that are looked at
 * @param most collocates in the network
 */
export function collocateNetwork(
  opened: Opened,
  nodes: readonly { readonly word: string; readonly hits: Hits }[],
  asked: Omit<CollocatesAsked, 'limit'>,
  top: number,
  most: number,
): CollocateNetwork {
  const answers = nodes.map(({ word, hits }) => ({
    word,
    occurrences: hits.starts.length,
    ...collocatesOf(opened, hits, { ...asked, limit: top }),
  }));
  const links = answers.flatMap(({ rows }, of) =>
    rows.map((row, at) => ({ of, collocate: row.word, rank: at + 1, row })),
  );
  const kept = sharedFirst(links, nodes.length, most);
  const byCollocate = Map.groupBy(links, ({ collocate }) => collocate);
  return {
    words: answers.map(({ word, occurrences, total }) => ({ word, occurrences, collocates: total })),
    parameters: answers[0]?.parameters ?? '',
    total: byCollocate.size,
    rows: kept.map((collocate) => {
      const own = byCollocate.get(collocate)!;
      return {
        collocate,
        count: own[0]!.row.count,
        links: own.map(({ of, rank, row }) => ({
          word: nodes[of]!.word,
          rank,
          together: row.together,
          value: row[asked.by],
        })),
      };
    }),
  };
}
