/**
 * How often a node and a collocate meet within a span, and how often each occurs at all.
 * Sources: Church & Hanks (1990) for MI and t, Dunning (1993) for log-likelihood, Rychlý (2008) for logDice, Hardie (2014) for Log Ratio,
 * Gries (2013) for ΔP, Pedersen (1998) for minimum sensitivity.
 */
export interface Association {
  /** Positions within the spans at which the collocate stands: each once, though the spans of several nodes cover it. O, or O₁₁. */
  readonly together: number;
  /** Positions that the spans around all nodes cover, each once. S, the row total R₁. */
  readonly spanTokens: number;
  /** Occurrences of the node. R. */
  readonly node: number;
  /** Occurrences of the collocate in the corpus. C. */
  readonly collocate: number;
  /** Tokens in the corpus. N. */
  readonly tokens: number;
}

/** Co-occurrences expected if the collocate were spread evenly: S·C ÷ N. */
export function expected({ spanTokens, collocate, tokens }: Association): number {
  return (spanTokens * collocate) / tokens;
}

/**
 * 14 + log2(2·O ÷ (R + C)); at most 14, and independent of the corpus's size. A node has several positions in its span, so that O may be
 * more than R: of these only as many can be paired with a node each.
 */
export function logDice({ together, node, collocate }: Association): number {
  return 14 + Math.log2((2 * Math.min(together, node)) / (node + collocate));
}

/** log2(O ÷ E), in bits; favours rare pairs. MI2 and MI3 raise O to that power, which favours frequent ones more. */
export function mutualInformation(pair: Association, power = 1): number {
  return Math.log2(pair.together ** power / expected(pair));
}

/** (O − E) ÷ √O; favours frequent pairs. */
export function tScore(pair: Association): number {
  return (pair.together - expected(pair)) / Math.sqrt(pair.together);
}

/** (O − E) ÷ √E; favours rare pairs. */
export function zScore(pair: Association): number {
  const chance = expected(pair);
  return (pair.together - chance) / Math.sqrt(chance);
}

/**
 * G² of the collocate inside against outside the spans, negative where it stands there less often than by chance; 3.84, 6.63, 10.83, 15.13
 * mark p < .05, .01, .001, .0001.
 */
export function logLikelihood(pair: Association): number {
  const { together, spanTokens, collocate, tokens } = pair;
  const value = contrast(together, spanTokens, collocate - together, tokens - spanTokens);
  return together < expected(pair) ? -value : value;
}

/** ΔP of the collocate given the node: how much more often it stands inside the spans than outside, −1 to 1; 0 where nothing is outside. */
export function deltaPOfCollocate({ together, spanTokens, collocate, tokens }: Association): number {
  return difference(together, spanTokens, collocate - together, tokens - spanTokens);
}

/** ΔP of the node given the collocate, −1 to 1; 0 where there is nothing but the collocate. */
export function deltaPOfNode({ together, spanTokens, collocate, tokens }: Association): number {
  return difference(together, collocate, spanTokens - together, tokens - collocate);
}

const difference = (some: number, all: number, others: number, allOthers: number) =>
  all === 0 || allOthers === 0 ? 0 : some / all - others / allOthers;

/** The smaller of the shares that the pair has of the node and of the collocate, 0 to 1. */
export function minimumSensitivity({ together, node, collocate }: Association): number {
  return Math.min(together / node, together / collocate);
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

/**
 * log2 of the ratio of the relative frequencies (Hardie 2014); a word that one side lacks counts as half an occurrence there. 0 where one side
 * has no tokens at all, as there is nothing to compare with.
 */
export function logRatio(a: number, sizeA: number, b: number, sizeB: number): number {
  if (sizeA === 0 || sizeB === 0) return 0;
  return Math.log2(Math.max(a, 0.5) / sizeA / (Math.max(b, 0.5) / sizeB));
}
