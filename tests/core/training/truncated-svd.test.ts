import { describe, expect, it } from 'vitest';
import { truncatedSvd, type SparseMatrix, type TruncatedSvd } from '../../../core/training/truncated-svd.ts';
import { seeded } from '../../fixtures/small-language.ts';

function finished(steps: Generator<number, TruncatedSvd>): TruncatedSvd {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function sparse(rows: readonly (readonly number[])[]): SparseMatrix {
  const entries = rows.map((row) => row.flatMap((value, column) => (value === 0 ? [] : [{ value, column }])));
  const offsets = Float64Array.from([0, ...entries.map((_, at) => entries.slice(0, at + 1).flat().length)]);
  return {
    size: rows.length,
    offsets,
    columns: Uint32Array.from(entries.flat(), ({ column }) => column),
    values: Float32Array.from(entries.flat(), ({ value }) => value),
  };
}

describe('the truncated SVD', () => {
  it('finds known singular values', () => {
    // An orthogonal change of basis on each side of diag(9, 4, 2, 0.5).
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const rows = [
      [9 * c, -4 * s, 0, 0],
      [9 * s, 4 * c, 0, 0],
      [0, 0, 2 * c, -0.5 * s],
      [0, 0, 2 * s, 0.5 * c],
    ];
    const { singularValues, left } = finished(truncatedSvd(sparse(rows), 3, 1));
    [9, 4, 2].forEach((value, at) => expect(singularValues[at]).toBeCloseTo(value, 5));
    expect(left[0]).toBeCloseTo(c, 5);
    expect(left[3]).toBeCloseTo(s, 5);
  });

  it('gives orthonormal vectors that satisfy M Mᵀ u = σ² u', () => {
    const random = seeded(3);
    const size = 60;
    const rows = Array.from({ length: size }, () =>
      Array.from({ length: size }, () => (random() < 0.2 ? random() : 0)),
    );
    const rank = 5;
    const { left, singularValues } = finished(truncatedSvd(sparse(rows), rank, 1));
    for (let k = 0; k < rank; k += 1) {
      const u = Array.from({ length: size }, (_, row) => left[row * rank + k]!);
      const transposed = rows[0]!.map((_, column) =>
        rows.reduce((sum, row, at) => sum + row[column]! * u[at]!, 0),
      );
      const image = rows.map((row) => row.reduce((sum, value, at) => sum + value * transposed[at]!, 0));
      const error = Math.hypot(...image.map((value, at) => value - singularValues[k]! ** 2 * u[at]!));
      expect(error / singularValues[k]! ** 2).toBeLessThan(k < 1 ? 1e-3 : 0.12);
      expect(Math.hypot(...u)).toBeCloseTo(1, 6);
    }
  });

  it('survives a matrix of zeros', () => {
    const { singularValues } = finished(
      truncatedSvd(
        sparse([
          [0, 0],
          [0, 0],
        ]),
        2,
        1,
      ),
    );
    expect([...singularValues]).toEqual([0, 0]);
  });
});
