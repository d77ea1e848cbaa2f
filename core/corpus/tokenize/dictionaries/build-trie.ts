import type { WordTrie } from './word-trie.ts';

const free = -1;

/**
 * Lays words out as a double array; the number of a word is its place in the list.
 * @param words in code-unit order, none empty, none twice
 */
export function buildTrie(words: readonly string[]): WordTrie {
  const codes = codesOf(words);
  let size = 1 << 16;
  let links = new Int32Array(size * 2).fill(free);
  let values = new Int32Array(size).fill(-1);
  let used = 1;
  let firstFree = 1;
  links[1] = 0;

  function grow(least: number): void {
    if (least < size) return;
    while (size <= least) size *= 2;
    const [moreLinks, moreValues] = [new Int32Array(size * 2).fill(free), new Int32Array(size).fill(-1)];
    moreLinks.set(links);
    moreValues.set(values);
    [links, values] = [moreLinks, moreValues];
  }

  const isFree = (place: number) => place >= size || links[place * 2 + 1] === free;

  /** The first place from which all children fit. */
  function baseFor(children: readonly number[]): number {
    let [looked, taken] = [0, 0];
    for (let place = Math.max(firstFree, children[0]! + 1); ; place += 1) {
      looked += 1;
      if (!isFree(place)) {
        taken += 1;
        continue;
      }
      const base = place - children[0]!;
      if (children.every((code) => isFree(base + code))) {
        // Nearly full so far: the next ones need not look there again.
        if (taken / looked > 0.95) firstFree = place;
        grow(base + children.at(-1)!);
        return base;
      }
    }
  }

  /** @param order words from … to − 1 share the letters before `depth` */
  function lay(node: number, from: number, to: number, depth: number): void {
    let at = from;
    if (words[at]!.length === depth) {
      values[node] = at;
      at += 1;
    }
    if (at === to) return;
    const starts: number[] = [];
    const units: number[] = [];
    for (; at < to; at += 1) {
      const code = codes[words[at]!.charCodeAt(depth)]!;
      if (units.at(-1) !== code) {
        units.push(code);
        starts.push(at);
      }
    }
    const base = baseFor([...units].sort((a, b) => a - b));
    links[node * 2] = base;
    for (const code of units) {
      links[(base + code) * 2 + 1] = node;
      used = Math.max(used, base + code + 1);
    }
    units.forEach((code, child) => lay(base + code, starts[child]!, starts[child + 1] ?? to, depth + 1));
  }

  lay(0, 0, words.length, 0);
  // What looks behind the last node finds nothing.
  grow(used + codes.reduce((most, code) => Math.max(most, code), 0));
  const length = used + codes.reduce((most, code) => Math.max(most, code), 0);
  return { codes, links: links.slice(0, length * 2), values: values.slice(0, length) };
}

/** Frequent units have small codes, so that children lie close together. */
function codesOf(words: readonly string[]): Uint16Array {
  const counts = new Uint32Array(65_536);
  for (const word of words) for (let at = 0; at < word.length; at += 1) counts[word.charCodeAt(at)]! += 1;
  const order = [...counts.keys()].filter((code) => counts[code]! > 0);
  order.sort((a, b) => counts[b]! - counts[a]! || a - b);
  const codes = new Uint16Array(65_536);
  order.forEach((unit, at) => (codes[unit] = at + 1));
  return codes;
}
