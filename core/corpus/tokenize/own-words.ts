import type { StretchCutter } from './stretch-cutter.ts';
import { childOf, grownChild, trieNode, type TrieNode } from './unit-trie.ts';

/**
 * Words that are never cut are found first, the longest where several begin; what stands between them is left to the cutter. They
 * are looked for as they are written.
 */
export function withOwnWords(cutter: StretchCutter, words: readonly string[]): StretchCutter {
  if (words.length === 0) return cutter;
  const root = trieNode();
  words.forEach((word, entry) => {
    let here = root;
    for (let at = 0; at < word.length; at += 1) here = grownChild(here, word.charCodeAt(at));
    here.entry = entry;
  });
  /** Where the longest word from here ends; −1 for none. */
  function wordAt(units: Uint16Array, from: number, to: number): number {
    let found = -1;
    let here: TrieNode | undefined = root;
    for (let at = from; at < to; at += 1) {
      here = childOf(here, units[at]!);
      if (here === undefined) return found;
      if (here.entry >= 0) found = at + 1;
    }
    return found;
  }
  return (units, from, to) => {
    const ends: number[] = [];
    const entries: number[] = [];
    const said = { entries: false };
    const cutBetween = (first: number, end: number) => {
      if (first === end) return;
      const parts = cutter(units, from + first, from + end);
      said.entries ||= parts.entries !== null;
      for (let part = 0; part < parts.count; part += 1) {
        ends.push(first + parts.ends[part]!);
        entries.push(parts.entries?.[part] ?? -1);
      }
    };
    let done = 0;
    for (let at = 0; at < to - from;) {
      const end = wordAt(units, from + at, to) - from;
      if (end < 0) {
        at += 1;
        continue;
      }
      cutBetween(done, at);
      at = end;
      ends.push(at);
      entries.push(-1);
      done = at;
    }
    cutBetween(done, to - from);
    return { count: ends.length, ends, entries: said.entries ? entries : null };
  };
}
