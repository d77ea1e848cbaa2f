/**
 * How often a node and a collocate meet within a span, and how often each occurs at all.
 * Sources: Church & Hanks (1990) for MI and t, Dunning (1993) for log-likelihood, Rychlý (2008) for logDice.
 */
export interface Association {
  /** Co-occurrences of node and collocate within the span. */
  readonly together: number;
  /** Positions that the spans around all nodes cover. */
  readonly spanTokens: number;
  /** Occurrences of the node. */
  readonly node: number;
  /** Occurrences of the collocate in the corpus. */
  readonly collocate: number;
  /** Tokens in the corpus. */
  readonly tokens: number;
}

/** Co-occurrences expected if the collocate were spread evenly. */
export function expected({ spanTokens, collocate, tokens }: Association): number {
  return (spanTokens * collocate) / tokens;
}

/** 14 + log2(2·f(x,y) ÷ (f(x) + f(y))); at most 14, and independent of the corpus's size. */
export function logDice({ together, node, collocate }: Association): number {
  return 14 + Math.log2((2 * together) / (node + collocate));
}

/** log2(O ÷ E), in bits; favours rare pairs. */
export function mutualInformation(pair: Association): number {
  return Math.log2(pair.together / expected(pair));
}

/** (O − E) ÷ √O; favours frequent pairs. */
export function tScore(pair: Association): number {
  return (pair.together - expected(pair)) / Math.sqrt(pair.together);
}

/** G² of the collocate inside against outside the spans; 3.84, 6.63, 10.83, 15.13 mark p < .05, .01, .001, .0001. */
export function logLikelihood({ together, spanTokens, collocate, tokens }: Association): number {
  return contrast(together, spanTokens, Math.max(0, collocate - together), Math.max(0, tokens - spanTokens));
}

/**
 * G² = 2·Σ O·ln(O ÷ E) of a word seen `a` times among `sizeA` tokens and `b` times among `sizeB`, over the whole 2×2 table.
 */
export function contrast(a: number, sizeA: number, b: number, sizeB: number): number {
  const total = sizeA + sizeB;
  const term = (seen: number, size: number, ofAll: number) =>
    seen > 0 ? seen * Math.log((seen * total) / (size * ofAll)) : 0;
  const words = a + b;
  const others = total - words;
  return (
    2 *
    (term(a, sizeA, words) +
      term(b, sizeB, words) +
      term(sizeA - a, sizeA, others) +
      term(sizeB - b, sizeB, others))
  );
}

/** log2 of the ratio of the relative frequencies (Hardie 2014); a word that one side lacks counts as half an occurrence there. */
export function logRatio(a: number, sizeA: number, b: number, sizeB: number): number {
  return Math.log2(Math.max(a, 0.5) / sizeA / (Math.max(b, 0.5) / sizeB));
}
