// Compares one vector with many rows. Rows are rowBytes long (a multiple of 16, the rest zeros) and are read in order.

import { madd } from './madd';

export { byteDots, toBytes } from './byte-rows';

@inline function sum(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/**
 * Rows are read from four places at once: more than the processor fetches ahead from one. Products are gathered in two sums for each, so
 * that one addition need not wait for the last.
 */
export function dot(rows: usize, count: i32, rowBytes: usize, query: usize, scores: usize): void {
  const quarter = count >> 2;
  const apart = <usize>quarter * rowBytes;
  const whole = rowBytes & ~31;
  let at0 = rows;
  for (let row: i32 = 0; row < quarter; row++) {
    let a0 = f32x4.splat(0);
    let b0 = f32x4.splat(0);
    let a1 = f32x4.splat(0);
    let b1 = f32x4.splat(0);
    let a2 = f32x4.splat(0);
    let b2 = f32x4.splat(0);
    let a3 = f32x4.splat(0);
    let b3 = f32x4.splat(0);
    const end = at0 + whole;
    const next = at0 + rowBytes;
    let at1 = at0 + apart;
    let at2 = at1 + apart;
    let at3 = at2 + apart;
    let other = query;
    for (; at0 < end; at0 += 32) {
      const y = v128.load(other);
      const z = v128.load(other, 16);
      a0 = madd(v128.load(at0), y, a0);
      b0 = madd(v128.load(at0, 16), z, b0);
      a1 = madd(v128.load(at1), y, a1);
      b1 = madd(v128.load(at1, 16), z, b1);
      a2 = madd(v128.load(at2), y, a2);
      b2 = madd(v128.load(at2, 16), z, b2);
      a3 = madd(v128.load(at3), y, a3);
      b3 = madd(v128.load(at3, 16), z, b3);
      other += 32;
      at1 += 32;
      at2 += 32;
      at3 += 32;
    }
    if (at0 < next) {
      const y = v128.load(other);
      a0 = madd(v128.load(at0), y, a0);
      a1 = madd(v128.load(at1), y, a1);
      a2 = madd(v128.load(at2), y, a2);
      a3 = madd(v128.load(at3), y, a3);
      at0 = next;
    }
    const score = scores + (<usize>row << 2);
    store<f32>(score + 0 * (<usize>quarter << 2), sum(f32x4.add(a0, b0)));
    store<f32>(score + 1 * (<usize>quarter << 2), sum(f32x4.add(a1, b1)));
    store<f32>(score + 2 * (<usize>quarter << 2), sum(f32x4.add(a2, b2)));
    store<f32>(score + 3 * (<usize>quarter << 2), sum(f32x4.add(a3, b3)));
  }
  for (let row: i32 = quarter << 2; row < count; row++)
    dotOne(rows + <usize>row * rowBytes, rowBytes, query, scores + (<usize>row << 2));
}

function dotOne(row: usize, rowBytes: usize, query: usize, score: usize): void {
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  const end = row + (rowBytes & ~31);
  const next = row + rowBytes;
  for (; row < end; row += 32) {
    a = madd(v128.load(row), v128.load(query), a);
    b = madd(v128.load(row, 16), v128.load(query, 16), b);
    query += 32;
  }
  if (row < next) a = madd(v128.load(row), v128.load(query), a);
  store<f32>(score, sum(f32x4.add(a, b)));
}

/** Sums of squared differences. */
export function squares(rows: usize, count: i32, rowBytes: usize, query: usize, scores: usize): void {
  for (let row: i32 = 0; row < count; row++) {
    let a = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16) {
      const difference = f32x4.sub(v128.load(rows + i), v128.load(query + i));
      a = madd(difference, difference, a);
    }
    store<f32>(scores + (<usize>row << 2), sum(a));
    rows += rowBytes;
  }
}

/** Sums of absolute differences. */
export function absolutes(rows: usize, count: i32, rowBytes: usize, query: usize, scores: usize): void {
  for (let row: i32 = 0; row < count; row++) {
    let a = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16)
      a = f32x4.add(a, f32x4.abs(f32x4.sub(v128.load(rows + i), v128.load(query + i))));
    store<f32>(scores + (<usize>row << 2), sum(a));
    rows += rowBytes;
  }
}

/** Largest absolute differences. */
export function largest(rows: usize, count: i32, rowBytes: usize, query: usize, scores: usize): void {
  for (let row: i32 = 0; row < count; row++) {
    let a = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16)
      a = f32x4.pmax(a, f32x4.abs(f32x4.sub(v128.load(rows + i), v128.load(query + i))));
    const pairs = f32x4.pmax(a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
    store<f32>(scores + (<usize>row << 2), max(f32x4.extract_lane(pairs, 0), f32x4.extract_lane(pairs, 1)));
    rows += rowBytes;
  }
}

/**
 * Cosines of all rows with some queries of length 1, in one passage over the rows. Rows stand `stride` bytes apart, of which the first
 * `rowBytes` are compared; scores stand query by query. A row of zeros is like nothing: 0.
 */
export function cosines(
  rows: usize,
  count: i32,
  stride: usize,
  rowBytes: usize,
  queries: usize,
  queryCount: i32,
  scores: usize,
): void {
  for (let row: i32 = 0; row < count; row++) {
    let squares = f32x4.splat(0);
    for (let i: usize = 0; i < rowBytes; i += 16) {
      const x = v128.load(rows + i);
      squares = madd(x, x, squares);
    }
    const length = Mathf.sqrt(sum(squares));
    const scale: f32 = length > 0 ? 1 / length : 0;
    // The row is in the nearest cache by now.
    let query = queries;
    let score = scores + (<usize>row << 2);
    for (let q: i32 = 0; q < queryCount; q++) {
      let a = f32x4.splat(0);
      for (let i: usize = 0; i < rowBytes; i += 16) a = madd(v128.load(rows + i), v128.load(query + i), a);
      store<f32>(score, sum(a) * scale);
      query += rowBytes;
      score += <usize>count << 2;
    }
    rows += stride;
  }
}

/**
 * Products of one vector with rows of bytes, each times the scale of its row. Rows are `rowBytes` long (a multiple of 16, the rest zeros);
 * the query has as many numbers of four bytes.
 */
export function packed(rows: usize, count: i32, rowBytes: usize, query: usize, scales: usize, scores: usize): void {
  for (let row: i32 = 0; row < count; row++) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    let other = query;
    for (const end = rows + rowBytes; rows < end; rows += 16) {
      const bytes = v128.load(rows);
      const low = i16x8.extend_low_i8x16_s(bytes);
      const high = i16x8.extend_high_i8x16_s(bytes);
      a = madd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(low)), v128.load(other), a);
      b = madd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(low)), v128.load(other, 16), b);
      c = madd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(high)), v128.load(other, 32), c);
      d = madd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(high)), v128.load(other, 48), d);
      other += 64;
    }
    const at = <usize>row << 2;
    store<f32>(scores + at, sum(f32x4.add(f32x4.add(a, b), f32x4.add(c, d))) * load<f32>(scales + at));
  }
}

/**
 * Lengths of rows, summed up in double precision in the order of the dimensions; with `scaling` every row that has one is scaled to length 1.
 * Two rows at a time.
 */
export function lengths(
  rows: usize,
  count: i32,
  rowBytes: usize,
  dimensions: i32,
  scaling: i32,
  lengths: usize,
): void {
  const bytes = <usize>dimensions << 2;
  for (let row: i32 = 0; row < count; row += 2) {
    const other = row + 1 < count ? rows + rowBytes : rows;
    let squares = f64x2.splat(0);
    for (let i: usize = 0; i < bytes; i += 4) {
      const both = f64x2.promote_low_f32x4(v128.load_lane<f32>(other + i, v128.load_zero<f32>(rows + i), 1));
      squares = f64x2.add(squares, f64x2.mul(both, both));
    }
    const length = f64x2.sqrt(squares);
    store<f64>(lengths, f64x2.extract_lane(length, 0));
    if (row + 1 < count) store<f64>(lengths, f64x2.extract_lane(length, 1), 8);
    if (scaling) {
      scale(rows, rowBytes, f64x2.extract_lane(length, 0));
      if (row + 1 < count) scale(other, rowBytes, f64x2.extract_lane(length, 1));
    }
    rows += rowBytes << 1;
    lengths += 16;
  }
}

@inline function scale(row: usize, rowBytes: usize, length: f64): void {
  if (length == 0) return;
  const by = f64x2.splat(1 / length);
  for (let i: usize = 0; i < rowBytes; i += 8) {
    const scaled = f64x2.mul(f64x2.promote_low_f32x4(v128.load_zero<f64>(row + i)), by);
    v128.store_lane<f64>(row + i, f32x4.demote_f64x2_zero(scaled), 0);
  }
}
