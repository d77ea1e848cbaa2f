import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens-of.ts';

const settings = { method: 'spaced' } as const;

describe('A text that was cut by spaces already', () => {
  it('keeps its tokens as they stand', () => {
    const found = tokensOf('C++ #tag l’homme well-known we_are 红楼梦\t3.14 e.g.', { settings });
    expect(found.forms).toEqual(['c++', '#tag', "l'homme", 'well-known', 'we_are', '红楼梦', '3.14', 'e.g.']);
  });

  it('loses only tokens that are punctuation or numbers as a whole, and only when asked', () => {
    const text = '我们 ， 走 了 12 步 。';
    expect(tokensOf(text, { settings }).forms).toEqual(['我们', '走', '了', '12', '步']);
    const kept = tokensOf(text, { settings: { ...settings, punctuation: 'keep', numbers: 'mark' } });
    expect(kept.forms).toEqual(['我们', '，', '走', '了', '<num>', '步', '。']);
  });

  it('has a sentence on each line', () => {
    expect(tokensOf('one two .\nthree four\n\nfive', { settings }).sentences).toEqual([0, 2, 4]);
  });

  it('splits at spaces of every width', () => {
    expect(tokensOf('一\u3000二\u00a0三\u2003四', { settings }).forms).toEqual(['一', '二', '三', '四']);
  });
});
