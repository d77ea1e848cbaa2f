import { describe, expect, it } from 'vitest';
import { dot, unit, vectorSpace } from '../../../core/vectors/vector-space.ts';

const space = vectorSpace({
  words: ['constructor', '__proto__', 'zero'],
  counts: null,
  dimensions: 2,
  values: Float32Array.of(3, 4, -1, 0, 0, 0),
});

describe('a vector space', () => {
  it('knows its words, whatever they are called, and no others', () => {
    expect(['constructor', '__proto__', 'zero', 'toString'].map((word) => space.rowOf(word))).toEqual([
      0, 1, 2, -1,
    ]);
  });

  it('gives vectors as they are and at length 1; zeros stay zeros', () => {
    expect([...space.vector(0)]).toEqual([3, 4]);
    expect([...space.unitVector(0)]).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect([...space.unitVector(2)]).toEqual([0, 0]);
    expect(dot(unit([5, 12]), unit([5, 12]))).toBeCloseTo(1, 6);
  });
});
