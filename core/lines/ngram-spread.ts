/**
 * Gries’s deviation of proportions DP of some n-grams over texts: 0 spread like the texts, towards 1 in one corner only (Gries 2008). One
 * look at every place, however many they are.
 * @param ids of the tokens
 * @param goesOn 1 for a token that goes on in the sentence of the one before
 * @param textStarts first tokens of the texts, ascending
 * @param rows ids of the n-grams, n to a row, each once
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
  const tree = treeOf(rows, n);
  const rowAt = (at: number): number | undefined => {
    let node: Node | number | undefined = tree;
    for (let token = 0; token < n; token++) {
      if (typeof node !== 'object' || (token > 0 && goesOn[at + token] !== 1)) return undefined;
      node = node.get(ids[at + token]!);
    }
    return typeof node === 'number' ? node : undefined;
  };
  const hits = Array.from({ length: many }, () => new Map<number, number>());
  const totals = new Float64Array(many);
  for (let text = 0; text < textStarts.length; text++) {
    const end = textStarts[text + 1] ?? ids.length;
    for (let at = textStarts[text]!; at + n <= end; at++) {
      const row = rowAt(at);
      if (row === undefined) continue;
      hits[row]!.set(text, (hits[row]!.get(text) ?? 0) + 1);
      totals[row]!++;
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

/** By the first token, the second, and so on; behind the last the row. */
type Node = Map<number, Node | number>;

function treeOf(rows: Uint32Array, n: number): Node {
  const tree: Node = new Map();
  for (let row = 0; row * n < rows.length; row++) {
    let node = tree;
    for (let token = 0; token + 1 < n; token++) {
      const id = rows[row * n + token]!;
      let next = node.get(id);
      if (typeof next !== 'object') node.set(id, (next = new Map()));
      node = next;
    }
    node.set(rows[(row + 1) * n - 1]!, row);
  }
  return tree;
}
