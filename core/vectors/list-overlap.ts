/**
 * Places of some rows in the ranking of all, from 1, as `bestRows` ranks: the higher score first, then the lower row.
 * @param scores larger is nearer; of the first `among` rows
 * @param exclude a row that has no place
 * @returns null for rows beyond `among`, excluded ones and those without a score
 */
export function placesOf(
  scores: ArrayLike<number>,
  rows: readonly number[],
  { among, exclude }: { readonly among: number; readonly exclude: number },
): (number | null)[] {
  return rows.map((row) => {
    const own = scores[row];
    if (row < 0 || row >= among || row === exclude || own === undefined || Number.isNaN(own)) return null;
    let place = 1;
    for (let other = 0; other < among; other += 1)
      if (other !== exclude && (scores[other]! > own || (scores[other] === own && other < row))) place += 1;
    return place;
  });
}

/** What two lists have in common, in the order of the first, and its share of the longer one; null where both are empty. */
export function commonOf(
  first: readonly string[],
  second: readonly string[],
): { readonly both: readonly string[]; readonly overlap: number | null } {
  const others = new Set(second);
  const both = first.filter((word) => others.has(word));
  const longer = Math.max(first.length, second.length);
  return { both, overlap: longer === 0 ? null : both.length / longer };
}
