import { mayBegin, syllable, syllableBits } from './syllables.ts';
import type { WordTrie } from './word-trie.ts';

/** Where the words of a stretch end. */
export interface FoundEnds {
  count: number;
  ends: Int32Array;
}

/** A syllable that is in no word costs more than any number of words. */
const costOfUnknown = 1000;
const costOfWord = 1;
const never = 0x3fffffff;

/**
 * Words by a list without frequencies: as few syllables outside of the list as can be, then as few words, the first of them as long as it
 * can be. Syllables in a row that are in no word are one; one that has no vowel is no word, and goes with the word before it.
 */
export function wordListCutter(
  { codes, links, values }: WordTrie,
  joinsBare: boolean,
): (units: Uint16Array, from: number, to: number) => FoundEnds {
  let size = 1 << 10;
  let cost = new Int32Array(size);
  let next = new Int32Array(size);
  let known = new Uint8Array(size);
  let begins = new Uint8Array(size);
  const found: FoundEnds = { count: 0, ends: new Int32Array(256) };

  function reserve(length: number): void {
    if (length < size) return;
    while (size <= length) size *= 2;
    [cost, next] = [new Int32Array(size), new Int32Array(size)];
    [known, begins] = [new Uint8Array(size), new Uint8Array(size)];
  }

  function put(end: number): void {
    if (found.count === found.ends.length) {
      const more = new Int32Array(found.count * 2);
      more.set(found.ends);
      found.ends = more;
    }
    found.ends[found.count] = end;
    found.count += 1;
  }

  function isBare(units: Uint16Array, from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      const code = units[at]!;
      if ((syllableBits[code]! & syllable.vowel) !== 0 || isSign(code)) return false;
      if (at > from && begins[at] === 1) return false;
    }
    return true;
  }

  return (units, from, to) => {
    const length = to - from;
    reserve(length);
    const stretch = units.subarray(from, to);
    for (let at = 0; at <= length; at += 1) begins[at] = mayBegin(stretch, at, 0, length) ? 1 : 0;
    cost[length] = 0;
    known[length] = 1;
    for (let start = length - 1, after = length; start >= 0; start -= 1) {
      if (begins[start] === 0) continue;
      let least = never;
      let end = after;
      let isKnown = 0;
      let node = 0;
      for (let at = start; at < length; at += 1) {
        const code = codes[stretch[at]!]!;
        if (code === 0) break;
        const child = links[node * 2]! + code;
        if (links[child * 2 + 1] !== node) break;
        node = child;
        if (values[node]! < 0 || begins[at + 1] === 0) continue;
        const total = cost[at + 1]! + costOfWord;
        if (total > least) continue;
        least = total;
        end = at + 1;
        isKnown = 1;
      }
      const unknown = cost[after]! + costOfUnknown + (known[after] === 1 ? costOfWord : 0);
      if (unknown < least) {
        least = unknown;
        end = after;
        isKnown = 0;
      }
      cost[start] = least;
      next[start] = end;
      known[start] = isKnown;
      after = start;
    }
    found.count = 0;
    let isWaiting = false;
    for (let at = 0; at < length;) {
      const isKnown = known[at] === 1;
      let end = next[at]!;
      if (!isKnown) while (end < length && known[end] === 0) end = next[end]!;
      if (isWaiting) {
        // What came before could not stand alone, and nothing stood before it.
        isWaiting = false;
        put(end);
      } else if (!isKnown && joinsBare && isBare(stretch, at, end)) {
        if (found.count > 0 && !isSign(stretch[at - 1]!)) found.ends[found.count - 1] = end;
        else if (end < length) isWaiting = true;
        else put(end);
      } else put(end);
      at = end;
    }
    return found;
  };
}

/** Signs of repetition and of abbreviation are words of their own. */
const isSign = (code: number) => code === 0xe2f || code === 0xe46 || code === 0xeaf || code === 0xec6;
