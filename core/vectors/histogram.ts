/** Values counted by equal stretches between two ends. */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  /** How many lie in each stretch; the last holds its upper end as well. */
  readonly counts: readonly number[];
}

/**
 * @param skip a place that is not counted
 * @returns one stretch where all values are the same; values that are no numbers are left out
 */
export function histogramOf(values: ArrayLike<number>, stretches: number, skip = -1): Histogram {
  let [from, to] = [Infinity, -Infinity];
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (at === skip || !Number.isFinite(value)) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  if (from > to) return { from: 0, to: 0, counts: [] };
  const counts = new Array<number>(to > from ? stretches : 1).fill(0);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!;
    if (at === skip || !Number.isFinite(value)) continue;
    const stretch = to > from ? Math.floor(((value - from) / (to - from)) * stretches) : 0;
    counts[Math.min(counts.length - 1, stretch)]! += 1;
  }
  return { from, to, counts };
}
