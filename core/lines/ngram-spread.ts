/**
 * Gries’s deviation of proportions DP of some n-grams over texts: 0 spread like the texts, towards 1 in one corner only (Gries 2008). One
 * look at every place; only what may begin one of them is compared.
 * @param ids of the tokens
 * @param goesOn 1 for a token that goes on in the sentence of the one before
 * @param textStarts first tokens of the texts, ascending
 * @param rows ids of the n-grams, n to a row
 * @returns by row; NaN with fewer than two texts, or for what does not occur
 */
export function ngramDeviations(
  ids: Uint32Array,
  goesOn: Uint8Array,
  textStarts: Uint32Array,
  rows: Uint32Array,
  n: number,
): Float64Array {
  const many = rows.length / n;
  if (textStarts.length < 2) return new Float64Array(many).fill(NaN);
  const beginning = new Map<number, number[]>();
  for (let row = 0; row < many; row++) {
    const first = rows[row * n]!;
    const some = beginning.get(first);
    if (some === undefined) beginning.set(first, [row]);
    else some.push(row);
  }
  const stands = (row: number, at: number): boolean => {
    for (let token = 1; token < n; token++)
      if (goesOn[at + token] !== 1 || ids[at + token] !== rows[row * n + token]) return false;
    return true;
  };
  const hits = Array.from({ length: many }, () => new Map<number, number>());
  const totals = new Float64Array(many);
  for (let text = 0; text < textStarts.length; text++) {
    const end = textStarts[text + 1] ?? ids.length;
    for (let at = textStarts[text]!; at + n <= end; at++) {
      const some = beginning.get(ids[at]!);
      if (some === undefined) continue;
      for (const row of some)
        if (stands(row, at)) {
          hits[row]!.set(text, (hits[row]!.get(text) ?? 0) + 1);
          totals[row]!++;
        }
    }
  }
  const shareOf = (text: number) => ((textStarts[text + 1] ?? ids.length) - textStarts[text]!) / ids.length;
  return totals.map((total, row) => {
    if (total === 0) return NaN;
    // A text without it adds its own share; so start from the sum of all shares.
    let sum = 1;
    for (const [text, count] of hits[row]!) {
      const share = shareOf(text);
      sum += Math.abs(count / total - share) - share;
    }
    return Math.max(0, sum / 2);
  });
}
