/** Stretches of the corpus that a match may not leave: sentences, texts, turns. */
export interface Regions {
  /** 1 for a token that goes on in the region of the token before it. */
  readonly goesOn: Uint8Array;
  /** 1 for a token in some region; null where every token is in one. */
  readonly inside: Uint8Array | null;
}

/** Regions that follow on one another without a gap, by their first tokens. @param tokens of the corpus */
export function regionsFrom(starts: Uint32Array, tokens: number): Regions {
  const goesOn = new Uint8Array(tokens).fill(1);
  for (const start of starts) if (start < tokens) goesOn[start] = 0;
  if (tokens > 0) goesOn[0] = 0;
  return { goesOn, inside: null };
}

/** Regions with gaps between them, or nested: of nested ones the outermost holds. @param ends last tokens */
export function regionsBetween(starts: Uint32Array, ends: Uint32Array, tokens: number): Regions {
  const goesOn = new Uint8Array(tokens);
  const inside = new Uint8Array(tokens);
  let reached = -1;
  for (let at = 0; at < starts.length; at++) {
    const [start, end] = [starts[at]!, ends[at]!];
    if (end <= reached) continue;
    // What laps over the end of the one before goes on behind it.
    const from = Math.max(start, reached + 1);
    inside.fill(1, from, end + 1);
    goesOn.fill(1, from + 1, end + 1);
    reached = end;
  }
  return { goesOn, inside };
}
