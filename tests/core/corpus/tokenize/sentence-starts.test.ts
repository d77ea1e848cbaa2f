import { describe, expect, it } from 'vitest';
import {
  afterEnd,
  afterNewline,
  newSentenceState,
  startsHere,
  startsParagraph,
} from '../../../../core/corpus/tokenize/sentence-starts.ts';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';

/** Does a sentence start with the last character of the text, after the sign at `end`? */
function starts(text: string, end: number, spaced: boolean): boolean {
  const state = newSentenceState();
  const units = unitsOf(text);
  afterEnd(state, units, end, end + 1);
  if (spaced) state.spaced = true;
  return startsHere(state, units, text.length - 1);
}

describe('A sentence starts', () => {
  it('after a sign that ends one, a space and a capital', () => {
    expect(starts('went. H', 4, true)).toBe(true);
    expect(starts('went.H', 4, false)).toBe(false);
    expect(starts('went. h', 4, true)).toBe(false);
    expect(starts('गया। व', 3, true)).toBe(true);
  });

  it('without a space after the full stops of East Asia', () => {
    expect(starts('了。他', 1, false)).toBe(true);
  });

  it('not after initials and abbreviations', () => {
    expect(starts('J. S', 1, true)).toBe(false);
    expect(starts('Mrs. S', 3, true)).toBe(false);
    expect(starts('usw. D', 3, true)).toBe(false);
    expect(starts('mister. S', 6, true)).toBe(true);
    expect(starts('J! S', 1, true)).toBe(true);
  });

  it('after an empty line, whatever ends lines', () => {
    for (const [newlines, expected] of [
      ['\n', false],
      ['\r\n', false],
      ['\n\n', true],
      ['\r\n\r\n', true],
      ['\r\r', true],
    ] as const) {
      const state = newSentenceState();
      for (const newline of newlines) afterNewline(state, newline.charCodeAt(0));
      expect(startsParagraph({ ...state })).toBe(expected);
      expect(startsHere(state, unitsOf('x'), 0)).toBe(expected);
      expect(startsHere(state, unitsOf('x'), 0)).toBe(false);
    }
  });
});
