import { textsOf, type MorphemeDictionary } from './morpheme-dictionary.ts';
import { unpackArrays } from './packed-arrays.ts';
import { prefixesIn, trieOf, type WordTrie } from './word-trie.ts';

export interface JapaneseDictionary extends MorphemeDictionary {
  readonly words: WordTrie;
  readonly tagOf: (entry: number) => string;
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
