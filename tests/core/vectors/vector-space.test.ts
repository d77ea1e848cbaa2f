import { describe, expect, it } from 'vitest';
import { dot, storedSpace, unit, vectorSpace } from '../../../core/vectors/vector-space.ts';

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

describe('a space whose rows are stored', () => {
  const words = Array.from({ length: 40 }, (_, at) => (at === 39 ? 'w3' : `w${at}`));
  const values = Float32Array.from({ length: 80 }, (_, at) => at);
  const stored = () => {
    const read = { all: 0, one: 0 };
    const opened = storedSpace(
      { words, counts: null, dimensions: 2 },
      {
        all: () => ((read.all += 1), values),
        one: (row) => ((read.one += 1), values.slice(row * 2, row * 2 + 2)),
        stretches: () => [{ first: 0, values }],
      },
    );
    return { opened, read };
  };

  it('reads the rows that it is asked for, and all of them once many are', () => {
    const { opened, read } = stored();
    expect([...opened.vector(3), ...opened.vector(39)]).toEqual([6, 7, 78, 79]);
    expect(read).toEqual({ all: 0, one: 2 });
    for (let row = 0; row < 40; row += 1) expect([...opened.vector(row)]).toEqual([row * 2, row * 2 + 1]);
    expect(opened.values).toBe(values);
    expect(read.all).toBe(1);
    expect(read.one).toBeLessThan(20);
    expect([...opened.stretches()]).toEqual([{ first: 0, values }]);
  });

  it('finds the last of words that are there twice, however often it is asked', () => {
    const { opened } = stored();
    for (let time = 0; time < 30; time += 1)
      expect(['w3', 'w4', 'none'].map((word) => opened.rowOf(word))).toEqual([39, 4, -1]);
  });
});
