import { describe, expect, it } from 'vitest';
import { withTellingShapes } from '../../../../../core/corpus/readers/pdf/telling-shapes.ts';
import { glyph } from './glyph-fixtures.ts';

const stem = (left: number, inkLeft: number, inkRight: number, top = 109) =>
  glyph('\ufffd', left, { right: left + 2.6, inkLeft, inkRight, top });
const read = (...glyphs: Parameters<typeof withTellingShapes>[0]) =>
  withTellingShapes(glyphs)
    .map(({ text }) => text)
    .join('');

describe('shapes of vowel signs that a file has no letter for', () => {
  it('are told by the letter that they arch over', () => {
    expect(read(stem(0, 0, 8), glyph('ध', 2.6))).toBe('\u093fध');
    expect(read(glyph('क', 0), stem(5, 0.5, 7.6))).toBe('क\u0940');
  });

  it('are left unknown where they could be something else', () => {
    expect(read(stem(0, 0, 8), glyph('a', 2.6))).toBe('\ufffda');
    expect(read(stem(0, 0, 8, 106), glyph('ध', 2.6))).toBe('\ufffdध');
    expect(read(stem(0, 0, 3), glyph('ध', 2.6))).toBe('\ufffdध');
    expect(read(glyph('क', 0), glyph('\ufffd', 5, { inkLeft: 0, top: 109 }))).toBe('क\ufffd');
  });
});
