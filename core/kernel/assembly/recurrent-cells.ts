// What a recurrent cell does with the sums that arrive at it, one step of the whole batch, and the same backwards. `width` is the bytes of
// a row of units; a row of gates is as many times as long as the cell has gates, one gate behind the other.
import { exponential, logistic, tangent } from './exponential';
import { madd } from './madd';

/** hidden = tanh(sums + bias). */
export function rnnForward(sums: usize, bias: usize, hidden: usize, rows: i32, width: usize): void {
  for (let row: i32 = 0; row < rows; row++) {
    for (let i: usize = 0; i < width; i += 16)
      v128.store(hidden + i, tangent(f32x4.add(v128.load(sums + i), v128.load(bias + i))));
    sums += width;
    hidden += width;
  }
}

/** errors of the sums = (error + carried) · (1 − hidden²). */
export function rnnBackward(
  hidden: usize,
  error: usize,
  carried: usize,
  target: usize,
  rows: i32,
  width: usize,
): void {
  const bytes = <usize>rows * width;
  for (let i: usize = 0; i < bytes; i += 16) {
    const h = v128.load(hidden + i);
    const e = f32x4.add(v128.load(error + i), v128.load(carried + i));
    v128.store(target + i, f32x4.sub(e, f32x4.mul(f32x4.mul(h, h), e)));
  }
}

/**
 * Gates in the order input, forget, candidate, output: their sums become what they let through.
 * cell = forget · before + input · candidate; bounded = tanh(cell); hidden = output · bounded.
 */
export function lstmForward(
  gates: usize,
  bias: usize,
  before: usize,
  cell: usize,
  bounded: usize,
  hidden: usize,
  rows: i32,
  width: usize,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    for (let i: usize = 0; i < width; i += 16) {
      let at = gates + i;
      let add = bias + i;
      const input = logistic(f32x4.add(v128.load(at), v128.load(add)));
      v128.store(at, input);
      at += width;
      add += width;
      const forget = logistic(f32x4.add(v128.load(at), v128.load(add)));
      v128.store(at, forget);
      at += width;
      add += width;
      const candidate = tangent(f32x4.add(v128.load(at), v128.load(add)));
      v128.store(at, candidate);
      at += width;
      add += width;
      const output = logistic(f32x4.add(v128.load(at), v128.load(add)));
      v128.store(at, output);
      const c = madd(forget, v128.load(before + i), f32x4.mul(input, candidate));
      const b = tangent(c);
      v128.store(cell + i, c);
      v128.store(bounded + i, b);
      v128.store(hidden + i, f32x4.mul(output, b));
    }
    gates += width << 2;
    before += width;
    cell += width;
    bounded += width;
    hidden += width;
  }
}

/**
 * Errors of the sums of the gates, to `target`, which may be `gates`. `cellError` holds the error that the step after this one hands back
 * to the cell, and afterwards the one that goes to the step before.
 */
export function lstmBackward(
  gates: usize,
  before: usize,
  bounded: usize,
  error: usize,
  carried: usize,
  cellError: usize,
  target: usize,
  rows: i32,
  width: usize,
): void {
  const one = f32x4.splat(1);
  for (let row: i32 = 0; row < rows; row++) {
    for (let i: usize = 0; i < width; i += 16) {
      const at = gates + i;
      const input = v128.load(at);
      const forget = v128.load(at + width);
      const candidate = v128.load(at + width * 2);
      const output = v128.load(at + width * 3);
      const b = v128.load(bounded + i);
      const e = f32x4.add(v128.load(error + i), v128.load(carried + i));
      const outputError = f32x4.mul(e, b);
      const eo = f32x4.mul(e, output);
      const c = f32x4.add(v128.load(cellError + i), f32x4.sub(eo, f32x4.mul(f32x4.mul(b, b), eo)));
      const to = target + i;
      // σ' = σ · (1 − σ), tanh' = 1 − tanh².
      v128.store(
        to,
        f32x4.mul(f32x4.mul(c, candidate), f32x4.mul(input, f32x4.sub(one, input))),
      );
      v128.store(
        to + width,
        f32x4.mul(f32x4.mul(c, v128.load(before + i)), f32x4.mul(forget, f32x4.sub(one, forget))),
      );
      v128.store(
        to + width * 2,
        f32x4.mul(f32x4.mul(c, input), f32x4.sub(one, f32x4.mul(candidate, candidate))),
      );
      v128.store(
        to + width * 3,
        f32x4.mul(outputError, f32x4.mul(output, f32x4.sub(one, output))),
      );
      v128.store(cellError + i, f32x4.mul(c, forget));
    }
    gates += width << 2;
    target += width << 2;
    before += width;
    bounded += width;
    error += width;
    carried += width;
    cellError += width;
  }
}

/** The functions of the cells on their own, for tests: 0 e^x of x ≤ 0, 1 logistic, 2 hyperbolic tangent. */
export function applyFunction(which: i32, values: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load(values + i);
    v128.store(values + i, which == 0 ? exponential(x) : which == 1 ? logistic(x) : tangent(x));
  }
}
