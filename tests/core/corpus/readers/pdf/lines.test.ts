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
});
