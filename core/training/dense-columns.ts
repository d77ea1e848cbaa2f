/** Long vectors, one after the other in memory. */
export interface Columns {
  readonly data: Float64Array;
  /** Numbers of each. */
  readonly size: number;
}

/** Rows that are looked at together, so that what is read of many vectors stays in the cache. */
const tile = 1024;

/**
 * aᵀb: products of the vectors a[0 … countA) with b[0 … countB).
 * @returns countB × countA, row-major
 */
export function products(a: Columns, countA: number, b: Columns, countB: number): Float64Array {
  const { size } = a;
  const result = new Float64Array(countA * countB);
  for (let from = 0; from < size; from += tile) {
    const to = Math.min(size, from + tile);
    for (let two = 0; two < countB; two += 4)
      for (let one = 0; one < countA; one += 2) addProducts(result, a, one, countA, b, two, countB, from, to);
  }
  return result;
}

/** Two vectors with four, where there are so many: what lies behind the last of them is that one again, and is left out. */
function addProducts(
  result: Float64Array,
  { data: a, size }: Columns,
  one: number,
  countA: number,
  { data: b }: Columns,
  two: number,
  countB: number,
  from: number,
  to: number,
): void {
  const a0 = one * size;
  const a1 = Math.min(one + 1, countA - 1) * size;
  const b0 = two * size;
  const b1 = Math.min(two + 1, countB - 1) * size;
  const b2 = Math.min(two + 2, countB - 1) * size;
  const b3 = Math.min(two + 3, countB - 1) * size;
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const x = a[a0 + at]!;
    const y = a[a1 + at]!;
    const p = b[b0 + at]!;
    const q = b[b1 + at]!;
    const r = b[b2 + at]!;
    const s = b[b3 + at]!;
    s00 += x * p;
    s01 += x * q;
    s02 += x * r;
    s03 += x * s;
    s10 += y * p;
    s11 += y * q;
    s12 += y * r;
    s13 += y * s;
  }
  const first = [s00, s01, s02, s03];
  const second = [s10, s11, s12, s13];
  for (let k = 0; k < 4 && two + k < countB; k += 1) {
    const row = (two + k) * countA + one;
    result[row] = result[row]! + first[k]!;
    if (one + 1 < countA) result[row + 1] = result[row + 1]! + second[k]!;
  }
}

/** b ← b − a · factors, factors as {@link products} gives them. */
function subtract(a: Columns, countA: number, b: Columns, countB: number, factors: Float64Array): void {
  const { size, data: from } = a;
  const { data: to } = b;
  for (let start = 0; start < size; start += tile) {
    const end = Math.min(size, start + tile);
    for (let two = 0; two < countB; two += 2) {
      const t0 = two * size;
      const isPair = two + 1 < countB;
      const t1 = (isPair ? two + 1 : two) * size;
      for (let one = 0; one < countA; one += 4) {
        const left = countA - one;
        const place = (k: number) => (one + Math.min(k, left - 1)) * size;
        const [p, q, r, s] = [place(0), place(1), place(2), place(3)];
        const factor = (column: number, k: number) => (k < left ? factors[column * countA + one + k]! : 0);
        const [p0, q0, r0, s0] = [factor(two, 0), factor(two, 1), factor(two, 2), factor(two, 3)];
        if (!isPair) {
          for (let at = start; at < end; at += 1)
            to[t0 + at] =
              to[t0 + at]! -
              (p0 * from[p + at]! + q0 * from[q + at]! + r0 * from[r + at]! + s0 * from[s + at]!);
          continue;
        }
        const [p1, q1, r1, s1] = [
          factor(two + 1, 0),
          factor(two + 1, 1),
          factor(two + 1, 2),
          factor(two + 1, 3),
        ];
        for (let at = start; at < end; at += 1) {
          const [x, y, z, w] = [from[p + at]!, from[q + at]!, from[r + at]!, from[s + at]!];
          to[t0 + at] = to[t0 + at]! - (p0 * x + q0 * y + r0 * z + s0 * w);
          to[t1 + at] = to[t1 + at]! - (p1 * x + q1 * y + r1 * z + s1 * w);
        }
      }
    }
  }
}

/**
 * Takes out of b what lies in the space of the orthonormal a: Gram–Schmidt, twice, for once leaves rounding (Giraud et al. 2005).
 * @param near where it is known that b has a share of a[near …] alone, but for rounding: the first time looks at these only
 * @returns aᵀb of before
 */
export function projectOut(a: Columns, countA: number, b: Columns, countB: number, near = 0): Float64Array {
  const all = new Float64Array(countA * countB);
  for (const from of countA === 0 ? [] : [near, 0]) {
    const some = part(a, from, countA - from);
    const count = countA - from;
    const factors = products(some, count, b, countB);
    subtract(some, count, b, countB, factors);
    for (let two = 0; two < countB; two += 1)
      for (let one = 0; one < count; one += 1) {
        const at = two * countA + from + one;
        all[at] = all[at]! + factors[two * count + one]!;
      }
  }
  return all;
}

const part = ({ data, size }: Columns, from: number, count: number): Columns => ({
  data: data.subarray(from * size, (from + count) * size),
  size,
});

/** Of vectors that are shorter than this share of those that they come from, all is rounding; below the other, much of it may be. */
const negligible = 1e-12;
const doubtful = 1e-4;

/**
 * Makes the vectors [from … from + count) of columns orthonormal, and to those before them, which are, and out of which they were
 * projected. One that has nothing of its own gives way to another that has.
 * @param scale length of what they were projected from
 * @param another gives numbers from 0 to 1
 */
export function orthonormalize(
  columns: Columns,
  from: number,
  count: number,
  scale: number,
  another: () => number,
): void {
  for (let at = from; at < from + count; at += 1) {
    const one = part(columns, at, 1);
    // Those of the same block are new since it was projected.
    projectOut(part(columns, from, at - from), at - from, one, 1);
    const length = lengthOf(one.data);
    if (length > doubtful * scale) {
      shrink(one.data, length);
      continue;
    }
    const isEmpty = !(length > negligible * scale);
    if (isEmpty) for (let row = 0; row < columns.size; row += 1) one.data[row] = another() - 0.5;
    else shrink(one.data, length);
    // What is left of so little is taken out of all of them again.
    for (let pass = 0; pass < 2; pass += 1) {
      projectOut(columns, at, one, 1);
      shrink(one.data, lengthOf(one.data));
    }
  }
}

function shrink(vector: Float64Array, length: number): void {
  for (let row = 0; row < vector.length; row += 1) vector[row] = vector[row]! / length;
}

function lengthOf(vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += vector[at]! * vector[at]!;
  return Math.sqrt(sum);
}

/** The first `kept` vectors become sums of the first `count`: factors are kept × count, row-major. */
export function combine(columns: Columns, count: number, factors: Float64Array, kept: number): void {
  const { data, size } = columns;
  const rows = 128;
  const copy = new Float64Array(count * rows);
  for (let from = 0; from < size; from += rows) {
    const length = Math.min(rows, size - from);
    for (let one = 0; one < count; one += 1)
      copy.set(data.subarray(one * size + from, one * size + from + length), one * rows);
    for (let to = 0; to < kept; to += 1) {
      const target = to * size + from;
      data.fill(0, target, target + length);
      let one = 0;
      for (; one + 3 < count; one += 4) {
        const at = to * count + one;
        const [p, q, r, s] = [factors[at]!, factors[at + 1]!, factors[at + 2]!, factors[at + 3]!];
        const first = one * rows;
        for (let row = 0; row < length; row += 1)
          data[target + row] =
            data[target + row]! +
            (p * copy[first + row]! +
              q * copy[first + rows + row]! +
              r * copy[first + 2 * rows + row]! +
              s * copy[first + 3 * rows + row]!);
      }
      for (; one < count; one += 1) {
        const factor = factors[to * count + one]!;
        for (let row = 0; row < length; row += 1)
          data[target + row] = data[target + row]! + factor * copy[one * rows + row]!;
      }
    }
  }
}
