import type { PeriodContexts } from './period-contexts.ts';

/** A division of the texts. */
export interface Division {
  /** 0 or 1 for each text. */
  readonly sides: Uint8Array;
  /** How often each text is taken; once without it. */
  readonly times?: Uint32Array;
}

/**
 * How far each word is from itself in the other period: 1 − cosine of its two rows in one matrix of positive pointwise mutual information, in which the words carry
 * their period and contexts do not (temporal referencing; Dubossarsky, Hengchen, Tahmasebi & Schlechtweg 2019). Nothing has to be aligned: both rows have the same columns.
 * @returns 0 to 1 for each target; NaN for one that a period has no contexts of
 */
export function temporalReferencing(
  { targets, starts, contexts, texts, weights, logShares }: PeriodContexts,
  { sides, times }: Division,
): Float64Array {
  const near = [new Float64Array(logShares.length), new Float64Array(logShares.length)] as const;
  const seen = new Uint32Array(logShares.length);
  return Float64Array.from(targets, (_, target) => {
    let found = 0;
    const totals = [0, 0];
    for (let at = starts[target]!; at < starts[target + 1]!; at += 1) {
      const text = texts[at]!;
      const weight = weights[at]! * (times === undefined ? 1 : times[text]!);
      if (weight === 0) continue;
      const context = contexts[at]!;
      const side = sides[text]!;
      if (near[0][context] === 0 && near[1][context] === 0) seen[found++] = context;
      near[side as 0 | 1][context] = near[side as 0 | 1][context]! + weight;
      totals[side] = totals[side]! + weight;
    }
    const [logFrom, logTo] = [Math.log(totals[0]!), Math.log(totals[1]!)];
    let [both, from, to] = [0, 0, 0];
    for (let at = 0; at < found; at += 1) {
      const context = seen[at]!;
      const share = logShares[context]!;
      const [a, b] = [near[0][context]!, near[1][context]!];
      const x = a > 0 ? Math.max(0, Math.log(a) - logFrom - share) : 0;
      const y = b > 0 ? Math.max(0, Math.log(b) - logTo - share) : 0;
      near[0][context] = 0;
      near[1][context] = 0;
      both += x * y;
      from += x * x;
      to += y * y;
    }
    return from > 0 && to > 0 ? Math.max(0, 1 - both / Math.sqrt(from * to)) : NaN;
  });
}
