import { describe, expect, it } from 'vitest';
import { usualSpelling } from '../../../../../core/corpus/readers/pdf/spelling.ts';

describe('the usual spelling', () => {
  it.each([
    [
      'Khmer vowels drawn in two parts',
      '\u1780\u17c1\u17b8\u178f \u1780\u17c1\u17b6\u1793',
      '\u1780\u17be\u178f \u1780\u17c4\u1793',
    ],
    ['Khmer vowels that are one part', '\u1780\u17c1\u179a\u17b6', '\u1780\u17c1\u179a\u17b6'],
    ['Khmer consonants below a letter that is one with its vowel', 'គា្ន ភា្នំ', 'គ្នា ភ្នាំ'],
    ['Kannada consonants there', 'ಮತು್ತ ಅಲಿ್ಲ', 'ಮತ್ತು ಅಲ್ಲಿ'],
    ['Telugu consonants there', 'చెటు్ట', 'చెట్టు'],
    ['a Malayalam r beside a y', 'സ്വാതന്ത്യ്രം', 'സ്വാതന്ത്ര്യം'],
    ['Sinhala vowels in parts, and stops with joiners', 'යෙෝ නිදහස\u200d්ව', 'යෝ නිදහස්ව'],
    ['Sinhala joined letters', 'ක්\u200dරියා', 'ක්\u200dරියා'],
    ['Thai am with a tone', '\u0e19\u0e4d\u0e49\u0e32', '\u0e19\u0e49\u0e33'],
    ['Devanagari vowels in parts', '\u0905\u093e\u0917', '\u0906\u0917'],
    ['letters in their composed form', 'e\u0301', '\u00e9'],
  ])('has %s', (_, drawn, spelled) => {
    expect(usualSpelling(drawn)).toBe(spelled);
  });
});
