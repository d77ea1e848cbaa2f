import { describe, expect, it } from 'vitest';
import { editDistance, suggestionsFor } from '../../../core/vectors/suggestions.ts';

describe('suggestions', () => {
  const words = ['the', 'house', 'horse', 'mouse', 'été', 'naïve', 'constructor'];

  it('are the same letters without case and accents first', () => {
    expect(suggestionsFor('House', words)[0]).toBe('house');
    expect(suggestionsFor('naive', words)).toEqual(['naïve']);
    expect(suggestionsFor('ete', words)[0]).toBe('été');
  });

  it('are then words one or two edits away, the more frequent first', () => {
    expect(suggestionsFor('huose', words)).toEqual(['house', 'horse', 'mouse']);
    expect(suggestionsFor('teh', words)).toEqual(['the']);
  });

  it('are none for something else, or for nothing', () => {
    expect(suggestionsFor('xylophone', words)).toEqual([]);
    expect(suggestionsFor('', words)).toEqual([]);
    expect(suggestionsFor('house', ['house'])).toEqual([]);
  });
});

it.each([
  ['kitten', 'sitting', 3],
  ['ab', 'ba', 1],
  ['', 'abc', 3],
  ['same', 'same', 0],
  ['abcdef', 'x', 4],
])('the distance of %s and %s is %d', (a, b, distance) => {
  expect(editDistance(a, b, 3)).toBe(Math.min(distance, 4));
});
