import type { NetworkLayout } from './network-layout.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

/** Numbers row by row; the stride is the bytes from row to row. */
export interface Matrix {
  readonly at: number;
  readonly stride: number;
  readonly rows: number;
  readonly columns: number;
}

export const matrix = (at: number, rows: number, columns: number, stride: number): Matrix => ({
  at,
  rows,
  columns,
  stride,
});

/** Products of matrices whose factors are packed first. Columns that are summed over are multiples of 4. */
export interface MatrixProducts {
  /** Packs m, or its transpose, as a right factor: to be kept at `target`. */
  pack(m: Matrix, target: number): void;
  packTransposed(m: Matrix, target: number): void;
  /** target (+)= left · (packed right factor of `columns` columns) */
  times(left: Matrix, packed: number, columns: number, target: Matrix, add: boolean): void;
  /** target = left · right */
  product(left: Matrix, right: Matrix, target: Matrix): void;
  /** target (+)= leftᵀ · right */
  productOfColumns(left: Matrix, right: Matrix, target: Matrix, add: boolean): void;
}

export function matrixProducts(kernel: SequenceKernel, layout: NetworkLayout): MatrixProducts {
  const { left: packedLeft, right: packedRight } = layout;
  const pack = (m: Matrix, target: number) => kernel.packRight(m.at, m.stride, m.rows, m.columns, target);
  const times = (left: Matrix, packed: number, columns: number, target: Matrix, add: boolean) => {
    kernel.packLeft(left.at, left.stride, left.rows, left.columns, packedLeft);
    kernel.multiply(packedLeft, packed, target.at, target.stride, left.rows, columns, left.columns, add);
  };
  return {
    pack,
    packTransposed: (m, target) => kernel.packRightTransposed(m.at, m.stride, m.columns, m.rows, target),
    times,
    product(left, right, target) {
      pack(right, packedRight);
      times(left, packedRight, right.columns, target, false);
    },
    productOfColumns(left, right, target, add) {
      pack(right, packedRight);
      kernel.packLeftTransposed(left.at, left.stride, left.columns, left.rows, packedLeft);
      kernel.multiply(
        packedLeft,
        packedRight,
        target.at,
        target.stride,
        left.columns,
        right.columns,
        left.rows,
        add,
      );
    },
  };
}
