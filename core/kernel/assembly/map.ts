// Points on a plane: the nearest of many scores, and one epoch of UMAP. Only operations that every machine rounds alike.
export { multiply, packLeft, packRightTransposed } from './matrix-product';
import { random, restoreRandom, keepRandom } from './random';

/**
 * Puts the scores of some columns among the best of a row, the highest first; of equal ones the first stays first.
 * @param first the column of the first score
 * @param own the column that is left out
 * @param rows of the best so far, u32, and their scores, f32; −∞ where there is none yet
 */
export function keepBest(
  scores: usize,
  count: i32,
  first: i32,
  own: i32,
  rows: usize,
  best: usize,
  most: i32,
): void {
  const last = best + (<usize>(most - 1) << 2);
  let least = load<f32>(last);
  for (let at: i32 = 0; at < count; at += 4) {
    // Rows of scores are filled up to a multiple of eight.
    if (!v128.any_true(f32x4.gt(v128.load(scores + (<usize>at << 2)), f32x4.splat(least)))) continue;
    const end = min(at + 4, count);
    for (let one = at; one < end; one++) {
      const score = load<f32>(scores + (<usize>one << 2));
      if (!(score > least) || first + one == own) continue;
      let place = most - 1;
      for (; place > 0; place--) {
        const before = <usize>(place - 1) << 2;
        const there = load<f32>(best + before);
        if (!(score > there)) break;
        store<f32>(best + before + 4, there);
        store<u32>(rows + before + 4, load<u32>(rows + before));
      }
      store<f32>(best + (<usize>place << 2), score);
      store<u32>(rows + (<usize>place << 2), <u32>(first + one));
      least = load<f32>(last);
    }
  }
}

/** x^b for x > 0, right to some 10⁻⁶, four numbers at a time: 2^(b · log₂ x), both by short series. */
@inline function power(x: v128, b: v128): v128 {
  // The mantissa between √½ and √2.
  const whole = i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23);
  const mantissa = i32x4.sub(x, i32x4.shl(whole, 23));
  const one = f32x4.splat(1);
  const t = f32x4.div(f32x4.sub(mantissa, one), f32x4.add(mantissa, one));
  const square = f32x4.mul(t, t);
  let log = f32x4.add(f32x4.splat(0.577078016), f32x4.mul(square, f32x4.splat(0.412198583)));
  log = f32x4.add(f32x4.splat(0.961796694), f32x4.mul(square, log));
  log = f32x4.add(f32x4.splat(2.885390082), f32x4.mul(square, log));
  log = f32x4.add(f32x4.convert_i32x4_s(whole), f32x4.mul(t, log));
  const y = f32x4.pmax(f32x4.splat(-126), f32x4.pmin(f32x4.splat(126), f32x4.mul(b, log)));
  // Adding 1.5 · 2²³ rounds to the nearest integer, left in the low bits.
  const magic = f32x4.splat(12582912);
  const shifted = f32x4.add(y, magic);
  const part = f32x4.sub(y, f32x4.sub(shifted, magic));
  let p = f32x4.add(f32x4.splat(0.00133335581), f32x4.mul(part, f32x4.splat(0.000154035304)));
  p = f32x4.add(f32x4.splat(0.00961812911), f32x4.mul(part, p));
  p = f32x4.add(f32x4.splat(0.0555041087), f32x4.mul(part, p));
  p = f32x4.add(f32x4.splat(0.240226507), f32x4.mul(part, p));
  p = f32x4.add(f32x4.splat(0.693147181), f32x4.mul(part, p));
  p = f32x4.add(one, f32x4.mul(part, p));
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** The same for a test. */
export function powers(numbers: usize, b: f32): void {
  v128.store(numbers, power(v128.load(numbers), f32x4.splat(b)));
}

@inline function clipped(value: v128): v128 {
  return f32x4.pmax(f32x4.splat(-4), f32x4.pmin(f32x4.splat(4), value));
}

@inline function total(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Uniform in 0 … limit − 1. */
@inline function below(limit: u32): u32 {
  return <u32>((<u64>random() * <u64>limit) >> 32);
}

/** x and y of the points that meet one: who is pulled, then those who push. */
const othersX = memory.data(32, 16);
const othersY = memory.data(32, 16);
const mostPushes: i32 = 7;

/**
 * One epoch of the layout of UMAP (McInnes, Healy & Melville 2018): edges whose turn it is pull their ends together, and points drawn by chance push the first of
 * them away, all from where it stands. A push from its own place does nothing.
 * @param places points × 2, f32
 * @param edges each of five numbers: both ends, u32, and f32 epochs from sample to sample, the epoch of the next one and that of the next push
 * @param state of the random numbers, as a worker keeps it
 */
export function umapEpoch(
  places: usize,
  points: u32,
  edges: usize,
  count: i32,
  epoch: f32,
  rate: f32,
  a: f32,
  b: f32,
  pushes: f32,
  state: usize,
): void {
  restoreRandom(state);
  const curveA = f32x4.splat(a);
  const curveB = f32x4.splat(b);
  const one = f32x4.splat(1);
  const push = f32x4.splat(2 * b);
  const pullFirst = f32x4.replace_lane(push, 0, -2 * a * b);
  const near = f32x4.splat(0.001);
  // Two ends in one place do not pull, and nothing is divided by nothing.
  const nearFirst = f32x4.replace_lane(near, 0, 1e-30);
  const rates = f32x4.splat(rate);
  for (const end = edges + <usize>count * 20; edges < end; edges += 20) {
    const next = load<f32>(edges, 12);
    if (next > epoch) continue;
    const between = load<f32>(edges, 8);
    const first = places + (<usize>load<u32>(edges) << 3);
    const second = places + (<usize>load<u32>(edges, 4) << 3);
    const each: f32 = between / pushes;
    const due = load<f32>(edges, 16);
    const times = max(0, min(mostPushes, <i32>((epoch - due) / each)));
    store<f32>(edges, next + between, 12);
    store<f32>(edges, due + <f32>times * each, 16);
    const x = v128.load32_splat(first);
    const y = v128.load32_splat(first, 4);
    // Places that nobody takes are those of the point itself.
    v128.store(othersX, x);
    v128.store(othersX, x, 16);
    v128.store(othersY, y);
    v128.store(othersY, y, 16);
    store<f32>(othersX, load<f32>(second));
    store<f32>(othersY, load<f32>(second, 4));
    for (let time: i32 = 1; time <= times; time++) {
      const at = places + (<usize>below(points) << 3);
      store<f32>(othersX + (<usize>time << 2), load<f32>(at));
      store<f32>(othersY + (<usize>time << 2), load<f32>(at, 4));
    }
    const x0 = f32x4.sub(x, v128.load(othersX));
    const y0 = f32x4.sub(y, v128.load(othersY));
    const x1 = f32x4.sub(x, v128.load(othersX, 16));
    const y1 = f32x4.sub(y, v128.load(othersY, 16));
    const apart0 = f32x4.add(f32x4.add(f32x4.mul(x0, x0), f32x4.mul(y0, y0)), nearFirst);
    const apart1 = f32x4.add(f32x4.add(f32x4.mul(x1, x1), f32x4.mul(y1, y1)), near);
    const power0 = power(apart0, curveB);
    const power1 = power(apart1, curveB);
    const numerator = f32x4.mul(pullFirst, v128.shuffle<f32>(power0, one, 0, 4, 4, 4));
    const factor0 = f32x4.div(numerator, f32x4.mul(apart0, f32x4.add(f32x4.mul(curveA, power0), one)));
    const factor1 = f32x4.div(push, f32x4.mul(apart1, f32x4.add(f32x4.mul(curveA, power1), one)));
    const moveX = f32x4.mul(clipped(f32x4.mul(factor0, x0)), rates);
    const moveY = f32x4.mul(clipped(f32x4.mul(factor0, y0)), rates);
    const furtherX = f32x4.mul(clipped(f32x4.mul(factor1, x1)), rates);
    const furtherY = f32x4.mul(clipped(f32x4.mul(factor1, y1)), rates);
    store<f32>(second, load<f32>(second) - f32x4.extract_lane(moveX, 0));
    store<f32>(second, load<f32>(second, 4) - f32x4.extract_lane(moveY, 0), 4);
    store<f32>(first, f32x4.extract_lane(x, 0) + total(f32x4.add(moveX, furtherX)));
    store<f32>(first, f32x4.extract_lane(y, 0) + total(f32x4.add(moveY, furtherY)), 4);
  }
  keepRandom(state);
}
