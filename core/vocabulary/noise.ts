/** Draws from a distribution in two random numbers: choose a column, then the column itself or its alias. */
export interface AliasTable {
  /** u32: the column itself is taken when a uniform u32 is not above this. */
  readonly thresholds: Uint32Array;
  readonly aliases: Uint32Array;
}

/**
 * Walker’s alias method (Walker 1977; built as in Vose 1991).
 * @param shares sum 1
 */
export function aliasTable(shares: Float64Array): AliasTable {
  const size = shares.length;
  const scaled = shares.map((share) => share * size);
  const thresholds = new Uint32Array(size).fill(0xffffffff);
  const aliases = Uint32Array.from({ length: size }, (_, column) => column);
  const low: number[] = [];
  const high: number[] = [];
  scaled.forEach((share, column) => (share < 1 ? low : high).push(column));
  while (low.length > 0 && high.length > 0) {
    const poor = low.pop()!;
    const rich = high.at(-1);
    thresholds[poor] = Math.floor(scaled[poor]! * 0xffffffff);
    aliases[poor] = rich;
    scaled[rich] = scaled[rich]! - (1 - scaled[poor]!);
    if (scaled[rich] < 1) low.push(high.pop()!);
  }
  return { thresholds, aliases };
}

/**
 * The noise distribution of negative sampling: count^exponent, scaled to sum 1 (Mikolov et al. 2013 use .75).
 * @param exponent 1 draws as words occur, 0 all alike, negative values favour rare words
 */
export function noiseShares(counts: ArrayLike<number>, exponent: number): Float64Array {
  const powers = Float64Array.from(counts, (count) => Math.max(count, 1) ** exponent);
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/**
 * How often an occurrence of each word is kept when frequent words are subsampled, as a threshold for a uniform u32:
 * min(1, (√(f/t) + 1) · t/f) · 2³², f the word’s share of the tokens (word2vec’s formula).
 * @param subsample t; 0 keeps everything
 */
export function keepThresholds(
  counts: ArrayLike<number>,
  totalTokens: number,
  subsample: number,
): Uint32Array {
  return Uint32Array.from(counts, (count) => {
    if (subsample <= 0) return 0xffffffff;
    const ratio = (subsample * totalTokens) / count;
    return Math.min(0xffffffff, Math.floor((Math.sqrt(ratio) + ratio) * 2 ** 32));
  });
}
