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
}

/**
 * Counts what stands up to `left` tokens before and `right` tokens after the nodes. A position is counted once, though it lies in the spans
 * of several nodes: else a collocate could meet the node oftener than it occurs, and no measure would hold.
 */
export function countSpans({ starts, ends }: Nodes, row: TokenRow, left: number, right: number): SpanCounts {
  const { ids, size, goesOn } = row;
  const together = new Uint32Array(size);
  const lows = new Uint32Array(starts.length);
  // 1 for positions that some span covers. A node’s own tokens are covered by the spans of others alone.
  const covered = new Uint8Array(ids.length);
  for (let hit = 0; hit < starts.length; hit++) {
    let low = starts[hit]!;
    const lowest = Math.max(0, low - left);
    while (low > lowest && goesOn[low] === 1) covered[--low] = 1;
    lows[hit] = low;
    let high = ends[hit]! + 1;
    const behind = Math.min(ids.length, high + right);
    while (high < behind && goesOn[high] === 1) covered[high++] = 1;
  }
  let spanTokens = 0;
  let at = 0;
  // Neither starts nor ends go back, so that every covered position is met once, in their order.
  for (let hit = 0; hit < starts.length; hit++) {
    if (lows[hit]! > at) at = lows[hit]!;
    const end = Math.min(ids.length, ends[hit]! + right + 1);
    for (; at < end; at++) {
      // Added and not asked: whether a position is covered cannot be foreseen.
      const isCovered = covered[at]!;
      spanTokens += isCovered;
      together[ids[at]!]! += isCovered;
    }
  }
  return { occurrences: starts.length, spanTokens, together };
}

/** Where some ids stand around the nodes, row by row in the order in which they are wanted. */
export interface SpanPlaces {
  /** Rows of `left` + `right` numbers from the farthest left to the farthest right: a position counts for each node that it stands by. */
  readonly places: Uint32Array;
  /** Texts in which it stands within a span. */
  readonly texts: Uint32Array;
}

/** Of all ids this would take several times as long as {@link countSpans}, and few are shown. */
export function countPlaces(
  { starts, ends }: Nodes,
  { ids, size, goesOn, textStarts }: TokenRow,
  left: number,
  right: number,
  wanted: ArrayLike<number>,
): SpanPlaces {
  const width = left + right;
  // Row 0 is of all that is not wanted: it is counted too, since whether a token is wanted cannot be foreseen. Two bytes where they hold a row.
  const rowOf = new (wanted.length < 65_535 ? Uint16Array : Uint32Array)(size);
  for (let row = 0; row < wanted.length; row++) rowOf[wanted[row]!] = row + 1;
  const places = new Uint32Array((wanted.length + 1) * width);
  const texts = new Uint32Array(wanted.length + 1);
  const lastText = new Uint32Array(wanted.length + 1);
  let text = 0;
  const count = (row: number, column: number): void => {
    places[row * width + column]!++;
    if (lastText[row] === text) return;
    lastText[row] = text;
    texts[row]!++;
  };
  for (let hit = 0; hit < starts.length; hit++) {
    let at = starts[hit]!;
    while (text < textStarts.length && textStarts[text]! <= at) text++;
    for (let column = left; column > 0 && at > 0 && goesOn[at] === 1;) count(rowOf[ids[--at]!]!, --column);
    at = ends[hit]! + 1;
    for (let column = left; column < width && at < ids.length && goesOn[at] === 1; column++)
      count(rowOf[ids[at++]!]!, column);
  }
  return { places: places.subarray(width), texts: texts.subarray(1) };
}
