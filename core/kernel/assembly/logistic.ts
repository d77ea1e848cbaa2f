// The logistic function, its gradients and the exponential, four numbers at a time.
import { scratch } from './job';
import { scratchConstants } from './memory-map';
import { madd } from './madd';

// @ts-ignore: decorator
@inline function constant(at: usize): v128 {
  return v128.load(scratch + scratchConstants + at);
}

/** 2^t for |t| < 127: the integer part goes into the exponent bits, the rest through a polynomial of degree 5. */
// @ts-ignore: decorator
@inline function powerOfTwo(t: v128): v128 {
  // Adding 1.5 · 2²³ rounds to the nearest integer and leaves it in the low bits.
  const magic = constant(48);
  const whole = f32x4.add(t, magic);
  const part = f32x4.sub(t, f32x4.sub(whole, magic));
  const one = constant(144);
  let p = constant(64);
  p = madd(p, part, constant(80));
  p = madd(p, part, constant(96));
  p = madd(p, part, constant(112));
  p = madd(p, part, constant(128));
  p = madd(p, part, one);
  return f32x4.mul(p, i32x4.add(i32x4.shl(whole, 23), one));
}

/** e^x for x ≤ 0; below −87 as at −87. */
export function exponential(x: v128): v128 {
  return powerOfTwo(f32x4.mul(f32x4.pmax(x, constant(208)), constant(192)));
}

/** 1 ÷ (1 + e^−x), x held within ±8. */
// @ts-ignore: decorator
@inline export function logistic(x: v128): v128 {
  // pmin and pmax: min and max cost seven instructions on x86.
  const held = f32x4.pmax(f32x4.pmin(x, constant(0)), constant(16));
  const one = constant(144);
  return f32x4.div(one, f32x4.add(powerOfTwo(f32x4.mul(held, constant(32))), one));
}

/** (label − σ(x)) · rate; beyond ±6 the logistic counts as 1 or 0, as in word2vec. */
// @ts-ignore: decorator
@inline export function negativeSamplingGradient(x: v128, label: v128, rate: v128): v128 {
  let s = logistic(x);
  s = v128.bitselect(constant(144), s, f32x4.gt(x, constant(160)));
  s = v128.andnot(s, f32x4.lt(x, constant(176)));
  return f32x4.mul(f32x4.sub(label, s), rate);
}

/** The same with no step at all beyond ±6, as in word2vec’s hierarchical softmax. */
// @ts-ignore: decorator
@inline export function hierarchicalGradient(x: v128, label: v128, rate: v128): v128 {
  const g = f32x4.mul(f32x4.sub(label, logistic(x)), rate);
  return v128.and(g, f32x4.lt(f32x4.abs(x), constant(160)));
}

/** The sums of the lanes of four vectors. */
// @ts-ignore: decorator
@inline export function sumFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}
