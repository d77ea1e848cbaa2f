import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTrie } from '../../../../../core/corpus/tokenize/dictionaries/build-trie.ts';
import { packArrays, unpackArrays } from '../../../../../core/corpus/tokenize/dictionaries/packed-arrays.ts';
import {
  findWord,
  packedTrie,
  prefixesIn,
  trieOf,
} from '../../../../../core/corpus/tokenize/dictionaries/word-trie.ts';

const letters = fc.constantFrom('a', 'b', 'c', '語', 'か', '\u0e01', '\uffff', '\ud840');
const words = fc
  .uniqueArray(
    fc.array(letters, { minLength: 1, maxLength: 6 }).map((all) => all.join('')),
    { minLength: 1, maxLength: 80 },
  )
  .map((all) => all.sort((a, b) => (a < b ? -1 : 1)));

describe('A trie of words', () => {
  it('has each of its words by number, and no other', () => {
    fc.assert(
      fc.property(words, fc.array(letters, { maxLength: 6 }), (all, other) => {
        const trie = buildTrie(all);
        all.forEach((word, number) => expect(findWord(trie, word)).toBe(number));
        expect(findWord(trie, other.join(''))).toBe(all.indexOf(other.join('')));
        expect(findWord(trie, `${all[0]!}x`)).toBe(-1);
      }),
    );
  });

  it('finds the words that stand at a place, the shortest first', () => {
    const all = ['か', 'かな', 'かなた', '語'];
    const { search, ends, words: numbers } = prefixesIn(buildTrie(all));
    const units = Uint16Array.from('xかなたか', (letter) => letter.charCodeAt(0));
    expect(search(units, 0, units.length)).toBe(0);
    expect(search(units, 1, 3)).toBe(2);
    expect([...ends.slice(0, 2), ...numbers.slice(0, 2)]).toEqual([2, 3, 0, 1]);
  });

  it('is the same when it was packed, beside other things', () => {
    const trie = buildTrie(['か', 'かな', '語']);
    const arrays = unpackArrays(
      packArrays({ note: 'text', ...packedTrie('kana', trie), odd: Uint8Array.of(1, 2, 3) }),
    );
    expect(arrays.text('note')).toBe('text');
    expect([...arrays.bytes('odd')]).toEqual([1, 2, 3]);
    expect(findWord(trieOf(arrays, 'kana'), 'かな')).toBe(1);
  });

  it('is refused when it is cut short or something else', () => {
    const packed = packArrays(packedTrie('kana', buildTrie(['か', 'かな'])));
    expect(() => unpackArrays(Buffer.from('PK something'))).toThrow(RangeError);
    expect(() => trieOf(unpackArrays(packed.subarray(0, packed.length - 64)), 'kana')).toThrow(/cut short/);
    expect(() => unpackArrays(packed).i32('nothing')).toThrow(/no array/);
  });
});
