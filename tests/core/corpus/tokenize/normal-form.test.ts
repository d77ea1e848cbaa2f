import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../../core/contract/corpus.ts';
import { kindOf, normalForm } from '../../../../core/corpus/tokenize/normal-form.ts';

describe('The normal form of a token', () => {
  it('is composed, in lower case, with straight apostrophes and no soft hyphens', () => {
    const normal = normalForm('en', defaultTokenSettings);
    expect(normal('DON’T', 'word')).toBe("don't");
    expect(normal('E\u0301te\u00adte', 'word')).toBe('étete');
  });

  it('follows the case of Turkish, Azeri and Lithuanian', () => {
    expect(normalForm('tr-TR', defaultTokenSettings)('IİĞ', 'word')).toBe('ıiğ');
    expect(normalForm('az', defaultTokenSettings)('I', 'word')).toBe('ı');
    expect(normalForm('lt', defaultTokenSettings)('Ì', 'word')).toBe('i̇̀');
    expect(normalForm('el', defaultTokenSettings)('ΟΔΟΣ', 'word')).toBe('οδος');
  });

  it('is none for what the settings leave out', () => {
    expect(normalForm('en', defaultTokenSettings)('!', 'punctuation')).toBeNull();
    expect(normalForm('en', { ...defaultTokenSettings, numbers: 'drop' })('5', 'number')).toBeNull();
    expect(normalForm('en', { ...defaultTokenSettings, numbers: 'mark' })('5', 'number')).toBe('<num>');
    expect(normalForm('en', { ...defaultTokenSettings, punctuation: 'keep' })('!', 'punctuation')).toBe('!');
  });
});

describe('What a token is', () => {
  it('is told by its characters', () => {
    for (const number of ['5', '3.14', '1,000,000', '１９９４', "1'000"])
      expect(kindOf(number)).toBe('number');
    for (const word of ['a', '2nd', 'C++', '红', 'ि', '<num>']) expect(kindOf(word)).toBe('word');
    for (const sign of ['.', '…', '——', '「', '+', '😀']) expect(kindOf(sign)).toBe('punctuation');
  });
});
