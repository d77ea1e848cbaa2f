import { describe, expect, it } from 'vitest';
import { entriesFor, withEntries } from '../../renderer/pages/corpus/dictionary-entries.ts';

describe('entries for a way of cutting', () => {
  it('cut what was one word, and keep what was cut', () => {
    expect(entriesFor('那黛玉', ['那', '黛玉'], ['那黛玉'])).toEqual({ words: [], splits: [['那', '黛玉']] });
    expect(entriesFor('那黛玉', ['那黛玉'], ['那', '黛玉'])).toEqual({ words: ['那黛玉'], splits: [] });
  });

  it('keep the words that reach over a boundary of the other way', () => {
    expect(entriesFor('宝玉笑道', ['宝玉', '笑道'], ['宝玉笑', '道'])).toEqual({
      words: ['笑道'],
      splits: [],
    });
    expect(entriesFor('ABC', ['A', 'B', 'C'], ['AB', 'C'])).toEqual({ words: [], splits: [['A', 'B']] });
  });

  it('join words with signs between them, but cannot cut there', () => {
    expect(entriesFor('in-law', ['in-law'], ['in', 'law'])).toEqual({ words: ['in-law'], splits: [] });
    expect(entriesFor('in-law', ['in', 'law'], ['in-law'])).toEqual({ words: [], splits: [] });
  });

  it('are none where a sign is left out or a character stands alone', () => {
    expect(entriesFor('，', [], ['，'])).toEqual({ words: [], splits: [] });
    expect(entriesFor('，', ['，'], [])).toEqual({ words: [], splits: [] });
  });
});

describe('a dictionary with more entries', () => {
  it('contradicts itself nowhere', () => {
    const before = { words: ['那黛玉', '宝玉'], splits: [['笑', '道']] };
    expect(withEntries(before, { words: ['笑道'], splits: [['那', '黛玉']] })).toEqual({
      words: ['宝玉', '笑道'],
      splits: [['那', '黛玉']],
    });
    expect(withEntries(before, { words: ['宝玉'], splits: [['笑', '道']] })).toEqual(before);
  });
});
