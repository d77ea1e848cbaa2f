/** How evenly hits are spread over parts of a corpus. Each measure says which end is even. */
export interface Dispersion {
  /** Deviation of proportions (Gries 2008): 0 even. */
  readonly dp: number;
  /** DP ÷ (1 − smallest part) (Lijffijt & Gries 2012): 0 even, 1 in one smallest part only. */
  readonly dpNorm: number;
  /** 1 − DP, scaled to reach 0 (Egbert, Burch & Biber 2020): 1 even. */
  readonly dP: number;
  /** Juilland’s D over rates: 1 even. */
  readonly juillandD: number;
  /** D_A (Burch, Egbert & Biber 2017) over rates: 1 even. */
  readonly dA: number;
  /** D_KL (Gries 2020), from the Kullback–Leibler divergence in bits: 1 even. */
  readonly dKl: number;
  /** Parts with a hit. */
  readonly range: number;
}

/**
 * @param hits in each part
 * @param sizes of the parts, in tokens; parts without tokens do not count
 * @returns null without hits, or with fewer than two parts
 */
export function dispersion(hits: ArrayLike<number>, sizes: ArrayLike<number>): Dispersion | null {
  const parts = Array.from(sizes, (size, at) => ({ size, hits: hits[at] ?? 0 })).filter(
    ({ size }) => size > 0,
  );
  const total = parts.reduce((sum, part) => sum + part.hits, 0);
  const tokens = parts.reduce((sum, part) => sum + part.size, 0);
  const k = parts.length;
  if (total === 0 || k < 2) return null;
  let dp = 0;
  let divergence = 0;
  let smallest = 1;
  let smallestHit = 1;
  let range = 0;
  const rates = new Float64Array(k);
  parts.forEach((part, at) => {
    const [t, w] = [part.hits / total, part.size / tokens];
    rates[at] = part.hits / part.size;
    dp += Math.abs(t - w) / 2;
    if (t > 0) {
      divergence += t * Math.log2(t / w);
      smallestHit = Math.min(smallestHit, w);
      range++;
    }
    smallest = Math.min(smallest, w);
  });
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / k;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / k;
  const descending = rates.toSorted((a, b) => b - a);
  const weighted = descending.reduce((sum, rate, at) => sum + (at + 1) * (rate / (mean * k)), 0);
  return {
    dp,
    dpNorm: dp / (1 - smallest),
    dP: smallestHit === 1 ? 1 : 1 - dp / (1 - smallestHit),
    juillandD: 1 - Math.sqrt(variance) / (mean * Math.sqrt(k - 1)),
    dA: (2 * (weighted - 1)) / (k - 1),
    dKl: 1 - divergence / (1 + divergence),
    range,
  };
}
