// Steps of the optimisers. `factor` is what every gradient is multiplied with first: less than 1 where they are clipped.
import { madd } from './madd';

/** In double precision, always in the same order. */
export function sumOfSquares(values: usize, bytes: usize): f64 {
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = v128.load(values + i);
    const a = f64x2.promote_low_f32x4(x);
    const b = f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 0, 1));
    low = f64x2.add(low, f64x2.mul(a, a));
    high = f64x2.add(high, f64x2.mul(b, b));
  }
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/**
 * Adam (Kingma & Ba 2015), with ε outside the root.
 * @param rate learning rate ÷ (1 − β₁ᵗ)
 * @param correction 1 ÷ √(1 − β₂ᵗ)
 */
export function adam(
  values: usize,
  gradients: usize,
  first: usize,
  second: usize,
  bytes: usize,
  factor: f32,
  rate: f32,
  correction: f32,
): void {
  const by = f32x4.splat(factor);
  const back = f32x4.splat(-rate);
  const correct = f32x4.splat(correction);
  const epsilon = f32x4.splat(1e-8);
  const keepFirst = f32x4.splat(0.9);
  const addFirst = f32x4.splat(0.1);
  const keepSecond = f32x4.splat(0.999);
  const addSecond = f32x4.splat(0.001);
  for (let i: usize = 0; i < bytes; i += 16) {
    const g = f32x4.mul(v128.load(gradients + i), by);
    const m = madd(keepFirst, v128.load(first + i), f32x4.mul(addFirst, g));
    const v = madd(keepSecond, v128.load(second + i), f32x4.mul(addSecond, f32x4.mul(g, g)));
    v128.store(first + i, m);
    v128.store(second + i, v);
    const step = f32x4.div(m, madd(f32x4.sqrt(v), correct, epsilon));
    v128.store(values + i, madd(back, step, v128.load(values + i)));
  }
}

/** The same for the rows of a list alone; the others stay as they are, their moments too. Row i of the gradients is that of list[i]. */
export function adamRows(
  values: usize,
  gradients: usize,
  first: usize,
  second: usize,
  list: usize,
  count: i32,
  width: usize,
  factor: f32,
  rate: f32,
  correction: f32,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const row = <usize>load<u32>(list) * width;
    adam(values + row, gradients, first + row, second + row, width, factor, rate, correction);
    gradients += width;
    list += 4;
  }
}

/** Gradient descent with momentum: velocity = momentum · velocity + gradient, values −= rate · velocity. */
export function descend(
  values: usize,
  gradients: usize,
  velocity: usize,
  bytes: usize,
  factor: f32,
  rate: f32,
  momentum: f32,
): void {
  const by = f32x4.splat(factor);
  const back = f32x4.splat(-rate);
  const keep = f32x4.splat(momentum);
  for (let i: usize = 0; i < bytes; i += 16) {
    let v = f32x4.mul(v128.load(gradients + i), by);
    if (momentum > 0) {
      v = madd(keep, v128.load(velocity + i), v);
      v128.store(velocity + i, v);
    }
    v128.store(values + i, madd(back, v, v128.load(values + i)));
  }
}

/** The same for the rows of a list alone. */
export function descendRows(
  values: usize,
  gradients: usize,
  velocity: usize,
  list: usize,
  count: i32,
  width: usize,
  factor: f32,
  rate: f32,
  momentum: f32,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const row = <usize>load<u32>(list) * width;
    descend(values + row, gradients, velocity + row, width, factor, rate, momentum);
    gradients += width;
    list += 4;
  }
}
