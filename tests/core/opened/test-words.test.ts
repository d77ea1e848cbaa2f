import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { rowsOfWords } from '../../../core/opened/test-words.ts';

describe('Rows of the words of a test set', () => {
  it('are those of the very form first: words that fold alike are different words', () => {
    const rowOf = rowsOfWords(['ılık', 'ilik', 'maße', 'masse', 'Paris', 'paris'], 6);
    expect(['ilik', 'ılık', 'masse', 'maße', 'paris', 'Paris'].map(rowOf)).toEqual([1, 0, 3, 2, 5, 4]);
  });

  it('are found in any case, by the rules of the language where it is known', () => {
    const rowOf = rowsOfWords(['istanbul', 'ılık', 'straße', 'Athens'], 4);
    expect(['İstanbul', 'ISTANBUL', 'ILIK', 'STRASSE', 'athens', 'ATHENS'].map(rowOf)).toEqual([
      0, 0, 1, 2, 3, 3,
    ]);
    const turkish = rowsOfWords(['ırmak', 'irmak'], 2, { languages: ['tr'], tokens: defaultTokenSettings });
    expect(turkish('IRMAK')).toBe(0);
    const english = rowsOfWords(['ırmak', 'irmak'], 2, { languages: ['en'], tokens: defaultTokenSettings });
    expect(english('IRMAK')).toBe(1);
  });

  it('are none for words that are unknown or too rare', () => {
    const rowOf = rowsOfWords(['one', 'two', 'three'], 2);
    expect(['three', 'four'].map(rowOf)).toEqual([undefined, undefined]);
  });
});
