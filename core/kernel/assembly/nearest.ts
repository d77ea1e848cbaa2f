// Compares one vector with many rows. Rows are rowBytes long (a multiple of 16, the rest zeros) and are read in order.

import { madd } from './madd';

// @ts-ignore: decorator
@inline function sum(v: v128): f32 {
  const pairs = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

/** Products are gathered in four sums, so that one addition need not wait for the last. */
export function dot(rows: usize, count: i32, rowBytes: usize, query: usize, scores: usize): void {
  const whole = rowBytes & ~63;
  for (let row: i32 = 0; row < count; row++) {
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    const end = rows + whole;
    const next = rows + rowBytes;
    let other = query;
    for (; rows < end; rows += 64) {
      a = madd(v128.load(rows), v128.load(other), a);
      b = madd(v128.load(rows, 16), v128.load(other, 16), b);
      c = madd(v128.load(rows, 32), v128.load(other, 32), c);
      d = madd(v128.load(rows, 48), v128.load(other, 48), d);
      other += 64;
    }
    for (; rows < next; rows += 16) {
      a = madd(v128.load(rows), v128.load(other), a);
      other += 16;
    }
    store<f32>(scores + (<usize>row << 2), sum(f32x4.add(f32x4.add(a, b), f32x4.add(c, d))));
  }
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
