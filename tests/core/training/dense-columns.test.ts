import { describe, expect, it } from 'vitest';
import { combine, orthonormalize, products, projectOut } from '../../../core/training/dense-columns.ts';
import { seeded } from '../../fixtures/small-language.ts';

const random = seeded(9);
const columns = (count: number, size: number) => ({
  data: Float64Array.from({ length: count * size }, () => random() - 0.5),
  size,
});
const at = ({ data, size }: ReturnType<typeof columns>, one: number) =>
  data.subarray(one * size, (one + 1) * size);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, row) => sum + x * b[row]!, 0);

describe('Long vectors', () => {
  it('have the products of each with each, whatever their numbers', () => {
    for (const [countA, countB] of [
      [1, 1],
      [3, 5],
      [8, 2],
      [7, 4],
    ] as const) {
      const [a, b] = [columns(countA, 1500), columns(countB, 1500)];
      const found = products(a, countA, b, countB);
      for (let two = 0; two < countB; two += 1)
        for (let one = 0; one < countA; one += 1)
          expect(found[two * countA + one]).toBeCloseTo(dot(at(a, one), at(b, two)), 10);
    }
  });

  it('become orthonormal, one that has nothing of its own gives way to another', () => {
    const all = columns(7, 1200);
    all.data.copyWithin(4 * 1200, 1200, 2 * 1200);
    orthonormalize(all, 0, 7, 10, random);
    for (let one = 0; one < 7; one += 1)
      for (let two = 0; two <= one; two += 1)
        expect(dot(at(all, one), at(all, two))).toBeCloseTo(one === two ? 1 : 0, 12);
    const other = columns(3, 1200);
    const before = products(all, 7, other, 3);
    expect([...projectOut(all, 7, other, 3)].map((x, k) => Math.abs(x - before[k]!) < 1e-12)).not.toContain(
      false,
    );
    expect([...products(all, 7, other, 3)].every((x) => Math.abs(x) < 1e-12)).toBe(true);
  });

  it('become sums of each other in their place', () => {
    const all = columns(6, 300);
    const before = { data: all.data.slice(), size: 300 };
    const factors = Float64Array.from({ length: 2 * 6 }, () => random());
    combine(all, 6, factors, 2);
    for (let to = 0; to < 2; to += 1)
      for (let row = 0; row < 300; row += 1) {
        let sum = 0;
        for (let one = 0; one < 6; one += 1) sum += factors[to * 6 + one]! * at(before, one)[row]!;
        expect(at(all, to)[row]).toBeCloseTo(sum, 12);
      }
  });
});
