import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { huffmanTree } from '../../../core/vocabulary/huffman.ts';

/** Total weighted length of an optimal code, by the textbook: always merge the two lightest. */
function optimalLength(counts: readonly number[]): number {
  const queue = [...counts];
  let total = 0;
  while (queue.length > 1) {
    queue.sort((a, b) => b - a);
    const merged = queue.pop()! + queue.pop()!;
    total += merged;
    queue.push(merged);
  }
  return total;
}

const falling = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 60 })
  .map((counts) => counts.sort((a, b) => b - a));

describe('the Huffman tree', () => {
  it('is as short as a tree can be', () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const { offsets } = huffmanTree(counts);
        const length = counts.reduce(
          (sum, count, word) => sum + count * (offsets[word + 1]! - offsets[word]!),
          0,
        );
        expect(length).toBe(optimalLength(counts));
      }),
    );
  });

  it('gives every word a code that begins no other', () => {
    fc.assert(
      fc.property(falling, (counts) => {
        const { offsets, codes } = huffmanTree(counts);
        const words = counts.map((_, word) => codes.slice(offsets[word], offsets[word + 1]).join(''));
        for (const [a, code] of words.entries())
          for (const [b, other] of words.entries()) if (a !== b) expect(other.startsWith(code)).toBe(false);
      }),
    );
  });

  it('starts every path at the root and uses each inner node', () => {
    const counts = [9, 5, 4, 2, 1];
    const { offsets, points } = huffmanTree(counts);
    for (let word = 0; word < counts.length; word += 1)
      expect(points[offsets[word]!]).toBe(counts.length - 2);
    expect(new Set(points)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('needs no question for a single word', () => {
    expect([...huffmanTree([7]).offsets]).toEqual([0, 0]);
  });
});
