/** By the numbers of an attribute, which never change: whoever needs them again has them. */
const counted = new WeakMap<Uint32Array, Uint32Array>();

/** How many tokens of the corpus have each value of an attribute. Counted when it is first asked for. */
export function valueCountsOf({
  ids,
  values,
}: {
  readonly ids: Uint32Array;
  readonly values: readonly string[];
}): Uint32Array {
  const known = counted.get(ids);
  if (known !== undefined) return known;
  const counts = new Uint32Array(values.length);
  for (let at = 0; at < ids.length; at++) counts[ids[at]!]!++;
  counted.set(ids, counts);
  return counts;
}
