/** Places of the node in the corpus: first and last tokens, ascending by first, none within another. */
export interface Nodes {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Tokens of the corpus one after the other. */
export interface TokenRow {
  /** Number of what is counted in the place of each token: its form, its lemma. */
  readonly ids: Uint32Array;
  /** Above every id. */
  readonly size: number;
  /** 1 for a token that goes on in the text, or the sentence, of the token before it: spans end where it is 0. */
  readonly goesOn: Uint8Array;
  /** First tokens of the texts, ascending. */
  readonly textStarts: Uint32Array;
}

/** What stands around the nodes. */
export interface SpanCounts {
  readonly occurrences: number;
  /** Positions that all spans together cover, each once. */
  readonly spanTokens: number;
  /** By id: positions within the spans, each once. */
  readonly together: Uint32Array;
  /** By id: texts in which it stands within a span. */
  readonly texts: Uint32Array;
}

/**
 * Counts what stands up to `left` tokens before and `right` tokens after the nodes. A position is counted once, though it lies in the spans
 * of several nodes: else a collocate could meet the node oftener than it occurs, and no measure would hold.
 */
export function countSpans({ starts, ends }: Nodes, row: TokenRow, left: number, right: number): SpanCounts {
  const { ids, size, goesOn, textStarts } = row;
  const together = new Uint32Array(size);
  const texts = new Uint32Array(size);
  const lastText = new Uint32Array(size);
  const lows = new Uint32Array(starts.length);
  // 1 for positions that some span covers. A node’s own tokens are covered by the spans of others alone.
  const covered = new Uint8Array(ids.length);
  for (let hit = 0; hit < starts.length; hit++) {
    let low = starts[hit]!;
    for (let distance = 1; distance <= left && low > 0 && goesOn[low] === 1; distance++) covered[--low] = 1;
    lows[hit] = low;
    let high = ends[hit]! + 1;
    for (let distance = 1; distance <= right && high < ids.length && goesOn[high] === 1; distance++)
      covered[high++] = 1;
  }
  let spanTokens = 0;
  let text = 0;
  let at = 0;
  // Neither starts nor ends go back, so that every covered position is met once, in their order.
  for (let hit = 0; hit < starts.length; hit++) {
    if (lows[hit]! > at) at = lows[hit]!;
    const end = Math.min(ids.length, ends[hit]! + right + 1);
    for (; at < end; at++) {
      if (covered[at] === 0) continue;
      while (text < textStarts.length && textStarts[text]! <= at) text++;
      const id = ids[at]!;
      spanTokens++;
      together[id]!++;
      if (lastText[id] !== text) {
        lastText[id] = text;
        texts[id]!++;
      }
    }
  }
  return { occurrences: starts.length, spanTokens, together, texts };
}

/**
 * How often ids stand at each distance from the node: rows of `left` + `right` numbers from the farthest left to the farthest right, in the
 * order of `wanted`. A position counts for each node that it stands by.
 */
export function countPlaces(
  { starts, ends }: Nodes,
  { ids, size, goesOn }: TokenRow,
  left: number,
  right: number,
  wanted: ArrayLike<number>,
): Uint32Array {
  const width = left + right;
  const rowOf = new Int32Array(size).fill(-1);
  for (let row = 0; row < wanted.length; row++) rowOf[wanted[row]!] = row;
  const counts = new Uint32Array(wanted.length * width);
  for (let hit = 0; hit < starts.length; hit++) {
    const [start, end] = [starts[hit]!, ends[hit]!];
    for (let at = start, distance = 1; distance <= left && at > 0 && goesOn[at] === 1; distance++) {
      at--;
      const row = rowOf[ids[at]!]!;
      if (row >= 0) counts[row * width + left - distance]!++;
    }
    for (
      let at = end + 1, distance = 0;
      distance < right && at < ids.length && goesOn[at] === 1;
      at++, distance++
    ) {
      const row = rowOf[ids[at]!]!;
      if (row >= 0) counts[row * width + left + distance]!++;
    }
  }
  return counts;
}
