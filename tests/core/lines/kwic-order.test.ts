import { describe, expect, it } from 'vitest';
import { orderByPlaces } from '../../../core/lines/kwic-order.ts';

const line = (left: string, right: string) => {
  const before = left.split(' ').reverse();
  const after = right.split(' ');
  return { wordAt: (place: number) => (place < 0 ? before[-place - 1] : after[place - 1]) ?? '' };
};

const lines = [line('she saw the', 'again'), line('he saw a', 'twice'), line('they saw the', 'once')];

describe('the order of concordance lines', () => {
  it('follows the first place, then the next', () => {
    expect(orderByPlaces(lines, [-1, 1], 'en')).toEqual([1, 0, 2]);
    expect(orderByPlaces(lines, [-2, -3], 'en')).toEqual([1, 0, 2]);
  });

  it('keeps the order of the text where the places agree', () => {
    expect(orderByPlaces(lines, [-2], 'en')).toEqual([0, 1, 2]);
  });

  it('sorts by the rules of the language', () => {
    const swedish = [line('ö', ''), line('z', ''), line('ä', '')];
    expect(orderByPlaces(swedish, [-1], 'sv')).toEqual([1, 2, 0]);
    expect(orderByPlaces(swedish, [-1], 'de')).toEqual([2, 0, 1]);
  });
});
