/** A collocate of one of the words, by its rank among those of this word. */
export interface RankedLink {
  /** Number of the word, from 0. */
  readonly of: number;
  readonly collocate: string;
  /** From 1. */
  readonly rank: number;
}

/**
 * Which collocates of several words a network shows: those that more of the words have first, then those of the better rank. Each word keeps
 * its first ones, so that none stands alone.
 * @param words how many there are
 * @param most collocates that are kept, at least one for each word
 */
export function sharedFirst(links: readonly RankedLink[], words: number, most: number): readonly string[] {
  const byCollocate = Map.groupBy(links, ({ collocate }) => collocate);
  const rated = [...byCollocate].map(([collocate, own]) => ({
    collocate,
    shared: own.length,
    best: Math.min(...own.map(({ rank }) => rank)),
  }));
  rated.sort((a, b) => b.shared - a.shared || a.best - b.best || (a.collocate < b.collocate ? -1 : 1));
  const own = new Set<string>();
  const each = Math.max(1, Math.floor(most / (3 * Math.max(1, words))));
  for (const { collocate, rank } of links) if (rank <= each) own.add(collocate);
  const kept = new Set([...own].slice(0, Math.max(most, words)));
  for (const { collocate } of rated) {
    if (kept.size >= most) break;
    kept.add(collocate);
  }
  return rated.map(({ collocate }) => collocate).filter((collocate) => kept.has(collocate));
}
