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
  const least = wanted === values.length ? -Infinity : values.toSorted()[values.length - wanted]!;
  let count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! >= least) count++;
  const found = new Uint32Array(count);
  count = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! >= least) found[count++] = at;
  return found
    .sort((a, b) => (values[a] === values[b] ? between(a, b) || a - b : values[b]! > values[a]! ? 1 : -1))
    .slice(0, wanted);
}
