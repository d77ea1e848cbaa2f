import { describe, expect, it } from 'vitest';
import {
  localNeighbourhood,
  nearNeighbours,
  neighbourOverlap,
  sharedNeighbours,
} from '../../../core/change/neighbourhoods.ts';
import { seeded } from '../../fixtures/small-language.ts';

const random = seeded(11);
const [words, dimensions] = [90, 6];
const model = () => ({
  dimensions,
  vectors: Float64Array.from({ length: words * dimensions }, () => random() - 0.4),
});
const [a, b] = [model(), model()];

/** Straight from the definitions, by sorting. */
const cosine = (of: typeof a, one: number, other: number) => {
  const row = (word: number) => [...of.vectors.subarray(word * dimensions, (word + 1) * dimensions)];
  const product = (x: number[], y: number[]) => x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  const [x, y] = [row(one), row(other)];
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
};
const nearest = (of: typeof a, word: number, k: number) =>
  Array.from({ length: words }, (_, other) => other)
    .filter((other) => other !== word)
    .sort((x, y) => cosine(of, word, y) - cosine(of, word, x))
    .slice(0, k);

describe('the neighbours of a word in two models', () => {
  it('are counted where they are the same', () => {
    const k = sharedNeighbours(words);
    expect(k).toBe(4);
    neighbourOverlap([a, b]).forEach((score, word) => {
      const theirs = new Set(nearest(b, word, k));
      expect(score).toBeCloseTo(1 - nearest(a, word, k).filter((other) => theirs.has(other)).length / k, 12);
    });
    expect([...neighbourOverlap([a, a])].every((score) => score === 0)).toBe(true);
  });

  it('are looked at from the word, and both views compared', () => {
    const k = nearNeighbours(words);
    expect(k).toBe(25);
    expect([26, 300, 594, 3347].map(nearNeighbours)).toEqual([25, 60, 100, 100]);
    localNeighbourhood([a, b]).forEach((score, word) => {
      const union = [...new Set([...nearest(a, word, k), ...nearest(b, word, k)])];
      const [x, y] = [a, b].map((of) => union.map((other) => cosine(of, word, other))) as [
        number[],
        number[],
      ];
      const product = (one: number[], other: number[]) =>
        one.reduce((sum, value, at) => sum + value * other[at]!, 0);
      expect(score).toBeCloseTo(1 - product(x, y) / Math.sqrt(product(x, x) * product(y, y)), 12);
    });
    for (const score of localNeighbourhood([b, b])) expect(score).toBeCloseTo(0, 12);
  });

  it('are sought among words that both models know', () => {
    const empty = { dimensions, vectors: b.vectors.map((value, at) => (at < 3 * dimensions ? 0 : value)) };
    for (const scores of [neighbourOverlap([a, empty]), localNeighbourhood([a, empty])]) {
      expect([...scores.slice(0, 3)].every(Number.isNaN)).toBe(true);
      expect([...scores.slice(3)].some(Number.isNaN)).toBe(false);
    }
  });

  it('are a part of the most frequent words, and never all', () => {
    expect([30, 248, 594, 2000, 50_000].map(sharedNeighbours)).toEqual([1, 12, 88, 300, 300]);
    expect([20, 30, 50_000].map(nearNeighbours)).toEqual([19, 25, 100]);
  });
});
