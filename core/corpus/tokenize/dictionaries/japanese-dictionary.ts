import { unpackArrays } from './packed-arrays.ts';
import { trieOf, type WordTrie } from './word-trie.ts';

/** The IPA dictionary, with the connection costs that MeCab’s conditional random field learned for it. */
export interface JapaneseDictionary {
  readonly words: WordTrie;
  /** For each word the first of its entries; those of a word stand in a row. */
  readonly firsts: Int32Array;
  readonly left: Uint16Array;
  readonly right: Uint16Array;
  readonly costs: Int16Array;
  /** Cost of a right context of the word before at connections[left context × rights + right context]. */
  readonly connections: Int16Array;
  readonly rights: number;
  readonly lefts: number;
  /** For each unit its kind of character, a bit for each kind that it may count as, and what is done with unknown words of a kind. */
  readonly kinds: Uint8Array;
  readonly bits: Uint16Array;
  readonly kindSettings: Int32Array;
  readonly kindEntries: Int32Array;
  readonly tagOf: (entry: number) => string;
  /** Empty where it is the word itself, or not known. */
  readonly baseOf: (entry: number) => string;
  readonly readingOf: (entry: number) => string;
}

/** @throws RangeError where the bytes are not whole */
export function japaneseDictionary(bytes: Uint8Array): JapaneseDictionary {
  const arrays = unpackArrays(bytes);
  const [rights = 0, lefts = 0] = arrays.i32('sizes');
  const pool = (name: string, numbers: ArrayLike<number>) => {
    const text = arrays.text(`${name}.text`);
    const ends = arrays.i32(`${name}.ends`);
    return (entry: number) => {
      const number = numbers[entry]!;
      return text.slice(ends[number - 1] ?? 0, ends[number]);
    };
  };
  return {
    words: trieOf(arrays, 'words'),
    firsts: arrays.i32('firsts'),
    left: arrays.u16('left'),
    right: arrays.u16('right'),
    costs: arrays.i16('costs'),
    connections: arrays.i16('connections'),
    rights,
    lefts,
    kinds: arrays.bytes('kinds'),
    bits: arrays.u16('bits'),
    kindSettings: arrays.i32('kindSettings'),
    kindEntries: arrays.i32('kindEntries'),
    tagOf: pool('tag', arrays.u16('tags')),
    baseOf: pool('base', arrays.i32('bases')),
    readingOf: pool('reading', arrays.i32('readings')),
  };
}
