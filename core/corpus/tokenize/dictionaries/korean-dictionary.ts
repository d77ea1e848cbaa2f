import { textsOf, type MorphemeDictionary } from './morpheme-dictionary.ts';
import { unpackArrays, type PackedArrays } from './packed-arrays.ts';
import type { PrefixSearch } from './word-trie.ts';

/** Verbs, adjectives, copulas and what makes them of nouns are looked up by their stem and 다. */
const verbal = /^(?:VV|VA|VX|VCP|VCN|XSV|XSA)(?![A-Z])/u;

/** mecab-ko-dic. @throws RangeError where the bytes are not whole */
export function koreanDictionary(bytes: Uint8Array): MorphemeDictionary {
  const arrays = unpackArrays(bytes);
  const [rights = 0, lefts = 0] = arrays.i32('sizes');
  const contexts = arrays.u16('contexts');
  const [left, right, tags] = [arrays.u16('lefts'), arrays.u16('rights'), arrays.u16('tags')];
  const partOf = textsOf(
    arrays,
    'tag',
    contexts.map((context) => tags[context]!),
  );
  const inflectionOf = textsOf(arrays, 'inflection', arrays.i32('inflections'));
  const counts = arrays.bytes('counts');
  const firsts = new Int32Array(counts.length + 1);
  counts.forEach((count, word) => (firsts[word + 1] = firsts[word]! + count));
  const connections = arrays.i16('connections').slice();
  for (let at = rights; at < connections.length; at += 1) connections[at]! += connections[at - rights]!;
  return {
    prefixes: hashedWords(arrays),
    firsts,
    left: contexts.map((context) => left[context]!),
    right: contexts.map((context) => right[context]!),
    penalties: penaltiesOf(contexts, arrays.i16('penalties')),
    costs: arrays.i16('costs'),
    connections,
    rights,
    lefts,
    kinds: arrays.bytes('kinds'),
    bits: arrays.u16('bits'),
    kindSettings: arrays.i32('kindSettings'),
    kindEntries: arrays.i32('kindEntries'),
    partOf,
    // 갔 is 가/VV+았/EP.
    baseOf(entry, form) {
      const [first = ''] = inflectionOf(entry).split('/');
      return verbal.test(partOf(entry)) ? `${first || form}다` : first;
    },
    readingOf: textsOf(arrays, 'reading', arrays.i32('readings')),
    inflectionOf,
  };
}

function penaltiesOf(contexts: Uint16Array, penalties: Int16Array): Int16Array {
  const found = new Int16Array(contexts.length);
  for (let entry = 0; entry < contexts.length; entry += 1) found[entry] = penalties[contexts[entry]!]!;
  return found;
}

/** Words by their beginnings, each found by the one before and a letter. */
function hashedWords(arrays: PackedArrays): PrefixSearch {
  const [shared, added] = [arrays.bytes('words.shared'), arrays.bytes('words.added')];
  const letters = arrays.u16('words.letters');
  const nodes = letters.length + 1;
  const parents = new Int32Array(nodes);
  const units = new Uint16Array(nodes);
  const values = new Int32Array(nodes).fill(-1);
  const mask = 2 ** Math.ceil(Math.log2(nodes * 2)) - 1;
  const slots = new Int32Array(mask + 1);
  const slotOf = (parent: number, unit: number) =>
    (Math.imul(parent, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
  const path = new Int32Array(256);
  let used = 0;
  for (let word = 0; word < shared.length; word += 1) {
    const depth = shared[word]!;
    for (let at = 0; at < added[word]!; at += 1) {
      const parent = path[depth + at]!;
      const unit = letters[used]!;
      used += 1;
      parents[used] = parent;
      units[used] = unit;
      let slot = slotOf(parent, unit) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = used;
      path[depth + at + 1] = used;
    }
    values[path[depth + added[word]!]!] = word;
  }
  const found = { ends: new Int32Array(256), words: new Int32Array(256) };
  return {
    ...found,
    search(text, from, to) {
      let [count, node] = [0, 0];
      for (let at = from; at < to; at += 1) {
        const unit = text[at]!;
        let slot = slotOf(node, unit) & mask;
        let child = slots[slot]!;
        while (child !== 0 && (parents[child] !== node || units[child] !== unit)) {
          slot = (slot + 1) & mask;
          child = slots[slot]!;
        }
        if (child === 0) break;
        node = child;
        if (values[node]! < 0) continue;
        found.ends[count] = at + 1;
        found.words[count] = values[node]!;
        count += 1;
      }
      return count;
    },
  };
}
