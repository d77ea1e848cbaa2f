import type { Pattern, TokenTest } from '../../../core/query/query-tree.ts';

/** Slow and obvious: all ends of a pattern that begins at a token, by trying everything. */
export function endsFrom(
  pattern: Pattern,
  at: number,
  limit: number,
  fits: (test: TokenTest, place: number) => boolean,
): Set<number> {
  switch (pattern.kind) {
    case 'token':
      return new Set(at < limit && fits(pattern.test, at) ? [at + 1] : []);
    case 'either':
      return new Set(pattern.parts.flatMap((part) => [...endsFrom(part, at, limit, fits)]));
    case 'sequence': {
      let reached = new Set([at]);
      for (const part of pattern.parts)
        reached = new Set([...reached].flatMap((from) => [...endsFrom(part, from, limit, fits)]));
      return reached;
    }
    case 'repeat': {
      const all = new Set<number>(pattern.least === 0 ? [at] : []);
      let reached = new Set([at]);
      for (let count = 1; count <= (pattern.most ?? limit - at) && reached.size > 0; count++) {
        reached = new Set([...reached].flatMap((from) => [...endsFrom(pattern.part, from, limit, fits)]));
        if (count >= pattern.least) for (const end of reached) all.add(end);
      }
      return all;
    }
  }
}

/** Shortest from each token, then without those that lie in another. @param sentences first tokens */
export function standardMatches(
  pattern: Pattern,
  tokens: number,
  sentences: readonly number[],
  fits: (test: TokenTest, place: number) => boolean,
): [number, number][] {
  const found: [number, number][] = [];
  for (let start = 0; start < tokens; start++) {
    const limit = Math.min(tokens, ...sentences.filter((one) => one > start));
    const ends = [...endsFrom(pattern, start, limit, fits)].filter((end) => end > start);
    if (ends.length > 0) found.push([start, Math.min(...ends) - 1]);
  }
  return found.filter(
    ([start, end]) => !found.some(([s, e]) => (s !== start || e !== end) && s <= start && e >= end),
  );
}
