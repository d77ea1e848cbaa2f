// The logistic function, its gradients and the exponential, four numbers at a time.
import { scratch } from './job';
import { scratchConstants } from './memory-map';
import { madd } from './madd';

@inline function constant(at: usize): v128 {
  return v128.load(scratch + scratchConstants + at);
}

/** 2^t for |t| < 127: the integer part goes into the exponent bits, the rest through a polynomial of degree 5. */
@inline function powerOfTwo(t: v128): v128 {
  // Adding 1.5 · 2²³ rounds to the nearest integer and leaves it in the low bits.
  const magic = constant(16);
  const whole = f32x4.add(t, magic);
  const part = f32x4.sub(t, f32x4.sub(whole, magic));
  const one = constant(112);
  // By halves (Estrin): a tile waits for this, and Horner’s rule would take five steps one after the other.
  const square = f32x4.mul(part, part);
  const high = madd(constant(32), part, constant(48));
  const middle = madd(constant(64), part, constant(80));
  const low = madd(constant(96), part, one);
  const p = madd(madd(high, square, middle), square, low);
  return f32x4.mul(p, i32x4.add(i32x4.shl(whole, 23), one));
}

/** e^x for x ≤ 0; below −87 as at −87. */
export function exponential(x: v128): v128 {
  return powerOfTwo(f32x4.mul(f32x4.pmax(x, constant(176)), constant(160)));
}

/** 1 ÷ (1 + e^−x) for |x| < 8; anything beyond. */
@inline function logistic(x: v128): v128 {
  const one = constant(112);
  return f32x4.div(one, f32x4.add(powerOfTwo(f32x4.mul(x, constant(0))), one));
}

/** (label − σ(x)) · rate; beyond ±6 the logistic counts as 1 or 0, as in word2vec. */
@inline export function negativeSamplingGradient(x: v128, label: v128, rate: v128): v128 {
  let s = logistic(x);
  s = v128.bitselect(constant(112), s, f32x4.gt(x, constant(128)));
  s = v128.andnot(s, f32x4.lt(x, constant(144)));
  return f32x4.mul(f32x4.sub(label, s), rate);
}

/** The same with no step at all beyond ±6, as in word2vec’s hierarchical softmax. */
@inline export function hierarchicalGradient(x: v128, label: v128, rate: v128): v128 {
  const g = f32x4.mul(f32x4.sub(label, logistic(x)), rate);
  return v128.and(g, f32x4.lt(f32x4.abs(x), constant(128)));
}

/** The sums of the lanes of four vectors. */
@inline export function sumFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}
