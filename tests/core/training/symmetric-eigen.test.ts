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

  it('are those that are known, equal ones and zeros among them', () => {
    expect([...symmetricEigen(Float64Array.of(2, 0, 0, 0, 2, 0, 0, 0, 0), 3).values]).toEqual([2, 2, 0]);
    const { values } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    [3, 1].forEach((value, at) => expect(values[at]).toBeCloseTo(value, 12));
  });
});
