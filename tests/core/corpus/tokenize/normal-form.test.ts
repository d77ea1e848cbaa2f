import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
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
    expect(normalForm('lt', defaultTokenSettings)('Ì', 'word')).toBe('ì');
    expect(normalForm('el', defaultTokenSettings)('ΟΔΟΣ', 'word')).toBe('οδος');
  });

  it('keeps ß, also where it was a capital', () => {
    const normal = normalForm('de', defaultTokenSettings);
    expect(['Straße', 'STRAẞE', 'STRASSE', 'Maße', 'Masse'].map((word) => normal(word, 'word'))).toEqual([
      'straße',
      'straße',
      'strasse',
      'maße',
      'masse',
    ]);
  });

  it('is without the marks of Arabic, Hebrew and Greek where they do not count, and never empty', () => {
    const kept = normalForm('und', defaultTokenSettings);
    const stripped = normalForm('und', { ...defaultTokenSettings, marks: 'strip' });
    const pairs = {
      كَتَبَ: 'كتب',
      كتـــاب: 'كتاب',
      ٱلرَّحْمَٰنِ: 'ٱلرحمن',
      שָׁלוֹם: 'שלום',
      בְּרֵאשִׁ֖ית: 'בראשית',
      μῆνιν: 'μηνιν',
      ἄειδε: 'αειδε',
      ᾠδή: 'ωδη',
      προϊών: 'προϊων',
      // Letters of other scripts keep theirs: they tell words apart.
      été: 'été',
      Çай: 'çай',
      हिन्दी: 'हिन्दी',
      ـ: 'ـ',
    };
    for (const [written, bare] of Object.entries(pairs)) {
      expect(stripped(written, 'word')).toBe(bare);
      expect(kept(written, 'word')).toBe(written.normalize('NFC').toLowerCase());
    }
    // Hamza and madda are letters, wherever they were composed.
    expect(stripped('آمن أكل مؤمن', 'word')).toBe('آمن أكل مؤمن');
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
    for (const word of ['a', '2nd', 'C++', '红', '一', '\u9fff', 'ꀀ', '\ue000', '<num>'])
      expect(kindOf(word)).toBe('word');
    for (const sign of ['.', '…', '——', '「', '+', '😀', 'ि', '❤\ufe0f'])
      expect(kindOf(sign)).toBe('punctuation');
  });
});
