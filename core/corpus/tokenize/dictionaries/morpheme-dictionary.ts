import { unpackArrays, type PackedArrays } from './packed-arrays.ts';
import { prefixesIn, trieOf, type PrefixSearch, type WordTrie } from './word-trie.ts';

/** A dictionary of morphemes, with the connection costs that MeCab’s conditional random field learned for it. */
export interface MorphemeDictionary {
  readonly prefixes: PrefixSearch;
  /** For each word the first of its entries; those of a word stand in a row. */
  readonly firsts: Int32Array;
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  readonly costs: Int16Array;
  /** What a space before an entry costs; null where none does. */
  readonly penalties: Int16Array | null;
  /** Cost of a right context of the word before at connections[left context × rights + right context]. */
  readonly connections: Int16Array;
  readonly rights: number;
  readonly lefts: number;
  /** For each unit its kind of character, a bit for each kind that it may count as, and what is done with unknown words of a kind. */
  readonly kinds: Uint8Array;
  readonly bits: Uint16Array;
  readonly kindSettings: Int32Array;
  readonly kindEntries: Int32Array;
  readonly partOf: (entry: number) => string;
  /** Empty where it is the word itself, or not known. */
  readonly baseOf: (entry: number, form: string) => string;
  readonly readingOf: (entry: number) => string;
  readonly inflectionOf: (entry: number) => string;
}

export interface JapaneseDictionary extends MorphemeDictionary {
  readonly words: WordTrie;
  readonly tagOf: (entry: number) => string;
}

/** Strings by the numbers that entries have. */
export function textsOf(arrays: PackedArrays, name: string, numbers: ArrayLike<number>) {
  const text = arrays.text(`${name}.text`);
  const ends = arrays.i32(`${name}.ends`);
  return (entry: number) => {
    const number = numbers[entry]!;
    return text.slice(ends[number - 1] ?? 0, ends[number]);
  };
}

/** The IPA dictionary. @throws RangeError where the bytes are not whole */
export function japaneseDictionary(bytes: Uint8Array): JapaneseDictionary {
  const arrays = unpackArrays(bytes);
  const [rights = 0, lefts = 0] = arrays.i32('sizes');
  const words = trieOf(arrays, 'words');
  const tagOf = textsOf(arrays, 'tag', arrays.u16('tags'));
  // Four levels of the part of speech, then class and form of what is inflected.
  const said = (entry: number, from: number, to: number) =>
    tagOf(entry)
      .split(',')
      .slice(from, to)
      .filter((part) => part !== '*')
      .join('-');
  return {
    words,
    prefixes: prefixesIn(words),
    firsts: arrays.i32('firsts'),
    left: arrays.u16('left'),
    right: arrays.u16('right'),
    costs: arrays.i16('costs'),
    penalties: null,
    connections: arrays.i16('connections'),
    rights,
    lefts,
    kinds: arrays.bytes('kinds'),
    bits: arrays.u16('bits'),
    kindSettings: arrays.i32('kindSettings'),
    kindEntries: arrays.i32('kindEntries'),
    tagOf,
    partOf: (entry) => said(entry, 0, 4),
    baseOf: textsOf(arrays, 'base', arrays.i32('bases')),
    readingOf: textsOf(arrays, 'reading', arrays.i32('readings')),
    inflectionOf: (entry) => said(entry, 4, 6),
  };
}
