/**
 * The numbers of the highest values in their order: for a page of a long list, of which the rest need not be sorted.
 * @param values none is NaN
 * @param many how many are wanted; fewer where there are not so many
 * @param between decides between numbers of the same value, as a comparison of `sort`
 */
export function highest(
  values: Float64Array,
  many: number,
  between: (a: number, b: number) => number,
): Uint32Array {
  const wanted = Math.min(many, values.length);
  if (wanted <= 0) return new Uint32Array();
  const least = wanted === values.length ? -Infinity : ascendingAt(values.slice(), values.length - wanted);
  let count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! >= least) count++;
  const found = new Uint32Array(count);
  count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! >= least) found[count++] = at;
  return found
    .sort((a, b) => (values[a] === values[b] ? between(a, b) || a - b : values[b]! > values[a]! ? 1 : -1))
    .slice(0, wanted);
}

/** The value that would stand at a place of all in ascending order (Hoare 1961, “Find”). They are moved about. */
function ascendingAt(values: Float64Array, place: number): number {
  let [low, high, seed] = [0, values.length - 1, 1];
  while (low < high) {
    // By chance, so that no order that there is makes it slow.
    seed = (seed * 16_807) % 2_147_483_647;
    const pivot = values[low + (seed % (high - low + 1))]!;
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left > right) break;
      const one = values[left]!;
      values[left++] = values[right]!;
      values[right--] = one;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place]!;
}
