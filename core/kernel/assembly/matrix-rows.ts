// Rows of matrices, moved, masked and added. `width` is the bytes of a row; lists hold u32 numbers of rows.
import { madd } from './madd';

/** target[i] = source[list[i]] */
export function gatherRows(source: usize, list: usize, count: i32, width: usize, target: usize): void {
  for (let at: i32 = 0; at < count; at++) {
    memory.copy(target, source + <usize>load<u32>(list) * width, width);
    target += width;
    list += 4;
  }
}

/** target += by · source, one row */
@inline function addScaledRow(source: usize, by: v128, width: usize, target: usize): void {
  for (let i: usize = 0; i < width; i += 16)
    v128.store(target + i, madd(by, v128.load(source + i), v128.load(target + i)));
}

/** target[list[i]] += source[i] */
export function scatterRows(source: usize, list: usize, count: i32, width: usize, target: usize): void {
  for (let at: i32 = 0; at < count; at++) {
    const to = target + <usize>load<u32>(list) * width;
    for (let i: usize = 0; i < width; i += 16)
      v128.store(to + i, f32x4.add(v128.load(to + i), v128.load(source + i)));
    source += width;
    list += 4;
  }
}

/** target[list[i]] += factors[i] · source[i] */
export function scatterScaledRows(
  source: usize,
  factors: usize,
  list: usize,
  count: i32,
  width: usize,
  target: usize,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const to = target + <usize>load<u32>(list) * width;
    const by = v128.load32_splat(factors);
    addScaledRow(source, by, width, to);
    source += width;
    factors += 4;
    list += 4;
  }
}

/** target[i] += factors[i] · source[i] */
export function addScaledRows(
  source: usize,
  factors: usize,
  count: i32,
  width: usize,
  target: usize,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const by = v128.load32_splat(factors);
    addScaledRow(source, by, width, target);
    source += width;
    target += width;
    factors += 4;
  }
}

/** target += Σ factors[i] · source[i] */
export function addWeightedRows(
  source: usize,
  factors: usize,
  count: i32,
  width: usize,
  target: usize,
): void {
  for (let at: i32 = 0; at < count; at++) {
    const by = v128.load32_splat(factors);
    addScaledRow(source, by, width, target);
    source += width;
    factors += 4;
  }
}

/** products[i] = a[i] · b[i] */
export function dotRows(a: usize, b: usize, count: i32, width: usize, products: usize): void {
  for (let at: i32 = 0; at < count; at++) {
    let sums = f32x4.splat(0);
    for (let i: usize = 0; i < width; i += 16) sums = madd(v128.load(a + i), v128.load(b + i), sums);
    const pairs = f32x4.add(sums, v128.shuffle<f32>(sums, sums, 2, 3, 0, 1));
    store<f32>(products, f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1));
    a += width;
    b += width;
    products += 4;
  }
}

/** States that go on to the next step: zeros where `resets` (u8, one for each row) says so. */
export function carryRows(source: usize, resets: usize, rows: i32, width: usize, target: usize): void {
  for (let row: i32 = 0; row < rows; row++) {
    if (load<u8>(resets + row)) memory.fill(target, 0, width);
    else memory.copy(target, source, width);
    source += width;
    target += width;
  }
}

/** target (+)= the sum of all rows */
export function sumRows(source: usize, rows: i32, width: usize, target: usize, add: bool): void {
  if (!add) memory.fill(target, 0, width);
  for (let row: i32 = 0; row < rows; row++) {
    for (let i: usize = 0; i < width; i += 16)
      v128.store(target + i, f32x4.add(v128.load(target + i), v128.load(source + i)));
    source += width;
  }
}

/** target[i] = factors[i] · source[i] */
export function scaleRows(source: usize, factors: usize, count: i32, width: usize, target: usize): void {
  for (let at: i32 = 0; at < count; at++) {
    const by = v128.load32_splat(factors);
    for (let i: usize = 0; i < width; i += 16)
      v128.store(target + i, f32x4.mul(by, v128.load(source + i)));
    source += width;
    target += width;
    factors += 4;
  }
}

/** target[i] −= factor · source[list[i]] */
export function subtractGathered(
  source: usize,
  list: usize,
  count: i32,
  width: usize,
  factor: f32,
  target: usize,
): void {
  const by = f32x4.splat(-factor);
  for (let at: i32 = 0; at < count; at++) {
    const from = source + <usize>load<u32>(list) * width;
    addScaledRow(from, by, width, target);
    target += width;
    list += 4;
  }
}

/** target = a · b, number by number */
export function multiplyNumbers(a: usize, b: usize, bytes: usize, target: usize): void {
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(target + i, f32x4.mul(v128.load(a + i), v128.load(b + i)));
}

export function clearNumbers(target: usize, bytes: usize): void {
  memory.fill(target, 0, bytes);
}

/**
 * Zeros with the probability `threshold` ÷ 2³², `factor` elsewhere.
 * @param state four xorshift128 generators (Marsaglia 2003) side by side: four vectors
 */
export function drawMask(state: usize, threshold: u32, factor: f32, bytes: usize, target: usize): void {
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let d = v128.load(state, 48);
  const limit = i32x4.splat(<i32>threshold);
  const kept = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16) {
    const t = v128.xor(a, i32x4.shl(a, 11));
    a = b;
    b = c;
    c = d;
    d = v128.xor(v128.xor(d, i32x4.shr_u(d, 19)), v128.xor(t, i32x4.shr_u(t, 8)));
    v128.store(target + i, v128.and(kept, i32x4.ge_u(d, limit)));
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, d, 48);
}
