import type { PackedArrays } from './packed-arrays.ts';

/**
 * Words by their UTF-16 units as a double array (Aoe 1989): the child of `node` by a unit of code c is at base[node] + c, and is one if
 * its check is the node. Node 0 is the root.
 */
export interface WordTrie {
  /** A small code for each unit that occurs in a word; 0 for all others. */
  readonly codes: Uint16Array;
  /** base and check, side by side. */
  readonly links: Int32Array;
  /** Number of the word that ends at a node; −1 where none does. */
  readonly values: Int32Array;
}

/** Words that stand at a place of a text, from the shortest to the longest. */
export interface PrefixSearch {
  /** Where each ends, and its number. */
  readonly ends: Int32Array;
  readonly words: Int32Array;
  /** Looks at units[from … to). @returns how many there are */
  readonly search: (units: Uint16Array, from: number, to: number) => number;
}

export const noWord = -1;

export const trieOf = (arrays: PackedArrays, name: string): WordTrie => ({
  codes: arrays.u16(`${name}.codes`),
  links: arrays.i32(`${name}.links`),
  values: arrays.i32(`${name}.values`),
});

export const packedTrie = (name: string, { codes, links, values }: WordTrie) => ({
  [`${name}.codes`]: codes,
  [`${name}.links`]: links,
  [`${name}.values`]: values,
});

/** Number of a whole word, or −1. */
export function findWord({ codes, links, values }: WordTrie, word: string): number {
  let node = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = codes[word.charCodeAt(at)]!;
    const child = links[node * 2]! + code;
    if (code === 0 || links[child * 2 + 1] !== node) return noWord;
    node = child;
  }
  return values[node]!;
}

/** Words of a trie at a place: none is longer than 256 units. */
export function prefixesIn({ codes, links, values }: WordTrie): PrefixSearch {
  const [ends, words] = [new Int32Array(256), new Int32Array(256)];
  return {
    ends,
    words,
    search(units, from, to) {
      let count = 0;
      let node = 0;
      for (let at = from; at < to; at += 1) {
        const code = codes[units[at]!]!;
        if (code === 0) break;
        const child = links[node * 2]! + code;
        if (links[child * 2 + 1] !== node) break;
        node = child;
        const word = values[node]!;
        if (word < 0) continue;
        ends[count] = at + 1;
        words[count] = word;
        count += 1;
      }
      return count;
    },
  };
}
