import { symmetricEigen } from '../training/symmetric-eigen.ts';

export interface PrincipalComponents {
  /** Points × components, row-major. */
  readonly coordinates: Float64Array;
  /** Share of the variance of each component, 0 to 1. */
  readonly shares: readonly number[];
}

/**
 * The directions of greatest variance, by the eigenvectors of the covariance matrix (Pearson 1901). Signs are chosen so that the largest
 * weight of each direction is positive.
 * @param values points × dimensions, row-major
 */
export function principalComponents(
  values: Float32Array,
  dimensions: number,
  components: number,
): PrincipalComponents {
  const points = dimensions === 0 ? 0 : values.length / dimensions;
  const mean = new Float64Array(dimensions);
  for (let at = 0; at < values.length; at += 1) mean[at % dimensions]! += values[at]! / points;
  const covariance = new Float64Array(dimensions * dimensions);
  const row = new Float64Array(dimensions);
  for (let point = 0; point < points; point += 1) {
    for (let at = 0; at < dimensions; at += 1) row[at] = values[point * dimensions + at]! - mean[at]!;
    for (let a = 0; a < dimensions; a += 1) {
      const value = row[a]!;
      const from = a * dimensions;
      for (let b = a; b < dimensions; b += 1) covariance[from + b]! += value * row[b]!;
    }
  }
  for (let a = 0; a < dimensions; a += 1)
    for (let b = 0; b < a; b += 1) covariance[a * dimensions + b] = covariance[b * dimensions + a]!;
  const { values: variances, vectors } = symmetricEigen(covariance, dimensions);
  const total = variances.reduce((sum, value) => sum + Math.max(0, value), 0);
  const coordinates = new Float64Array(points * components);
  const shares: number[] = [];
  for (let component = 0; component < components; component += 1) {
    shares.push(total > 0 ? Math.max(0, variances[component] ?? 0) / total : 0);
    if (component >= dimensions) continue;
    const direction = vectors.subarray(component * dimensions, (component + 1) * dimensions);
    const sign = signOf(direction);
    for (let point = 0; point < points; point += 1) {
      let sum = 0;
      for (let at = 0; at < dimensions; at += 1)
        sum += (values[point * dimensions + at]! - mean[at]!) * direction[at]!;
      coordinates[point * components + component] = sign * sum;
    }
  }
  return { coordinates, shares };
}

/** Of the largest entry. */
function signOf(direction: Float64Array): number {
  let largest = 0;
  for (const value of direction) if (Math.abs(value) > Math.abs(largest)) largest = value;
  return largest < 0 ? -1 : 1;
}
