import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../../../core/corpus/readers/pdf/glyph.ts';
import { withoutJoiningStrokes } from '../../../../../core/corpus/readers/pdf/joining-strokes.ts';
import { glyph, mark } from './glyph-fixtures.ts';

const stroke = (left: number, others: Partial<Glyph> = {}) =>
  glyph('\ufffd', left, { top: 101, bottom: 100, ...others });
const read = (...glyphs: readonly Glyph[]) =>
  withoutJoiningStrokes(glyphs).map(({ text, left, right }) => [text, left, right]);

describe('strokes that fill a line between joined letters', () => {
  it('are no letters, and leave no room', () => {
    expect(read(glyph('ه', 0), stroke(5), stroke(10), glyph('م', 15))).toEqual([
      ['ه', 0, 15],
      ['م', 15, 20],
    ]);
    // Drawn from right to left, with a mark between.
    expect(read(glyph('م', 10), mark('\u064e', 11), stroke(5), glyph('ه', 0))).toEqual([
      ['م', 5, 15],
      ['\u064e', 11, 11],
      ['ه', 0, 5],
    ]);
  });

  it('are told from letters that the file has no letter for', () => {
    const kept = (...glyphs: readonly Glyph[]) => expect(read(...glyphs)).toHaveLength(3);
    kept(glyph('ه', 0), stroke(5, { top: 106 }), glyph('م', 10));
    kept(glyph('ه', 0), stroke(8), glyph('م', 13));
    kept(glyph('ه', 0), stroke(5, { base: 104 }), glyph('م', 10));
    kept(glyph('a', 0), stroke(5), glyph('b', 10));
    kept(glyph('ه', 0), stroke(5), glyph(' ', 10));
  });
});
