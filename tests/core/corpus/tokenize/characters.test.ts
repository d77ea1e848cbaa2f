import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens-of.ts';

const method = 'characters';

describe('The character scanner', () => {
  it('makes one token of each character and keeps words and numbers of other scripts', () => {
    const found = tokensOf('子曰：「學而時習之」。HIFI 1994年', { method, language: 'lzh' });
    expect(found.forms).toEqual('子 曰 學 而 時 習 之 hifi 1994 年'.split(' '));
    expect(found.dropped).toEqual({ punctuation: 4, numbers: 0 });
  });

  it('takes characters beyond the basic plane whole', () => {
    const found = tokensOf('𠀋𠮷野', { method });
    expect(found.forms).toEqual(['𠀋', '𠮷', '野']);
    expect(found.raw).toEqual(['𠀋', '𠮷', '野']);
  });

  it('leaves marks with their character', () => {
    expect(tokensOf('か\u3099ต้น', { method }).forms).toEqual(['が', 'ต้', 'น']);
  });

  it('leaves conjuncts of consonants whole', () => {
    expect(tokensOf('क्षत्रिय हिन्दी', { method, language: 'hi' }).forms).toEqual([
      'क्ष',
      'त्रि',
      'य',
      'हि',
      'न्दी',
    ]);
    expect(tokensOf('क्‍ष', { method, language: 'hi' }).forms).toEqual(['क्‍ष']);
    expect(tokensOf('ខ្មែរ', { method, language: 'km' }).forms).toEqual(['ខ្មែ', 'រ']);
    expect(tokensOf('க்க', { method, language: 'ta' }).forms).toEqual(['க்', 'க']);
  });

  it('keeps or drops punctuation and numbers as set', () => {
    const settings = { punctuation: 'keep', numbers: 'drop' } as const;
    const found = tokensOf('好，3 月。', { method, settings });
    expect(found.forms).toEqual(['好', '，', '月', '。']);
    expect(found.dropped).toEqual({ punctuation: 0, numbers: 1 });
    expect(tokensOf('三3月', { method, settings: { numbers: 'mark' } }).forms).toEqual(['三', '<num>', '月']);
  });

  it('starts sentences after full stops without a space', () => {
    expect(tokensOf('子曰。學而。\n時\n\n習', { method }).sentences).toEqual([0, 2, 4, 5]);
  });
});
