import { describe, expect, it } from 'vitest';
import { withSyllables } from '../../../../../core/corpus/readers/pdf/syllables.ts';
import { usualSpelling } from '../../../../../core/corpus/readers/pdf/spelling.ts';
import type { Glyph } from '../../../../../core/corpus/readers/pdf/glyph.ts';
import { glyph, mark, word } from './glyph-fixtures.ts';

const read = (...glyphs: readonly Glyph[]) =>
  usualSpelling(
    withSyllables(glyphs)
      .map(({ text }) => text)
      .join(''),
  );
/** Over the end of a syllable, without room. */
const over = (text: string, left: number) => mark(text, left, { inkLeft: left - 2, bottom: 107, top: 110 });
const below = (text: string, left: number) => mark(text, left, { inkLeft: left - 2, bottom: 96, top: 99 });

describe('Syllables of the scripts of India', () => {
  it('a vowel that stands before its consonants is read behind them', () => {
    expect(read(...word('िदया', 0))).toBe('दिया');
    expect(read(glyph('व', 0), glyph('ि', 5), glyph('च्', 10), glyph('छ', 15))).toBe('वच्छि');
    expect(read(glyph('ে', 0), glyph('ক', 5))).toBe('কে');
    expect(read(glyph('ெ', 0), glyph('க', 5), glyph('ா', 10))).toBe('கொ');
  });

  it('and stays where it is when the file has it in the order of reading', () => {
    expect(read(glyph('द', 5), glyph('ि', 2), glyph('न', 10))).toBe('दिन');
    expect(read(glyph('दि', 5), glyph('न', 10))).toBe('दिन');
  });

  it('an r over the end of a syllable is read first in it, one below last of its consonants', () => {
    expect(read(glyph('ध', 0), glyph('म', 5), over('र्', 10))).toBe('धर्म');
    expect(read(glyph('का', 0), glyph('य', 5), glyph('ो', 10), over('र्ं', 15))).toBe('कार्यों');
    expect(read(glyph('प', 0), below('र्', 5), glyph('ति', 5))).toBe('प्रति');
  });

  it('an r that is drawn before its consonant is read behind it', () => {
    expect(read(glyph('്ര', 0), glyph('പ', 5))).toBe('പ്ര');
    expect(read(glyph('ေ', 0), glyph('ြ', 5), glyph('က', 10))).toBe('ကြေ');
  });

  it('a consonant of Telugu that reaches out below stands behind the letter over it, and no longer apart', () => {
    const reaching = glyph('వ్', 5, { inkLeft: 3, bottom: 96, top: 106, right: 9 });
    expect(read(glyph('స', 0), reaching, glyph('త', 9))).toBe('స్వత');
    expect(withSyllables([glyph('స', 0), reaching])[0]).toMatchObject({ right: 9 });
    // With its stop over it, it is the end of a syllable.
    expect(read(glyph('స', 0), glyph('వ్', 5, { top: 110 }), glyph('త', 10))).toBe('సవ్త');
  });

  it('vowels that were put together from parts are written as everybody does', () => {
    expect(usualSpelling('भाषाआें अधकाराें')).toBe('भाषाओं अधकारों');
    expect(usualSpelling('নঁা')).toBe('নাঁ');
    expect(usualSpelling('นํ้า นํา')).toBe('น้ำ นำ');
    // The alif of a pointed lam-alif that the font has no letter for.
    expect(usualSpelling('\u062a\u0644\u064e\u061d')).toBe('\u062a\u0644\u064e\u0627');
    expect(usualSpelling('ນໍ້າ')).toBe('ນ້ຳ');
  });
});
