/**
 * Table of word rows in which each word takes a share ∝ count^exponent, for drawing negative samples (Mikolov et al. 2013
 * use .75). Unshuffled: equal rows stand together.
 * @param counts occurrences of each row
 * @param exponent 1 draws as words occur, 0 all alike, negative values favour rare words
 */
export function noiseTable(counts: ArrayLike<number>, exponent: number, size: number): Uint32Array {
  const share = noiseShares(counts, exponent);
  const table = new Uint32Array(size);
  let row = 0;
  let reached = share[0] ?? 1;
  for (let at = 0; at < size; at += 1) {
    table[at] = row;
    while ((at + 1) / size > reached && row < share.length - 1) reached += share[++row]!;
  }
  return table;
}

/** The noise distribution itself: count^exponent, scaled to sum 1. */
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
