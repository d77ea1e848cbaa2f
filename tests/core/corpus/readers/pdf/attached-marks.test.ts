import { describe, expect, it } from 'vitest';
import { withMarks } from '../../../../../core/corpus/readers/pdf/attached-marks.ts';
import { glyph, mark, word } from './glyph-fixtures.ts';

const read = (...glyphs: Parameters<typeof withMarks>[0]) => withMarks(glyphs).map(({ text }) => text);

describe('Marks and their letters', () => {
  it('accents that TeX draws over a letter become one with it, and i and j lose their dot', () => {
    expect(read(glyph('c', 0), glyph('´', 5), glyph('e', 5), glyph('s', 10))).toEqual(['c', 'é', 's']);
    expect(read(glyph('¨', 0), glyph('ı', 0))).toEqual(['ï']);
    expect(read(glyph('¸', 0, { top: 100, bottom: 98 }), glyph('c', 0))).toEqual(['ç']);
    expect(read(glyph('¨', 0, { base: 103 }), glyph('A', 0))).toEqual(['Ä']);
  });

  it('accents and points that have room of their own stay as they are', () => {
    expect(read(glyph('a', 0), glyph('´', 5), glyph('e', 10))).toEqual(['a', '´', 'e']);
    expect(read(glyph('e', 0), glyph('.', 5, { top: 101, bottom: 100 }))).toEqual(['e', '.']);
  });

  it('a point below a letter belongs to it, and so does the stroke of the Polish l', () => {
    expect(read(glyph('.', 0, { top: 98, bottom: 97 }), glyph('s', 0))).toEqual(['ṣ']);
    expect(read(glyph('\ufffd', 0, { top: 104, bottom: 103 }), glyph('l', 0))).toEqual(['ł']);
    expect(read(glyph('\ufffd', 0, { top: 104, bottom: 103 }), glyph('k', 0))).toEqual(['\ufffd', 'k']);
  });

  it('vowels of Hebrew and Arabic find their letter, whether they were drawn before it, behind it or behind the whole line', () => {
    // בִּת as it stands: ת, then beth with its marks.
    const [tav, beth] = [glyph('ת', 0), glyph('ב', 5)];
    const marks = [mark('ִ', 5), mark('ּ', 5)];
    for (const drawn of [
      [tav, ...marks, beth],
      [tav, beth, ...marks],
      [beth, ...marks, tav],
      [beth, tav, ...word('אבגד', 20), ...marks],
    ])
      expect(read(...drawn)).toContain('בִּ'.normalize('NFC'));
  });

  it('points of Hebrew stand on no full stop, wherever the line ends', () => {
    // The end of a line, read from the right: לוֹ. with its last point drawn first.
    const line = [glyph('ֹ', 5, { right: 10 }), glyph('.', 2, { right: 5 }), glyph('ו', 5), glyph('ל', 10)];
    expect(read(...line)).toEqual(['.', 'וֹ'.normalize('NFC'), 'ל']);
  });

  it('marks on script from left to right belong to the letter before, wherever their ink is', () => {
    expect(read(glyph('ก', 0), mark('้', 5, { inkLeft: 5, inkRight: 7 }), glyph('น', 5))).toEqual(['ก้', 'น']);
  });

  it('a mark that stands alone is kept', () => {
    expect(read(mark('́', 0), glyph(' ', 40))).toEqual(['́', ' ']);
  });
});
