import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import type { SparseMatrix } from '../../../core/training/sparse-matrix.ts';
import { truncatedSvd, type TruncatedSvd } from '../../../core/training/truncated-svd.ts';
import { seeded } from '../../fixtures/small-language.ts';

const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');

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
    const { singularValues, left } = finished(truncatedSvd(kernel, sparse(rows), 3));
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
    const { left, singularValues } = finished(truncatedSvd(kernel, sparse(rows), rank));
    for (let k = 0; k < rank; k += 1) {
      const u = Array.from({ length: size }, (_, row) => left[row * rank + k]!);
      const transposed = rows[0]!.map((_, column) =>
        rows.reduce((sum, row, at) => sum + row[column]! * u[at]!, 0),
      );
      const image = rows.map((row) => row.reduce((sum, value, at) => sum + value * transposed[at]!, 0));
      const error = Math.hypot(...image.map((value, at) => value - singularValues[k]! ** 2 * u[at]!));
      expect(error / singularValues[k]! ** 2).toBeLessThan(1e-5);
      expect(Math.hypot(...u)).toBeCloseTo(1, 6);
    }
  });

  it('survives a matrix of zeros', () => {
    const { singularValues } = finished(
      truncatedSvd(
        kernel,
        sparse([
          [0, 0],
          [0, 0],
        ]),
        2,
      ),
    );
    expect([...singularValues]).toEqual([0, 0]);
  });

  it('finds each of many equal singular values', () => {
    // Pairs of words that stand beside each other alone, apart from all others: as many equal values as there are pairs.
    const size = 400;
    const rows = Array.from({ length: size }, (_, row) =>
      Array.from({ length: size }, (__, column) => {
        if (row < 60) return column === (row ^ 1) ? 7 : 0;
        return column >= 60 && (row * 31 + column * 17) % 23 === 0 ? 0.1 : 0;
      }),
    );
    const { singularValues } = finished(truncatedSvd(kernel, sparse(rows), 60));
    expect([...singularValues].every((value) => Math.abs(value - 7) < 1e-9)).toBe(true);
  });

  it('finds clustered values of a larger matrix, whatever their number', () => {
    // Turned in planes, a diagonal matrix keeps its values.
    const size = 300;
    const wanted = 40;
    const values = Array.from({ length: size }, (_, at) => 10 / (1 + at / 10));
    const rows = values.map((value, at) => values.map((_, column) => (column === at ? value : 0)));
    for (let turn = 0; turn < 400; turn += 1) {
      const [a, b] = [(turn * 7) % size, (turn * 11 + 1) % size];
      if (a === b) continue;
      const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
      const [p, q] = [rows[a]!, rows[b]!];
      rows[a] = p.map((x, column) => cosine * x - sine * q[column]!);
      rows[b] = p.map((x, column) => sine * x + cosine * q[column]!);
    }
    const { singularValues } = finished(truncatedSvd(kernel, sparse(rows), wanted));
    // Entries of a sparse matrix have single precision.
    singularValues.forEach((value, at) => expect(Math.abs(value / values[at]! - 1)).toBeLessThan(1e-6));
  });
});
