// Products of matrices. Both factors are packed first: the left one in panels of `tileRows` rows, the right one in panels of
// `panelColumns` columns, each number where the tile that needs it reads it next. Strides are bytes from row to row.
import { madd } from './madd';
import { tile, panelColumns, tileRows } from './product-tiles';

/** Numbers of the right factor that are used again while they are in the second-level cache. */
const cachedNumbers: i32 = 49_152;
const cachedDepth: i32 = 384;

/** Six numbers on their way to single places. */
const sums = memory.data(32, 16);

@inline function lower(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

@inline function upper(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

@inline function lowerPairs(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 1, 4, 5);
}

@inline function upperPairs(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 3, 6, 7);
}

/**
 * Packs a left factor, `rows` × `depth`, that lies row by row. `depth` is a multiple of 4.
 * Takes ⌈rows ÷ 6⌉ · 6 · depth numbers.
 */
export function packLeft(source: usize, stride: usize, rows: i32, depth: i32, target: usize): void {
  const deep = <usize>depth;
  for (let row: i32 = 0; row < rows; row += tileRows) {
    const left = min(tileRows, rows - row);
    if (left == tileRows) packSix(source, stride, deep, target);
    else
      for (let one: i32 = 0; one < left; one++) {
        const from = source + <usize>one * stride;
        const to = target + (<usize>one << 2);
        for (let at: usize = 0; at < deep; at++) store<f32>(to + at * 24, load<f32>(from + (at << 2)));
      }
    source += stride * 6;
    target += deep * 24;
  }
}

function packSix(row0: usize, stride: usize, depth: usize, target: usize): void {
  const row1 = row0 + stride;
  const row2 = row1 + stride;
  const row3 = row2 + stride;
  const row4 = row3 + stride;
  const row5 = row4 + stride;
  const end = depth << 2;
  for (let at: usize = 0; at < end; at += 16) {
    const a = v128.load(row0 + at);
    const b = v128.load(row1 + at);
    const c = v128.load(row2 + at);
    const d = v128.load(row3 + at);
    const e = v128.load(row4 + at);
    const f = v128.load(row5 + at);
    const ab0 = lower(a, b);
    const ab1 = upper(a, b);
    const cd0 = lower(c, d);
    const cd1 = upper(c, d);
    const ef0 = lower(e, f);
    const ef1 = upper(e, f);
    v128.store(target, lowerPairs(ab0, cd0));
    v128.store64_lane(target, ef0, 0, 16);
    v128.store(target, upperPairs(ab0, cd0), 24);
    v128.store64_lane(target, ef0, 1, 40);
    v128.store(target, lowerPairs(ab1, cd1), 48);
    v128.store64_lane(target, ef1, 0, 64);
    v128.store(target, upperPairs(ab1, cd1), 72);
    v128.store64_lane(target, ef1, 1, 88);
    target += 96;
  }
}

/** Packs a left factor, `rows` × `depth`, whose transpose lies row by row: `depth` rows of `rows` numbers, up to 5 more of them readable. */
export function packLeftTransposed(
  source: usize,
  stride: usize,
  rows: i32,
  depth: i32,
  target: usize,
): void {
  for (let row: i32 = 0; row < rows; row += tileRows) {
    let from = source + (<usize>row << 2);
    const end = target + <usize>depth * 24;
    for (; target < end; target += 24) {
      v128.store(target, v128.load(from));
      store<u64>(target, load<u64>(from, 16), 16);
      from += stride;
    }
  }
}

/** packed[row][at] *= factors[at]: every column of a packed left factor, `rows` × `depth`. */
export function scalePackedColumns(packed: usize, rows: i32, depth: i32, factors: usize): void {
  for (let row: i32 = 0; row < rows; row += tileRows)
    for (let at: usize = 0; at < <usize>depth; at++) {
      const by = v128.load32_splat(factors + (at << 2));
      v128.store(packed, f32x4.mul(by, v128.load(packed)));
      v128.store64_lane(packed, f32x4.mul(by, v128.load64_zero(packed, 16)), 0, 16);
      packed += 24;
    }
}

/** target[row] (+)= Σ packed[row][at] · factors[at]: a packed left factor, `rows` × `depth`, times one column. */
export function multiplyPackedByColumn(
  packed: usize,
  rows: i32,
  depth: i32,
  factors: usize,
  target: usize,
  add: bool,
): void {
  const end = factors + (<usize>depth << 2);
  const endOfPairs = factors + (<usize>(depth & ~1) << 2);
  for (let row: i32 = 0; row < rows; row += tileRows) {
    // Two sums of each row: an addition need not wait for the one before.
    let low0 = f32x4.splat(0);
    let low1 = f32x4.splat(0);
    let high0 = f32x4.splat(0);
    let high1 = f32x4.splat(0);
    let by = factors;
    for (; by < endOfPairs; by += 8) {
      const by0 = v128.load32_splat(by);
      const by1 = v128.load32_splat(by, 4);
      low0 = madd(by0, v128.load(packed), low0);
      high0 = madd(by0, v128.load64_zero(packed, 16), high0);
      low1 = madd(by1, v128.load(packed, 24), low1);
      high1 = madd(by1, v128.load64_zero(packed, 40), high1);
      packed += 48;
    }
    if (by < end) {
      const by0 = v128.load32_splat(by);
      low0 = madd(by0, v128.load(packed), low0);
      high0 = madd(by0, v128.load64_zero(packed, 16), high0);
      packed += 24;
    }
    v128.store(sums, f32x4.add(low0, low1));
    v128.store(sums, f32x4.add(high0, high1), 16);
    for (let one: usize = 0; one < <usize>min(tileRows, rows - row); one++) {
      const sum = load<f32>(sums + (one << 2));
      store<f32>(target, add ? load<f32>(target) + sum : sum);
      target += 4;
    }
  }
}

/**
 * Packs a right factor, `depth` × `columns`, that lies row by row; rows are filled up to a multiple of 8 columns.
 * Takes depth · ⌈columns ÷ 8⌉ · 8 numbers.
 */
export function packRight(source: usize, stride: usize, depth: i32, columns: i32, target: usize): void {
  const panelBytes = <usize>depth << 5;
  // A few rows at a time, so that what is read with the first columns of them is still near when the last are read.
  for (let row: i32 = 0; row < depth; row += 16) {
    const rows = min(16, depth - row);
    let panel = target + (<usize>row << 5);
    for (let column: i32 = 0; column < columns; column += panelColumns) {
      let from = source + (<usize>column << 2);
      let to = panel;
      for (let one: i32 = 0; one < rows; one++) {
        v128.store(to, v128.load(from));
        v128.store(to, v128.load(from, 16), 16);
        from += stride;
        to += 32;
      }
      panel += panelBytes;
    }
    source += stride * 16;
  }
}

/**
 * Packs a right factor, `depth` × `columns`, whose transpose lies row by row: `columns` rows of `depth` numbers. `depth` is a
 * multiple of 4. Columns up to the next multiple of 8 become zeros.
 */
export function packRightTransposed(
  source: usize,
  stride: usize,
  depth: i32,
  columns: i32,
  target: usize,
): void {
  const bytes = <usize>depth << 2;
  for (let column: i32 = 0; column < columns; column += panelColumns) {
    const there = min(panelColumns, columns - column);
    if (there < panelColumns) {
      memory.fill(target, 0, bytes << 3);
      for (let one: i32 = 0; one < there; one++) {
        const from = source + <usize>one * stride;
        const to = target + (<usize>one << 2);
        for (let at: usize = 0; at < bytes; at += 4) store<f32>(to + (at << 3), load<f32>(from + at));
      }
    } else {
      packFour(source, stride, bytes, target);
      packFour(source + stride * 4, stride, bytes, target + 16);
    }
    source += stride * 8;
    target += bytes << 3;
  }
}

/** Four rows become four columns of a panel of eight. */
function packFour(row0: usize, stride: usize, bytes: usize, target: usize): void {
  const row1 = row0 + stride;
  const row2 = row1 + stride;
  const row3 = row2 + stride;
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(row0 + at);
    const b = v128.load(row1 + at);
    const c = v128.load(row2 + at);
    const d = v128.load(row3 + at);
    const ab0 = lower(a, b);
    const ab1 = upper(a, b);
    const cd0 = lower(c, d);
    const cd1 = upper(c, d);
    v128.store(target, lowerPairs(ab0, cd0));
    v128.store(target, upperPairs(ab0, cd0), 32);
    v128.store(target, lowerPairs(ab1, cd1), 64);
    v128.store(target, upperPairs(ab1, cd1), 96);
    target += 128;
  }
}

/**
 * target (+)= left · right, both packed. Rows of the target are written up to a multiple of 8 columns. The order of the
 * additions depends on the depth alone, so a row of the product is the same whatever stands beside it.
 */
export function multiply(
  left: usize,
  right: usize,
  target: usize,
  stride: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  add: bool,
): void {
  const rowBytes = <usize>depth << 2;
  for (let from: i32 = 0; from < depth; from += cachedDepth) {
    const deep = min(cachedDepth, depth - from);
    const adds = add || from > 0;
    const group = max(panelColumns, (cachedNumbers / deep) & ~(panelColumns - 1));
    for (let first: i32 = 0; first < columns; first += group) {
      const end = min(columns, first + group);
      for (let row: i32 = 0; row < rows; row += tileRows) {
        const panel = left + <usize>row * rowBytes + <usize>from * 24;
        const at = target + <usize>row * stride;
        const there = min(tileRows, rows - row);
        for (let column = first; column < end; ) {
          const panels = column + panelColumns < end ? 2 : 1;
          tile(
            panels,
            there,
            panel,
            right + <usize>column * rowBytes + (<usize>from << 5),
            rowBytes << 3,
            at + (<usize>column << 2),
            stride,
            <usize>deep,
            adds,
          );
          column += panels << 3;
        }
      }
    }
  }
}
