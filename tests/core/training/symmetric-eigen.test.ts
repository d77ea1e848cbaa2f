import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../core/training/symmetric-eigen.ts';
import { seeded } from '../../fixtures/small-language.ts';

describe('Eigenvalues of a small symmetric matrix', () => {
  it('fall, and satisfy A v = λ v with orthonormal vectors', () => {
    const random = seeded(5);
    for (const size of [1, 2, 3, 17, 60]) {
      const matrix = new Float64Array(size * size);
      for (let row = 0; row < size; row += 1)
        for (let column = 0; column <= row; column += 1)
          matrix[row * size + column] = matrix[column * size + row] = random() - 0.5;
      const { values, vectors } = symmetricEigen(matrix, size);
      const at = (row: number) => vectors.subarray(row * size, (row + 1) * size);
      for (let one = 0; one < size; one += 1) {
        if (one > 0) expect(values[one]).toBeLessThanOrEqual(values[one - 1]!);
        for (let row = 0; row < size; row += 1) {
          const image = at(one).reduce((sum, x, column) => sum + matrix[row * size + column]! * x, 0);
          expect(image).toBeCloseTo(values[one]! * at(one)[row]!, 11);
        }
        for (let two = 0; two <= one; two += 1)
          expect(at(one).reduce((sum, x, k) => sum + x * at(two)[k]!, 0)).toBeCloseTo(
            one === two ? 1 : 0,
            11,
          );
      }
    }
  });

  it('are found where points are fewer than dimensions, so that most are 0', () => {
    const random = seeded(11);
    for (const [points, size] of [
      [2, 60],
      [9, 100],
      [30, 100],
      [30, 100],
      [30, 100],
      [13, 200],
    ] as const) {
      const cells = Array.from({ length: points }, () => Array.from({ length: size }, () => random() - 0.5));
      const product = (a: number, b: number) => cells.reduce((sum, row) => sum + row[a]! * row[b]!, 0);
      const matrix = Float64Array.from({ length: size * size }, (_, at) =>
        product(Math.floor(at / size), at % size),
      );
      const { values, vectors } = symmetricEigen(matrix, size);
      // The same as of the products of the points, of which there are few.
      const small = symmetricEigen(
        Float64Array.from({ length: points * points }, (_, at) => {
          const [a, b] = [cells[Math.floor(at / points)]!, cells[at % points]!];
          return a.reduce((sum, x, column) => sum + x * b[column]!, 0);
        }),
        points,
      );
      for (let one = 0; one < size; one += 1)
        expect(values[one]).toBeCloseTo(one < points ? small.values[one]! : 0, 10);
      for (let one = 0; one < size; one += 7)
        for (let two = 0; two <= one; two += 7) {
          const at = (row: number) => vectors.subarray(row * size, (row + 1) * size);
          expect(at(one).reduce((sum, x, k) => sum + x * at(two)[k]!, 0)).toBeCloseTo(
            one === two ? 1 : 0,
            11,
          );
        }
    }
  });

  it('are those that are known, equal ones and zeros among them', () => {
    expect([...symmetricEigen(Float64Array.of(2, 0, 0, 0, 2, 0, 0, 0, 0), 3).values]).toEqual([2, 2, 0]);
    const { values } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    [3, 1].forEach((value, at) => expect(values[at]).toBeCloseTo(value, 12));
  });
});
