import { describe, expect, it } from 'vitest';
import { parentVectors } from '../../../core/sequence/parent-vectors.ts';

const parent = {
  words: Array.from({ length: 20 }, (_, i) => `w${i}`),
  dimensions: 3,
  values: Float32Array.from({ length: 60 }, (_, i) => Math.sin(i)),
};

describe('inputs out of a word2vec model', () => {
  const words = ['<unk>', '<eos>', 'w7', 'new', 'newer'];
  const vectors = parentVectors(words, parent, 1);
  const row = (at: number) => [...vectors.subarray(at * 3, at * 3 + 3)];

  it('are its vectors, bit for bit', () => {
    expect(row(2)).toEqual([...parent.values.subarray(21, 24)]);
  });

  it('stand for unknown words by the mean of the rarest', () => {
    row(0).forEach((value, d) => expect(value).toBeCloseTo((Math.sin(54 + d) + Math.sin(57 + d)) / 2, 6));
  });

  it('tell words that it lacks apart, by the seed', () => {
    expect(row(3)).not.toEqual(row(4));
    expect(row(1).every((value) => Math.abs(value) < 1.3)).toBe(true);
    expect(parentVectors(words, parent, 1)).toEqual(vectors);
    expect(parentVectors(words, parent, 2)).not.toEqual(vectors);
  });
});
