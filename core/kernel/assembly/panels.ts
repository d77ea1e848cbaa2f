// Panels: four long vectors side by side, row by row, in double precision. `rows` is a multiple of four; panels of a set lie one behind the
// other. Entries of a sparse matrix are by rows: where each begins (u32), columns (u32), values (f32).

/** Bytes of a row of a panel. */
const rowBytes: usize = 32;
/** Rows that are looked at together, so that what is used again stays in the first-level cache. */
const tileRows: i32 = 512;
const combinedRows: i32 = 16;

@inline function value(at: usize): v128 {
  return f64x2.splat(<f64>load<f32>(at));
}

@inline function rowOf(panel: usize, columns: usize): usize {
  return panel + (<usize>load<u32>(columns) << 5);
}

@inline function times(x: usize, lane: usize, y: v128): v128 {
  return f64x2.mul(v128.load64_splat(x + lane), y);
}

/** target = M · source, or MᵀM · source where `normal` says so: in one passage over the rows. */
export function multiply(
  offsets: usize,
  columns: usize,
  values: usize,
  size: i32,
  source: usize,
  target: usize,
  normal: bool,
): void {
  if (normal) memory.fill(target, 0, <usize>size * rowBytes);
  for (let row: i32 = 0; row < size; row++) {
    const begin = load<u32>(offsets);
    const count = load<u32>(offsets, 4) - begin;
    offsets += 4;
    const first = columns + (<usize>begin << 2);
    const end = first + (<usize>count << 2);
    const apart = values - columns;
    // Two sums, so that one addition need not wait for the last.
    let a0 = f64x2.splat(0);
    let a1 = f64x2.splat(0);
    let b0 = f64x2.splat(0);
    let b1 = f64x2.splat(0);
    let at = first;
    for (; at + 4 < end; at += 8) {
      const x = value(at + apart);
      const y = value(at + apart + 4);
      const from = rowOf(source, at);
      const next = rowOf(source, at + 4);
      a0 = f64x2.add(a0, f64x2.mul(x, v128.load(from)));
      a1 = f64x2.add(a1, f64x2.mul(x, v128.load(from, 16)));
      b0 = f64x2.add(b0, f64x2.mul(y, v128.load(next)));
      b1 = f64x2.add(b1, f64x2.mul(y, v128.load(next, 16)));
    }
    if (at < end) {
      const x = value(at + apart);
      const from = rowOf(source, at);
      a0 = f64x2.add(a0, f64x2.mul(x, v128.load(from)));
      a1 = f64x2.add(a1, f64x2.mul(x, v128.load(from, 16)));
    }
    const s0 = f64x2.add(a0, b0);
    const s1 = f64x2.add(a1, b1);
    if (!normal) {
      v128.store(target, s0);
      v128.store(target, s1, 16);
      target += rowBytes;
      continue;
    }
    for (at = first; at < end; at += 4) {
      const x = value(at + apart);
      const to = rowOf(target, at);
      const t0 = f64x2.add(v128.load(to), f64x2.mul(x, s0));
      const t1 = f64x2.add(v128.load(to, 16), f64x2.mul(x, s1));
      v128.store(to, t0);
      v128.store(to, t1, 16);
    }
  }
}

/** results[panel] = panelᵀ · b: sixteen numbers for each, those of its first vector first. */
export function products(panels: usize, count: i32, b: usize, rows: i32, results: usize): void {
  const panelBytes = <usize>rows * rowBytes;
  memory.fill(results, 0, <usize>count * 128);
  for (let from: i32 = 0; from < rows; from += tileRows) {
    const skipped = <usize>from * rowBytes;
    const length = <usize>min(tileRows, rows - from) * rowBytes;
    for (let panel: i32 = 0; panel < count; panel++) {
      let x = panels + <usize>panel * panelBytes + skipped;
      const end = x + length;
      const result = results + <usize>panel * 128;
      let y = b + skipped;
      let a0 = v128.load(result);
      let a1 = v128.load(result, 16);
      let b0 = v128.load(result, 32);
      let b1 = v128.load(result, 48);
      let c0 = v128.load(result, 64);
      let c1 = v128.load(result, 80);
      let d0 = v128.load(result, 96);
      let d1 = v128.load(result, 112);
      for (; x < end; x += rowBytes) {
        const y0 = v128.load(y);
        const y1 = v128.load(y, 16);
        a0 = f64x2.add(a0, times(x, 0, y0));
        a1 = f64x2.add(a1, times(x, 0, y1));
        b0 = f64x2.add(b0, times(x, 8, y0));
        b1 = f64x2.add(b1, times(x, 8, y1));
        c0 = f64x2.add(c0, times(x, 16, y0));
        c1 = f64x2.add(c1, times(x, 16, y1));
        d0 = f64x2.add(d0, times(x, 24, y0));
        d1 = f64x2.add(d1, times(x, 24, y1));
        y += rowBytes;
      }
      v128.store(result, a0);
      v128.store(result, a1, 16);
      v128.store(result, b0, 32);
      v128.store(result, b1, 48);
      v128.store(result, c0, 64);
      v128.store(result, c1, 80);
      v128.store(result, d0, 96);
      v128.store(result, d1, 112);
    }
  }
}

/** b −= Σ panel · factors[panel], factors as `products` gives them. */
export function subtract(panels: usize, count: i32, b: usize, rows: i32, factors: usize): void {
  const panelBytes = <usize>rows * rowBytes;
  for (let from: i32 = 0; from < rows; from += tileRows) {
    const skipped = <usize>from * rowBytes;
    const length = <usize>min(tileRows, rows - from) * rowBytes;
    for (let panel: i32 = 0; panel < count; panel++) {
      let x = panels + <usize>panel * panelBytes + skipped;
      const end = x + length;
      const factor = factors + <usize>panel * 128;
      let y = b + skipped;
      const a0 = v128.load(factor);
      const a1 = v128.load(factor, 16);
      const b0 = v128.load(factor, 32);
      const b1 = v128.load(factor, 48);
      const c0 = v128.load(factor, 64);
      const c1 = v128.load(factor, 80);
      const d0 = v128.load(factor, 96);
      const d1 = v128.load(factor, 112);
      for (; x < end; x += rowBytes) {
        let t0 = f64x2.sub(v128.load(y), times(x, 0, a0));
        let t1 = f64x2.sub(v128.load(y, 16), times(x, 0, a1));
        t0 = f64x2.sub(t0, times(x, 8, b0));
        t1 = f64x2.sub(t1, times(x, 8, b1));
        t0 = f64x2.sub(t0, times(x, 16, c0));
        t1 = f64x2.sub(t1, times(x, 16, c1));
        t0 = f64x2.sub(t0, times(x, 24, d0));
        t1 = f64x2.sub(t1, times(x, 24, d1));
        v128.store(y, t0);
        v128.store(y, t1, 16);
        y += rowBytes;
      }
    }
  }
}

/**
 * The first `kept` panels become sums of the first `count`: for each of them, one behind the other, the factors of each as `products` has
 * them. `scratch` has room for sixteen rows of all of them.
 */
export function combine(panels: usize, count: i32, factors: usize, kept: i32, rows: i32, scratch: usize): void {
  const panelBytes = <usize>rows * rowBytes;
  const tileBytes = <usize>combinedRows * rowBytes;
  for (let from: i32 = 0; from < rows; from += combinedRows) {
    const skipped = <usize>from * rowBytes;
    const length = <usize>min(combinedRows, rows - from) * rowBytes;
    for (let panel: i32 = 0; panel < count; panel++)
      memory.copy(scratch + <usize>panel * tileBytes, panels + <usize>panel * panelBytes + skipped, length);
    for (let to: i32 = 0; to < kept; to++) {
      const own = factors + <usize>to * <usize>count * 128;
      const target = panels + <usize>to * panelBytes + skipped;
      for (let row: usize = 0; row < length; row += 4 * rowBytes)
        combineFour(scratch + row, tileBytes, own, own + <usize>count * 128, target + row);
    }
  }
}

/** Four rows of a sum, so that one addition need not wait for the last. */
@inline function combineFour(x: usize, apart: usize, factor: usize, end: usize, target: usize): void {
  let p0 = f64x2.splat(0);
  let p1 = f64x2.splat(0);
  let q0 = f64x2.splat(0);
  let q1 = f64x2.splat(0);
  let r0 = f64x2.splat(0);
  let r1 = f64x2.splat(0);
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  for (; factor < end; factor += 128) {
    const a0 = v128.load(factor, 0);
    const a1 = v128.load(factor, 16);
    p0 = f64x2.add(p0, times(x, 0, a0));
    p1 = f64x2.add(p1, times(x, 0, a1));
    q0 = f64x2.add(q0, times(x, 32, a0));
    q1 = f64x2.add(q1, times(x, 32, a1));
    r0 = f64x2.add(r0, times(x, 64, a0));
    r1 = f64x2.add(r1, times(x, 64, a1));
    s0 = f64x2.add(s0, times(x, 96, a0));
    s1 = f64x2.add(s1, times(x, 96, a1));
    const b0 = v128.load(factor, 32);
    const b1 = v128.load(factor, 48);
    p0 = f64x2.add(p0, times(x, 8, b0));
    p1 = f64x2.add(p1, times(x, 8, b1));
    q0 = f64x2.add(q0, times(x, 40, b0));
    q1 = f64x2.add(q1, times(x, 40, b1));
    r0 = f64x2.add(r0, times(x, 72, b0));
    r1 = f64x2.add(r1, times(x, 72, b1));
    s0 = f64x2.add(s0, times(x, 104, b0));
    s1 = f64x2.add(s1, times(x, 104, b1));
    const c0 = v128.load(factor, 64);
    const c1 = v128.load(factor, 80);
    p0 = f64x2.add(p0, times(x, 16, c0));
    p1 = f64x2.add(p1, times(x, 16, c1));
    q0 = f64x2.add(q0, times(x, 48, c0));
    q1 = f64x2.add(q1, times(x, 48, c1));
    r0 = f64x2.add(r0, times(x, 80, c0));
    r1 = f64x2.add(r1, times(x, 80, c1));
    s0 = f64x2.add(s0, times(x, 112, c0));
    s1 = f64x2.add(s1, times(x, 112, c1));
    const d0 = v128.load(factor, 96);
    const d1 = v128.load(factor, 112);
    p0 = f64x2.add(p0, times(x, 24, d0));
    p1 = f64x2.add(p1, times(x, 24, d1));
    q0 = f64x2.add(q0, times(x, 56, d0));
    q1 = f64x2.add(q1, times(x, 56, d1));
    r0 = f64x2.add(r0, times(x, 88, d0));
    r1 = f64x2.add(r1, times(x, 88, d1));
    s0 = f64x2.add(s0, times(x, 120, d0));
    s1 = f64x2.add(s1, times(x, 120, d1));
    x += apart;
  }
  v128.store(target, p0);
  v128.store(target, p1, 16);
  v128.store(target, q0, 32);
  v128.store(target, q1, 48);
  v128.store(target, r0, 64);
  v128.store(target, r1, 80);
  v128.store(target, s0, 96);
  v128.store(target, s1, 112);
}
