import { describe, expect, it } from 'vitest';
import { turnedSign } from '../../../../../core/corpus/readers/pdf/glyphs.ts';

describe('Letters of one sign that is read from right to left', () => {
  it('are turned back from the order in which the engine gives them', () => {
    expect(turnedSign('ab')).toBe('ab');
    expect(turnedSign('הלל')).toBe('ללה');
  });

  it('stay as they are where the engine took a letter with its marks apart', () => {
    expect(turnedSign('\u0644\u0627')).toBe('\u0644\u0627');
    expect(turnedSign('\u05d1\u05bc')).toBe('\u05d1\u05bc');
    // A letter of the block of presentation forms, with the dot of sin.
    expect(turnedSign('\ufb49\u05c2')).toBe('\ufb49\u05c2');
  });

  it('lose the grapheme joiner by which a font holds letter and mark together', () => {
    expect(turnedSign('\u034f\u05d1\u05bc')).toBe('\u05d1\u05bc');
  });
});
