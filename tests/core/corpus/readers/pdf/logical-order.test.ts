import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRightToLeft, logicalOrder } from '../../../../../core/corpus/readers/pdf/logical-order.ts';

/** Text as it stands on the line, from left to right. */
const read = (seen: string, fromRight: boolean) =>
  logicalOrder(
    Array.from(seen).map((text) => ({ text })),
    fromRight,
  )
    .map(({ text }) => text)
    .join('');

describe('Letters in the order of reading', () => {
  it('from right to left, words of other scripts and numbers as they stand', () => {
    expect(read('.הפיח לא 30:7 העשב', true)).toBe('בשעה 30:7 אל חיפה.');
    expect(read('אב Windows 10 גד', true)).toBe('דג Windows 10 בא');
    expect(read('אב 24.90 גד', true)).toBe('דג 24.90 בא');
    expect(read('אב ١٩٦٦ גד', true)).toBe('דג ١٩٦٦ בא');
  });

  it('two numbers beside one another are two', () => {
    expect(read('אב 12 5 גד', true)).toBe('דג 5 12 בא');
  });

  it('from left to right, with words from right to left turned and their numbers not', () => {
    expect(read('one בא 12 דג two', false)).toBe('one גד 12 אב two');
    expect(read('one בא. two', false)).toBe('one אב. two');
  });

  it('of one script is turned whole or left as it is, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('א', 'ב', 'ע')), (letters) => {
        expect(read(letters.join(''), true)).toBe(letters.toReversed().join(''));
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('א', 'ל', 'a', 'b', '1', '2', ' ', '.', ',', '(', '%')),
        fc.boolean(),
        (letters, fromRight) => {
          expect(Array.from(read(letters.join(''), fromRight)).toSorted()).toEqual(letters.toSorted());
        },
      ),
    );
  });

  it('the side from which a page is read is that of most letters; figures have none', () => {
    expect(isRightToLeft(Array.from('שלום abc'))).toBe(true);
    expect(isRightToLeft(Array.from('של abc 123'))).toBe(false);
  });
});
