import { describe, expect, it } from 'vitest';
import { isUnusual, usualSpelling } from '../../../../core/corpus/tokenize/usual-spelling.ts';
import { tokensOf } from './tokens-of.ts';

describe('The usual spelling', () => {
  it('is that of letters which are one character for two, or the shape of one', () => {
    for (const [written, usual] of [
      ['coŀlegi', 'col·legi'],
      ['INTEĿLIGENT', 'INTEL·LIGENT'],
      ['ﻛﹷﺘﹷﺐ', 'كَتَب'],
      ['ﷲ', 'الله'],
      ['হঠাত্\u200d', 'হঠাৎ'],
      ['Waſſer', 'Wasser'],
      ['ﬓաս', 'մնաս'],
      ['ⅻ', 'xii'],
    ] as const) {
      expect(usualSpelling(written)).toBe(usual);
      expect(isUnusual(written)).toBe(true);
      expect(isUnusual(usual)).toBe(false);
    }
  });

  it('leaves raised letters of phonetics, the Armenian և and what is usual alone', () => {
    for (const form of ['tʰaŋ⁵⁵', 'բարև', 'كتـاب', 'col·legi']) expect(usualSpelling(form)).toBe(form);
  });

  it('is what words count by, in the place where they stand', () => {
    const found = tokensOf('un coŀlegi, dos col·legis', { language: 'ca' });
    expect(found.forms).toEqual(['un', 'col·legi', 'dos', 'col·legis']);
    expect(found.raw[1]).toBe('coŀlegi');
    expect(found.respelled).toBe(1);
  });
});
