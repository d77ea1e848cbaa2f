/**
 * Words that somebody may have meant: the same letters without case and accents first, then one or two edits away, the more
 * frequent first.
 * @param words by falling frequency
 */
export function suggestionsFor(asked: string, words: readonly string[], most = 5): string[] {
  const wanted = plain(asked);
  if (wanted === '') return [];
  const furthest = wanted.length <= 3 ? 1 : 2;
  const found: string[][] = [[], [], []];
  for (const word of words) {
    if (Math.abs(word.length - wanted.length) > furthest + 2) continue;
    const distance = editDistance(wanted, plain(word), furthest);
    if (distance <= furthest && word !== asked) found[distance]!.push(word);
    if (found[0]!.length >= most) break;
  }
  return found.flat().slice(0, most);
}

/** Lower case, without marks. */
const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Levenshtein’s distance with swaps of neighbours; anything above `most` counts as most + 1. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      next.push(cost);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
