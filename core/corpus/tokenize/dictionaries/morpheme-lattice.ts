import type { MorphemeDictionary } from './morpheme-dictionary.ts';

/** The words of a stretch, in order: where each ends and which entry of the dictionary it is. */
export interface FoundPath {
  count: number;
  ends: Int32Array;
  entries: Int32Array;
}

const longestGroup = 24;
const spaceKind = 1;
const none = -1;

/**
 * The cheapest way through all words that a stretch could be made of, as MeCab finds it (Kudo, Yamamoto & Matsumoto 2004): costs of
 * words, of their neighbourhoods and of spaces before what stands behind none, and for what the dictionary lacks the words that its rules make of a run of one kind of character.
 * Spaces belong to no word.
 */
export function morphemeLattice(dictionary: MorphemeDictionary) {
  const { prefixes, firsts, penalties, connections, rights, lefts } = dictionary;
  const facts = factsOf(dictionary);
  const { kinds, bits, kindSettings, kindEntries } = dictionary;
  let nodes = 1 << 14;
  let entryOf = new Int32Array(nodes);
  let rightOf = new Uint16Array(nodes);
  let totalOf = new Int32Array(nodes);
  let before = new Int32Array(nodes);
  let startOf = new Int32Array(nodes);
  let endOf = new Int32Array(nodes);
  let nextAtEnd = new Int32Array(nodes);
  let endingAt = new Int32Array(1 << 10);
  /** The best way to a left context at the place that is looked at. */
  const bestCost = new Int32Array(lefts);
  const bestBefore = new Int32Array(lefts);
  const lookedAt = new Int32Array(lefts).fill(none);
  /** Ways that end at that place: the cheapest of each right context. */
  const contexts = new Int32Array(rights);
  const cheapest = new Int32Array(rights);
  const cheapestNode = new Int32Array(rights);
  const seenAt = new Int32Array(rights).fill(none);
  let used = 0;
  let stamp = 0;
  /** Words at the place that is looked at stand behind a space. */
  let isSpaced = false;
  const path: FoundPath = { count: 0, ends: new Int32Array(256), entries: new Int32Array(256) };

  function grow(): void {
    nodes *= 2;
    const larger = (array: Int32Array) => {
      const more = new Int32Array(nodes);
      more.set(array);
      return more;
    };
    [entryOf, totalOf, before] = [larger(entryOf), larger(totalOf), larger(before)];
    const more = new Uint16Array(nodes);
    more.set(rightOf);
    rightOf = more;
    [startOf, endOf, nextAtEnd] = [larger(startOf), larger(endOf), larger(nextAtEnd)];
  }

  /** Puts the cheapest way of each right context among those that end at a place into a list. @returns how many */
  function gather(place: number): number {
    let count = 0;
    for (let node = endingAt[place]!; node !== none; node = nextAtEnd[node]!) {
      const context = rightOf[node]!;
      const total = totalOf[node]!;
      if (seenAt[context] !== stamp) {
        seenAt[context] = stamp;
        contexts[count] = context;
        count += 1;
      } else if (total >= cheapest[context]!) continue;
      cheapest[context] = total;
      cheapestNode[context] = node;
    }
    return count;
  }

  function add(entry: number, start: number, end: number, ways: number): void {
    const contextsOfEntry = facts[entry * 2]!;
    const context = contextsOfEntry & 0xffff;
    if (lookedAt[context] !== stamp) {
      lookedAt[context] = stamp;
      const row = context * rights;
      let least = 0x7fffffff;
      let best = none;
      for (let way = 0; way < ways; way += 1) {
        const one = contexts[way]!;
        const total = cheapest[one]! + connections[row + one]!;
        if (total >= least) continue;
        least = total;
        best = cheapestNode[one]!;
      }
      bestCost[context] = least;
      bestBefore[context] = best;
    }
    if (used === nodes) grow();
    const node = used;
    used += 1;
    entryOf[node] = entry;
    rightOf[node] = contextsOfEntry >>> 16;
    totalOf[node] =
      bestCost[context]! + facts[entry * 2 + 1]! + (isSpaced && penalties !== null ? penalties[entry]! : 0);
    before[node] = bestBefore[context]!;
    startOf[node] = start;
    endOf[node] = end;
    nextAtEnd[node] = endingAt[end]!;
    endingAt[end] = node;
  }

  function addUnknown(kind: number, start: number, end: number, ways: number): void {
    for (let entry = kindEntries[kind * 2]!; entry < kindEntries[kind * 2 + 1]!; entry += 1)
      add(entry, start, end, ways);
  }

  /** Words that the rules make of what begins at `start`, unless the dictionary has words there and the rules leave it at that. */
  function makeUnknown(
    units: Uint16Array,
    start: number,
    stop: number,
    ways: number,
    isKnown: boolean,
  ): void {
    const kind = kinds[units[start]!]!;
    if (isKnown && kindSettings[kind * 3] === 0) return;
    const width = isHigh(units[start]!) && start + 1 < stop ? 2 : 1;
    let isMade = false;
    let grouped = none;
    if (kindSettings[kind * 3 + 1] === 1) {
      let end = start + width;
      let kindsBefore = bits[units[start]!]!;
      while (end < stop && (kindsBefore & bits[units[end]!]!) !== 0) {
        kindsBefore = bits[units[end]!]!;
        end += 1;
      }
      grouped = end;
      if (end - start - width < longestGroup) {
        addUnknown(kind, start, end, ways);
        isMade = true;
      }
    }
    let end = start + width;
    for (let length = 1; length <= kindSettings[kind * 3 + 2]!; length += 1) {
      if (end > stop) break;
      if (end !== grouped) {
        addUnknown(kind, start, end, ways);
        isMade = true;
      }
      if (end >= stop || (bits[units[start]!]! & bits[units[end]!]!) === 0) break;
      end += 1;
    }
    if (!isMade && !isKnown) addUnknown(kind, start, start + width, ways);
  }

  /** Words of units[from … to). Valid until the next call. */
  return (units: Uint16Array, from: number, to: number): FoundPath => {
    const length = to - from;
    if (endingAt.length <= length) endingAt = new Int32Array(length * 2);
    const ending = endingAt.fill(none, 0, length + 1);
    used = 1;
    entryOf[0] = rightOf[0] = totalOf[0] = startOf[0] = endOf[0] = 0;
    before[0] = nextAtEnd[0] = none;
    ending[0] = 0;
    const stretch = units.subarray(from, to);
    for (let place = 0; place < length; place += 1) {
      if (ending[place] === none) continue;
      let start = place;
      while (start < length && kinds[stretch[start]!] === spaceKind) start += 1;
      if (start === length) break;
      stamp += 1;
      const ways = gather(place);
      isSpaced = start > place;
      const known = prefixes.search(stretch, start, length);
      for (let one = 0; one < known; one += 1) {
        const word = prefixes.words[one]!;
        const last = firsts[word + 1]!;
        for (let entry = firsts[word]!; entry < last; entry += 1)
          add(entry, start, prefixes.ends[one]!, ways);
      }
      makeUnknown(stretch, start, length, ways, known > 0);
    }
    return trace(length);
  };

  function trace(length: number): FoundPath {
    let end = length;
    while (end > 0 && endingAt[end] === none) end -= 1;
    stamp += 1;
    const ways = gather(end);
    let least = 0x7fffffff;
    let node = 0;
    for (let way = 0; way < ways; way += 1) {
      const total = cheapest[contexts[way]!]! + connections[contexts[way]!]!;
      if (total >= least) continue;
      least = total;
      node = cheapestNode[contexts[way]!]!;
    }
    let count = 0;
    for (let at = node; at > 0; at = before[at]!) count += 1;
    if (path.ends.length < count) {
      path.ends = new Int32Array(count * 2);
      path.entries = new Int32Array(count * 2);
    }
    path.count = count;
    for (let at = node; at > 0; at = before[at]!) {
      count -= 1;
      path.ends[count] = endOf[at]!;
      path.entries[count] = entryOf[at]!;
    }
    return path;
  }
}

/** Left and right context of each entry in one number, then its cost: what is asked for together stands together in memory. */
function factsOf({ left, right, costs }: MorphemeDictionary): Int32Array {
  const facts = new Int32Array(left.length * 2);
  for (let entry = 0; entry < left.length; entry += 1) {
    facts[entry * 2] = left[entry]! | (right[entry]! << 16);
    facts[entry * 2 + 1] = costs[entry]!;
  }
  return facts;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
