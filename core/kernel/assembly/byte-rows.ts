// Rows as bytes: a quarter of what has to be read to tell which rows can be near at all.

import { byteDot } from './byte-dot';

@inline function sumOf(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

@inline function wholeSumOf(v: v128): i32 {
  const pairs = i32x4.add(v, v128.shuffle<i32>(v, v, 2, 3, 0, 1));
  return i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1);
}

/**
 * Each row as whole numbers from −127 to 127 times a scale of its own.
 * @param rowBytes of four bytes a number, a multiple of 16
 * @param bytes rows of `byteRow` bytes (a multiple of 16), all zeros
 * @param scales, sums, errors of each row the scale, 64 times the sum of its bytes, and the length of what they leave out (NaN where a number is not finite)
 */
export function toBytes(
  rows: usize,
  count: i32,
  rowBytes: usize,
  bytes: usize,
  byteRow: usize,
  scales: usize,
  sums: usize,
  errors: usize,
): void {
  for (let row: i32 = 0; row < count; row++) {
    let most = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16) most = f32x4.pmax(most, f32x4.abs(v128.load(rows + i)));
    const pairs = f32x4.pmax(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
    const largest = max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1));
    const scale: f32 = largest / 127;
    const by = f32x4.splat(largest > 0 ? 127 / largest : 0);
    const back = f32x4.splat(scale);
    let squares = f32x4.splat(0);
    let wholes = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16) {
      const x = v128.load(rows + i);
      const whole = f32x4.nearest(f32x4.mul(x, by));
      const left = f32x4.sub(x, f32x4.mul(whole, back));
      squares = f32x4.add(squares, f32x4.mul(left, left));
      wholes = f32x4.add(wholes, whole);
      const words = i32x4.trunc_sat_f32x4_s(whole);
      const halves = i16x8.narrow_i32x4_s(words, words);
      v128.store_lane<u32>(bytes + (i >> 2), i8x16.narrow_i16x8_s(halves, halves), 0);
    }
    const at = <usize>row << 2;
    store<f32>(scales + at, scale);
    store<i32>(sums + at, 64 * wholeSumOf(i32x4.trunc_sat_f32x4_s(wholes)));
    store<f32>(errors + at, Mathf.sqrt(sumOf(squares)));
    rows += rowBytes;
    bytes += byteRow;
  }
}

/**
 * Products of a query with rows of bytes, each times the scale of its row and `by`.
 * @param query whole numbers from −63 to 63, 64 added to each
 */
export function byteDots(
  bytes: usize,
  count: i32,
  byteRow: usize,
  query: usize,
  scales: usize,
  sums: usize,
  by: f32,
  scores: usize,
): void {
  const quarter = count >> 2;
  const apart = <usize>quarter * byteRow;
  const step = <usize>quarter << 2;
  let at0 = bytes;
  for (let row: i32 = 0; row < quarter; row++) {
    let a = i32x4.splat(0);
    let b = i32x4.splat(0);
    let c = i32x4.splat(0);
    let d = i32x4.splat(0);
    let at1 = at0 + apart;
    let at2 = at1 + apart;
    let at3 = at2 + apart;
    let other = query;
    for (const end = at0 + byteRow; at0 < end; at0 += 16) {
      const q = v128.load(other);
      a = byteDot(v128.load(at0), q, a);
      b = byteDot(v128.load(at1), q, b);
      c = byteDot(v128.load(at2), q, c);
      d = byteDot(v128.load(at3), q, d);
      other += 16;
      at1 += 16;
      at2 += 16;
      at3 += 16;
    }
    const at = <usize>row << 2;
    put(scores, scales, sums, at, a, by);
    put(scores, scales, sums, at + step, b, by);
    put(scores, scales, sums, at + 2 * step, c, by);
    put(scores, scales, sums, at + 3 * step, d, by);
  }
  for (let row: i32 = quarter << 2; row < count; row++) {
    let a = i32x4.splat(0);
    const from = bytes + <usize>row * byteRow;
    for (let i: usize = 0; i < byteRow; i += 16) a = byteDot(v128.load(from + i), v128.load(query + i), a);
    put(scores, scales, sums, <usize>row << 2, a, by);
  }
}

@inline function put(scores: usize, scales: usize, sums: usize, at: usize, sum: v128, by: f32): void {
  const whole = wholeSumOf(sum) - load<i32>(sums + at);
  store<f32>(scores + at, <f32>whole * load<f32>(scales + at) * by);
}
