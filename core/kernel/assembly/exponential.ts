// The exponential, the logistic function and the hyperbolic tangent, four numbers at a time, right to some 2 · 10⁻⁷ everywhere.
import { madd } from './madd';

// Vectors in memory: written into the code, each constant would be made anew at every use.
// prettier-ignore
const constants = memory.data<f32>([
  1.44269504, 1.44269504, 1.44269504, 1.44269504, // 0: log₂ e
  12582912, 12582912, 12582912, 12582912, // 16: 1.5 · 2²³: adding it rounds to the nearest integer, left in the low bits
  -0.693359375, -0.693359375, -0.693359375, -0.693359375, // 32: −ln 2 in two parts (Cody & Waite 1980): the first is exact in 9 bits,
  0.000212194440, 0.000212194440, 0.000212194440, 0.000212194440, // 48: the second what is missing
  0.000198412698, 0.000198412698, 0.000198412698, 0.000198412698, // 64: 1 ÷ 7!
  0.00138888889, 0.00138888889, 0.00138888889, 0.00138888889, // 80: 1 ÷ 6!
  0.00833333333, 0.00833333333, 0.00833333333, 0.00833333333, // 96: 1 ÷ 5!
  0.0416666667, 0.0416666667, 0.0416666667, 0.0416666667, // 112: 1 ÷ 4!
  0.166666667, 0.166666667, 0.166666667, 0.166666667, // 128: 1 ÷ 3!
  0.5, 0.5, 0.5, 0.5, // 144: 1 ÷ 2!
  1, 1, 1, 1, // 160
  -87, -87, -87, -87, // 176
], 16);

@inline export function ones(): v128 {
  return v128.load(constants, 160);
}

/** e^x for x ≤ 87; 0 below −87. */
@inline export function exponential(x: v128): v128 {
  const bounded = f32x4.pmax(x, v128.load(constants, 176));
  const magic = v128.load(constants, 16);
  const shifted = madd(bounded, v128.load(constants), magic);
  const whole = f32x4.sub(shifted, magic);
  const part = madd(whole, v128.load(constants, 48), madd(whole, v128.load(constants, 32), bounded));
  const one = v128.load(constants, 160);
  let p = madd(part, v128.load(constants, 64), v128.load(constants, 80));
  p = madd(p, part, v128.load(constants, 96));
  p = madd(p, part, v128.load(constants, 112));
  p = madd(p, part, v128.load(constants, 128));
  p = madd(p, part, v128.load(constants, 144));
  p = madd(p, part, one);
  p = madd(p, part, one);
  const e = i32x4.add(p, i32x4.shl(shifted, 23));
  return v128.and(e, f32x4.gt(x, v128.load(constants, 176)));
}

/** 1 ÷ (1 + e^−x). */
@inline export function logistic(x: v128): v128 {
  const one = ones();
  const e = exponential(f32x4.neg(f32x4.abs(x)));
  const high = f32x4.div(one, f32x4.add(one, e));
  return v128.bitselect(f32x4.mul(e, high), high, i32x4.shr_s(x, 31));
}

@inline export function tangent(x: v128): v128 {
  const one = ones();
  const magnitude = f32x4.abs(x);
  const e = exponential(f32x4.neg(f32x4.add(magnitude, magnitude)));
  const t = f32x4.div(f32x4.sub(one, e), f32x4.add(one, e));
  // With the sign of x.
  return v128.xor(t, v128.xor(x, magnitude));
}
