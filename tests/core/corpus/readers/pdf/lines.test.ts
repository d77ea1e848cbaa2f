import { describe, expect, it } from 'vitest';
import { linesOfPage } from '../../../../../core/corpus/readers/pdf/lines.ts';
import { glyph, word } from './glyph-fixtures.ts';

const texts = (glyphs: Parameters<typeof linesOfPage>[0]) => linesOfPage(glyphs).map(({ text }) => text);

describe('Lines of a page', () => {
  it('keep a space between letters that are drawn higher and lower than its line, as those that carry marks are', () => {
    const low = { base: 98 };
    // Too narrow to be told by the room that it takes.
    const blank = { right: 95 };
    expect(
      texts([
        glyph('ب', 105),
        glyph('ا', 100),
        glyph('و', 95, low),
        glyph(' ', 94, blank),
        glyph('م', 89, low),
        glyph('ن', 84),
      ]),
    ).toEqual(['باو من']);
  });

  it('keep lines apart that a space begins or ends', () => {
    expect(
      texts([
        ...word('one', 100),
        glyph(' ', 115),
        glyph(' ', 100, { base: 80 }),
        ...word('two', 105, { base: 80 }),
      ]),
    ).toEqual(['one', 'two']);
  });

  it('keep Khmer words whole where a consonant stands below a wide letter', () => {
    const wide = glyph('គា', 0, { right: 10, inkRight: 10 });
    expect(
      texts([wide, glyph('្ន', 3, { right: 3, inkRight: 6, bottom: 94, top: 99 }), glyph('ម', 10)]),
    ).toEqual(['គ្នាម']);
  });

  it('keep Arabic words whole whose last letter goes back below them, and apart where letters reach over a space', () => {
    // As ہوئے in Nastaliq: the tail of the last letter ends where the first one begins.
    expect(
      texts([
        glyph('ے', 0, { inkRight: 14 }),
        glyph('ئ', 4, { right: 7, base: 105 }),
        glyph('و', 14),
        glyph('ہ', 19),
      ]),
    ).toEqual(['ہوئے']);
    // Drawn from left to right: a space whose place is left of that of the letter before it.
    const pe = glyph('پ', 10, { left: 7, right: 12, origin: 10 });
    expect(
      texts([
        glyph('ا', 0),
        glyph('د', 5),
        pe,
        glyph(' ', 9.5, { right: 11.5 }),
        glyph('ر', 11),
        glyph('ب', 16),
      ]),
    ).toEqual(['بر پدا']);
  });

  it('keep the non-joiner of Persian where XeTeX draws a space that takes no room', () => {
    const line = (room: number) =>
      texts([
        glyph('د', 0),
        glyph('ش', 5),
        glyph(' ', 10, { right: 13 }),
        glyph('ی', 10 + room),
        glyph('م', 15 + room),
      ]);
    expect(line(0)).toEqual(['می\u200cشد']);
    expect(line(3)).toEqual(['می شد']);
  });
});
