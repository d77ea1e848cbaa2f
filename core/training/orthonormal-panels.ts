import { panelProducts, panelWidth, type Panels } from './panels.ts';

/**
 * Takes out of a panel what lies in the space of the orthonormal panels before it: Gram–Schmidt, twice, for once leaves rounding
 * (Giraud et al. 2005).
 * @param count panels before it
 * @param near where it is known that it has a share of the panels [near, count) alone, but for rounding: the first time looks at these only
 * @returns products with the panels before of what it was, as {@link Panels.products} gives them
 */
export function projectOut(panels: Panels, count: number, panel: number, near = 0): Float64Array {
  const all = new Float64Array(count * panelProducts);
  for (const from of count === 0 ? [] : [near, 0]) {
    const some = panels.products(from, count, panel);
    const before = from * panelProducts;
    for (let at = 0; at < some.length; at += 1) all[before + at] = all[before + at]! + some[at]!;
    panels.subtract(from, count, panel);
  }
  return all;
}

/** Of vectors that are shorter than this share of those that they come from, all is rounding; below the other, much of it may be. */
const negligible = 1e-12;
const doubtful = 1e-4;

/**
 * Makes the vectors of a panel orthonormal, and to those of the panels before it, which are, and out of which they were projected. One that
 * has nothing of its own gives way to another that has.
 * @param scale length of what they were projected from
 * @param spare number of a panel that may be overwritten
 * @param another gives numbers from 0 to 1
 */
export function orthonormalize(
  panels: Panels,
  panel: number,
  scale: number,
  spare: number,
  another: () => number,
): void {
  const { size } = panels;
  const numbers = panels.panel(panel);
  for (let lane = 0; lane < panelWidth; lane += 1) {
    // Those of the same panel are new since it was projected.
    for (let pass = 0; pass < 2; pass += 1) projectOutOfLanes(numbers, lane);
    const length = lengthOf(numbers, lane);
    if (length > doubtful * scale) {
      shrink(numbers, lane, length);
      continue;
    }
    if (length > negligible * scale) shrink(numbers, lane, length);
    else for (let row = 0; row < size; row += 1) numbers[row * panelWidth + lane] = another() - 0.5;
    // What is left of so little is taken out of all of them again.
    const alone = panels.panel(spare);
    for (let pass = 0; pass < 2; pass += 1) {
      alone.fill(0);
      for (let at = lane; at < numbers.length; at += panelWidth) alone[at] = numbers[at]!;
      projectOut(panels, panel, spare);
      for (let at = lane; at < numbers.length; at += panelWidth) numbers[at] = alone[at]!;
      projectOutOfLanes(numbers, lane);
      shrink(numbers, lane, lengthOf(numbers, lane));
    }
  }
}

/** Takes out of one vector of a panel what lies in those before it. */
function projectOutOfLanes(numbers: Float64Array, lane: number): void {
  for (let other = 0; other < lane; other += 1) {
    let product = 0;
    for (let at = 0; at < numbers.length; at += panelWidth)
      product += numbers[at + other]! * numbers[at + lane]!;
    for (let at = 0; at < numbers.length; at += panelWidth)
      numbers[at + lane] = numbers[at + lane]! - product * numbers[at + other]!;
  }
}

function shrink(numbers: Float64Array, lane: number, length: number): void {
  for (let at = lane; at < numbers.length; at += panelWidth) numbers[at] = numbers[at]! / length;
}

function lengthOf(numbers: Float64Array, lane: number): number {
  let sum = 0;
  for (let at = lane; at < numbers.length; at += panelWidth) sum += numbers[at]! * numbers[at]!;
  return Math.sqrt(sum);
}
