import { describe, expect, it } from 'vitest';
import { sampleText, textOf } from '../../../core/sequence/sample-text.ts';
import { fakeReader } from './fake-reader.ts';

const words = ['<unk>', '<eos>', 'a', 'b', 'c', 'd', 'e'];
const vocabulary = { words, rowOf: (word: string) => Math.max(0, words.indexOf(word)) };
const options = { start: [], words: 40, temperature: 1, seed: 1, memory: 'sentence' } as const;
const sample = (changes: Partial<Parameters<typeof sampleText>[2]> = {}) =>
  sampleText(fakeReader(words.length), vocabulary, { ...options, ...changes });

describe('text drawn from a network', () => {
  it('has as many words as were asked for, none of them <unk>, no sentence empty', () => {
    const tokens = sample();
    expect(tokens.filter(({ word }) => word !== '<eos>')).toHaveLength(40);
    expect(tokens.some(({ word }) => word === '<unk>')).toBe(false);
    expect(tokens[0]!.word).not.toBe('<eos>');
    tokens.slice(1).forEach(({ word }, at) => {
      if (word === '<eos>') expect(tokens[at]!.word).not.toBe('<eos>');
    });
    for (const { bits } of tokens) expect(bits).toBeGreaterThan(0);
  });

  it('is the same for the same seed and another for another', () => {
    expect(sample()).toEqual(sample());
    expect(sample()).not.toEqual(sample({ seed: 2 }));
  });

  it('takes the likeliest word at temperature 0, whatever the seed', () => {
    expect(sample({ temperature: 0 })).toEqual(sample({ temperature: 0, seed: 5 }));
  });

  it('goes on with what stands before', () => {
    const [next] = sample({ start: [['a', 'b']], temperature: 0, words: 1 });
    // <eos> + a + b = 6: the row nearest to that is e.
    expect(next!.word).toBe('e');
  });

  it('is written a sentence a line', () => {
    const token = (word: string) => ({ word, known: true, bits: 1 });
    expect(textOf(['a', 'b', '<eos>', 'c'].map(token))).toBe('a b\nc');
    expect(textOf(['a', '<eos>'].map(token))).toBe('a');
  });
});
