import { describe, expect, it } from 'vitest';
import { isTooShort, languageOfBatch } from '../../../core/corpus/language-of-batch.ts';
import { detectLanguage } from '../../../core/corpus/language.ts';

const look = (beginning: string) => ({ beginning, language: detectLanguage(beginning).language });

const turkish = [
  'Bugün hava çok güzel ve biz de sahile gittik.',
  'Ali ile Ayşe bu akşam bir film izleyecek.',
  'Kitap masanın üstünde duruyor.',
  'IRMAK TAŞTI.',
  'Bu iş için daha çok zaman gerekiyor, ama olacak.',
];

describe('A text that is too short to tell its language', () => {
  it('has fewer than two hundred letters, whatever else is in it', () => {
    for (const letter of ['a', 'ж', '語', '𐌰'])
      for (const between of ['', ' ', '12 — \n', '\ud800'])
        expect(
          [199, 200, 5000].map((letters) => isTooShort(`${between}${`${letter}${between}`.repeat(letters)}`)),
        ).toEqual([true, false, false]);
    expect([isTooShort(''), isTooShort('1234 '.repeat(5000))]).toEqual([true, true]);
  });
});

describe('The language of an import', () => {
  it('is that of its short files together, though one of them does not tell it', () => {
    const batch = languageOfBatch(turkish.map(look));
    expect(look('IRMAK TAŞTI.').language).not.toBe('tr');
    for (const text of turkish) expect(batch.languageFor(look(text))).toBe('tr');
  });

  it('is that of most files, not of the longest', () => {
    const long = look(
      'The ship was there and the sea was calm, and all of them were on the deck. '.repeat(400),
    );
    const batch = languageOfBatch([long, ...Array.from({ length: 60 }, () => turkish.map(look)).flat()]);
    expect(batch.languageFor(look('Masa.'))).toBe('tr');
    expect(languageOfBatch([long, look('Masa.')]).languageFor(look('Masa.'))).toBe('en');
  });

  it('does not reach texts of another script', () => {
    const batch = languageOfBatch([...turkish, 'Привет, как дела у вас?', '你好吗'].map(look));
    expect(batch.languageFor(look('你好'))).toBe('zh');
    expect(batch.languageFor(look('ภาษาไทย'))).toBe('th');
    expect(batch.languageFor({ language: 'und', beginning: '1984' })).toBe('und');
  });
});

it('A text is too short below two hundred letters', () => {
  expect(isTooShort('a '.repeat(199))).toBe(true);
  expect(isTooShort('a '.repeat(200))).toBe(false);
  expect(isTooShort('1 '.repeat(500))).toBe(true);
});
