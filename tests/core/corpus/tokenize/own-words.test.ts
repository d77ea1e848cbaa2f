import { expect, it } from 'vitest';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';
import { withOwnWords } from '../../../../core/corpus/tokenize/own-words.ts';

/** Each unit for itself. */
const single = (_units: Uint16Array, from: number, to: number) => ({
  count: to - from,
  ends: Array.from({ length: to - from }, (_, at) => at + 1),
  entries: null,
});
const cut = (text: string, words: readonly string[]) => {
  const { ends } = withOwnWords(single, words)(unitsOf(text), 0, text.length);
  return Array.from(ends, (end, at) => text.slice(at === 0 ? 0 : ends[at - 1], end));
};

it('the longest word is found, from left to right, among as many as begin alike', () => {
  const alike = Array.from({ length: 20_000 }, (_, at) => `大观园${String.fromCharCode(0x4e00 + at)}`);
  expect(cut('在大观园中大观园里', ['大观', ...alike, '大观园里', '园中'])).toEqual([
    '在',
    '大观园中',
    '大观园里',
  ]);
  expect(cut('大观楼', ['大观', ...alike])).toEqual(['大观', '楼']);
  expect(cut('𠮷野家𠮷', ['𠮷野', ''])).toEqual(['𠮷野', '家', '\ud842', '\udfb7']);
});
