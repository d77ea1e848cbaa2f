import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseFolded,
  isPlain,
  lowerCaseOf,
  oneSpelling,
} from '../../../../core/corpus/tokenize/orthography.ts';
import { usualSpelling } from '../../../../core/corpus/tokenize/usual-spelling.ts';

describe('One orthography', () => {
  it('has one apostrophe, one hyphen, one space, composed letters and nothing invisible', () => {
    expect(oneSpelling('don’t')).toBe("don't");
    expect(oneSpelling('e‐mail e‑mail')).toBe('e-mail e-mail');
    expect(oneSpelling('болған\u00a0емес\u2003бар')).toBe('болған емес бар');
    expect(oneSpelling('e\u0301te\u00adte')).toBe('étete');
    expect(oneSpelling('צה״ל')).toBe('צה"ל');
    expect(oneSpelling('\u2067של\u200eום\u2069\u061c')).toBe('שלום');
    expect(oneSpelling('خانه\u200c\u200cها')).toBe('خانه\u200cها');
    expect(oneSpelling('հյուսիս֊արևելք')).toBe('հյուսիս-արևելք');
    expect(oneSpelling('10\u202f000')).toBe('10 000');
    expect(oneSpelling('ᠬᠦᠮᠦᠨ\u202fᠦ')).toBe('ᠬᠦᠮᠦᠨ\u202fᠦ');
  });

  it('has nothing to do for plain words, and only for these', () => {
    const letters = Array.from({ length: 0xfffe }, (_, unit) => String.fromCharCode(unit)).filter(isPlain);
    expect(letters.length).toBeGreaterThan(700);
    for (const letter of letters) {
      expect(usualSpelling(letter)).toBe(letter);
      for (const other of ['a', 'я', 'ω', 'ا', 'א', 'क', 'ก', '\u0e48', 'か', '한', letter])
        expect((letter + other).normalize('NFC')).toBe(letter + other);
    }
    expect(
      ['don’t', 'ﬁ', 'ſ', 'e\u0301', '⼈', '\u1112\u1161', 'か\u3099', 'क\u093c', '\u0e4dา'].filter(isPlain),
    ).toEqual([]);
  });

  it('is its own orthography', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneSpelling(oneSpelling(text))).toBe(oneSpelling(text));
      }),
    );
  });
});

describe('Case', () => {
  it('is lowered by the rules of a language', () => {
    expect(lowerCaseOf('tr-TR')('IŞIK İzmir')).toBe('ışık izmir');
    expect(lowerCaseOf('en')('ISTANBUL İstanbul')).toBe('istanbul istanbul');
    expect(lowerCaseOf('el')('ΟΔΟΣ')).toBe('οδος');
    expect(lowerCaseOf('chr')('ᏣᎳᎩ ꭰꭹꮥ ᏸ')).toBe('ᏣᎳᎩ ᎠᎩᏕ Ᏸ');
  });

  it('puts no second dot over an i, with which some programs and old texts write it', () => {
    for (const language of ['tr', 'en', 'lt', 'und'])
      expect(lowerCaseOf(language)('i\u0307stanbul')).toBe('istanbul');
    for (const ilgas of ['\u00ccš', '\u00ecš', 'i\u0307\u0300š', 'I\u0307\u0300Š'])
      expect(lowerCaseOf('lt')(ilgas)).toBe('\u00ecš');
    expect(caseFolded('i\u0307stanbul')).toBe(caseFolded('ISTANBUL'));
    expect(lowerCaseOf('en')('ż\u0307')).toBe('ż\u0307');
  });

  it('is folded fully', () => {
    for (const [one, other] of [
      ['Straße', 'STRASSE'],
      ['ΟΔΟΣ', 'οδοσ'],
      ['οδος', 'ΟΔΟΣ'],
      ['İstanbul', 'ISTANBUL'],
      ['ﬁn', 'FIN'],
      ['ǅ', 'ǆ'],
      ['E\u0301', 'é'],
    ] as const)
      expect(caseFolded(one)).toBe(caseFolded(other));
    expect(caseFolded('resume')).not.toBe(caseFolded('résumé'));
  });
});
