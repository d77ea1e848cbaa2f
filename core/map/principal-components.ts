import { symmetricEigen } from '../training/symmetric-eigen.ts';

/** The directions of greatest variance of some points. */
export interface PrincipalAxes {
  /** Of the points. */
  readonly mean: Float64Array;
  /** Components × dimensions, at length 1; zeros where there are fewer dimensions than components. */
  readonly directions: Float64Array;
  /** Share of the variance of each component, 0 to 1. */
  readonly shares: readonly number[];
}

export interface PrincipalComponents {
  /** Points × components, row-major. */
  readonly coordinates: Float64Array;
  /** Share of the variance of each component, 0 to 1. */
  readonly shares: readonly number[];
}

/**
 * By the eigenvectors of the covariance matrix (Pearson 1901). Signs are chosen so that the largest weight of each direction is positive. Only sums, products,
 * quotients and square roots: every engine rounds these alike.
 * @param values points × dimensions, row-major
 */
export function principalAxes(values: Float32Array, dimensions: number, components: number): PrincipalAxes {
  const points = dimensions === 0 ? 0 : values.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let point = 0; point < points; point += 1)
    for (let at = 0; at < dimensions; at += 1) mean[at]! += values[point * dimensions + at]! / points;
  const { values: variances, vectors } = symmetricEigen(covarianceOf(values, mean), dimensions);
  const total = variances.reduce((sum, value) => sum + Math.max(0, value), 0);
  const directions = new Float64Array(components * dimensions);
  const shares: number[] = [];
  for (let component = 0; component < components; component += 1) {
    shares.push(total > 0 ? Math.max(0, variances[component] ?? 0) / total : 0);
    if (component >= dimensions) continue;
    const direction = vectors.subarray(component * dimensions, (component + 1) * dimensions);
    const sign = signOf(direction);
    for (let at = 0; at < dimensions; at += 1)
      directions[component * dimensions + at] = sign * direction[at]!;
  }
  return { mean, directions, shares };
}

/** Where points stand along these directions: points × components, row-major. */
export function projectedOn({ mean, directions, shares }: PrincipalAxes, values: Float32Array): Float64Array {
  const dimensions = mean.length;
  const components = shares.length;
  const points = dimensions === 0 ? 0 : values.length / dimensions;
  const places = new Float64Array(points * components);
  for (let point = 0; point < points; point += 1)
    for (let component = 0; component < components; component += 1) {
      let sum = 0;
      for (let at = 0; at < dimensions; at += 1)
        sum += (values[point * dimensions + at]! - mean[at]!) * directions[component * dimensions + at]!;
      places[point * components + component] = sum;
    }
  return places;
}

/** Both at once: the points along their own directions. */
export function principalComponents(
  values: Float32Array,
  dimensions: number,
  components: number,
): PrincipalComponents {
  const axes = principalAxes(values, dimensions, components);
  return { coordinates: projectedOn(axes, values), shares: axes.shares };
}

/** Points whose products are summed in one go, so that a row of the matrix stays in the cache. */
const together = 4;

/** Times the number of points: dimensions × dimensions. */
function covarianceOf(values: Float32Array, mean: Float64Array): Float64Array {
  const dimensions = mean.length;
  const points = dimensions === 0 ? 0 : values.length / dimensions;
  const covariance = new Float64Array(dimensions * dimensions);
  const rows = new Float64Array(dimensions * together);
  for (let point = 0; point < points; point += together) {
    // Behind the last point stand zeros.
    for (let one = 0; one < together; one += 1)
      for (let at = 0; at < dimensions; at += 1)
        rows[at * together + one] =
          point + one < points ? values[(point + one) * dimensions + at]! - mean[at]! : 0;
    for (let a = 0; a < dimensions; a += 1) {
      const first = rows[a * together]!;
      const second = rows[a * together + 1]!;
      const third = rows[a * together + 2]!;
      const fourth = rows[a * together + 3]!;
      for (let b = a, at = a * together; b < dimensions; b += 1, at += together)
        covariance[a * dimensions + b]! +=
          first * rows[at]! + second * rows[at + 1]! + third * rows[at + 2]! + fourth * rows[at + 3]!;
    }
  }
  for (let a = 0; a < dimensions; a += 1)
    for (let b = 0; b < a; b += 1) covariance[a * dimensions + b] = covariance[b * dimensions + a]!;
  return covariance;
}

/** Of the largest entry. */
function signOf(direction: Float64Array): number {
  let largest = 0;
  for (const value of direction) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? -1 : 1;
}
