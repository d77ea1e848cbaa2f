import { describe, expect, it } from 'vitest';
import { symbolIn, textIn } from '../../../../core/corpus/readers/symbol-font.ts';

describe('characters of fonts with an encoding of their own', () => {
  it('are letters of Greek and signs in Symbol, nothing in fonts of pictures, and stay private elsewhere', () => {
    expect([0xf061, 0xf047, 0x71, 0xf0a5, 0xf031].map((code) => symbolIn('Symbol', code)).join('')).toBe(
      'αΓθ∞1',
    );
    expect(symbolIn('Wingdings 3', 0xf04a)).toBe(' ');
    expect(symbolIn('SILDoulosIPA', 0xf04e)).toBe('\uf04e');
    expect(symbolIn('Times New Roman', 0xe9)).toBe('é');
    expect(symbolIn('Symbol', 0x4e00)).toBe('一');
    expect(textIn('Symbol', 'a\uf062c')).toBe('aβc');
  });
});
