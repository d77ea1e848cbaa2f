import { describe, expect, it } from 'vitest';
import { cosine, dimensionOrder, rowOf, stacked, summed } from '../../renderer/pages/compare/vectors.ts';

const vectors = {
  words: ['king', 'man', 'woman'],
  dimensions: 3,
  values: Float32Array.of(3, 1, 2, 1, 1, 0, 0, 1, 5),
};

describe('vectors side by side', () => {
  it('order their dimensions by spread over the words', () => {
    expect(dimensionOrder(vectors, 'variance')).toEqual([2, 0, 1]);
  });

  it('order their dimensions by the first word', () => {
    expect(dimensionOrder(vectors, 'first')).toEqual([0, 2, 1]);
    expect(dimensionOrder(vectors, 'stored')).toEqual([0, 1, 2]);
  });

  it('add and take away', () => {
    expect(summed(vectors, { positive: ['king', 'woman'], negative: ['man'] })).toEqual(
      Float32Array.of(2, 1, 7),
    );
  });

  it('give no sum where a word is missing', () => {
    expect(summed(vectors, { positive: ['queen'], negative: [] })).toBeNull();
    expect(rowOf(vectors, 'constructor')).toBeNull();
  });

  it('stack rows under names', () => {
    const made = stacked([
      { name: 'a', values: Float32Array.of(1, 2) },
      { name: 'b', values: Float32Array.of(3, 4) },
    ]);
    expect(made).toEqual({ words: ['a', 'b'], dimensions: 2, values: Float32Array.of(1, 2, 3, 4) });
  });

  it('know the cosine', () => {
    expect(cosine(Float32Array.of(1, 0), Float32Array.of(1, 1))).toBeCloseTo(Math.SQRT1_2, 6);
    expect(cosine(Float32Array.of(0, 0), Float32Array.of(1, 1))).toBeNaN();
  });
});
