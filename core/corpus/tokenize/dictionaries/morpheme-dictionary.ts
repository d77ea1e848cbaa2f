import type { PackedArrays } from './packed-arrays.ts';
import type { PrefixSearch } from './word-trie.ts';

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

/** Strings by the numbers that entries have. */
export function textsOf(arrays: PackedArrays, name: string, numbers: ArrayLike<number>) {
  const text = arrays.text(`${name}.text`);
  const ends = arrays.i32(`${name}.ends`);
  return (entry: number) => {
    const number = numbers[entry]!;
    return text.slice(ends[number - 1] ?? 0, ends[number]);
  };
}
