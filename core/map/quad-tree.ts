/** Points of a plane in squares of squares: what is far away counts as one (Barnes & Hut 1986). */
export interface QuadTree {
  /**
   * Adds up the repulsion of all other points on one: Σ q² (y − yⱼ), and Σ q, where q = 1 ÷ (1 + distance²).
   * @param theta a square counts as one where its width ÷ its distance is less; 0 takes every point for itself
   * @param into x and y of the sum are added here
   * @returns Σ q
   */
  repulsion(point: number, theta: number, into: Float64Array): number;
}

/** Beyond this depth points count as standing in one place. */
const deepest = 48;

/** @param places points × 2 */
export function quadTree(places: Float64Array): QuadTree {
  const points = places.length / 2;
  let room = Math.max(64, points * 4);
  let children = new Int32Array(room * 4);
  /** Sum of x, sum of y, number of points. */
  let sums = new Float64Array(room * 3);
  /** The one point of a leaf, −1 for none or many. */
  let only = new Int32Array(room).fill(-1);
  let squares = 0;
  const newSquare = () => {
    if (squares === room) {
      room *= 2;
      children = grown(children, new Int32Array(room * 4));
      sums = grown(sums, new Float64Array(room * 3));
      only = grown(only, new Int32Array(room).fill(-1));
    }
    squares += 1;
    return squares - 1;
  };

  let [lowX, highX, lowY, highY] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let point = 0; point < points; point += 1) {
    const [x, y] = [places[point * 2]!, places[point * 2 + 1]!];
    if (x < lowX) lowX = x;
    if (x > highX) highX = x;
    if (y < lowY) lowY = y;
    if (y > highY) highY = y;
  }
  const width = Math.max(highX - lowX, highY - lowY, Number.MIN_VALUE) * (1 + 1e-9);
  newSquare();
  for (let point = 0; point < points; point += 1) put(point, 0, lowX, lowY, width, 0);

  const stack = new Int32Array(deepest * 8);
  const widths = new Float64Array(deepest * 8);
  return {
    repulsion(point, theta, into) {
      const [x, y] = [places[point * 2]!, places[point * 2 + 1]!];
      let [top, sum] = [0, 0];
      stack[0] = 0;
      widths[0] = width;
      while (top >= 0) {
        const square = stack[top]!;
        const wide = widths[top]!;
        top -= 1;
        const many = sums[square * 3 + 2]!;
        if (many === 0 || only[square] === point) continue;
        const dx = x - sums[square * 3]! / many;
        const dy = y - sums[square * 3 + 1]! / many;
        const squared = dx * dx + dy * dy;
        const isLeaf = children[square * 4] === 0;
        if (isLeaf || wide * wide < theta * theta * squared) {
          // In a leaf of many the point itself may be one: it adds 1 to the sum and nothing to the force.
          const others = isLeaf && many > 1 && isHere(square, point) ? many - 1 : many;
          const q = 1 / (1 + squared);
          sum += others * q;
          into[0]! += others * q * q * dx;
          into[1]! += others * q * q * dy;
          continue;
        }
        for (let child = 0; child < 4; child += 1) {
          top += 1;
          stack[top] = children[square * 4 + child]!;
          widths[top] = wide / 2;
        }
      }
      return sum;
    },
  };

  /** Whether a point stands in a leaf of several: these stand in one place. */
  function isHere(square: number, point: number): boolean {
    const many = sums[square * 3 + 2]!;
    const near = (a: number, b: number) => Math.abs(a - b) <= width * 2 ** (1 - deepest);
    return (
      near(places[point * 2]!, sums[square * 3]! / many) &&
      near(places[point * 2 + 1]!, sums[square * 3 + 1]! / many)
    );
  }

  function put(point: number, root: number, left: number, bottom: number, wide: number, level: number): void {
    const [x, y] = [places[point * 2]!, places[point * 2 + 1]!];
    let [square, fromX, fromY, size, depth] = [root, left, bottom, wide, level];
    for (;;) {
      const many = sums[square * 3 + 2]!;
      const held = only[square]!;
      sums[square * 3]! += x;
      sums[square * 3 + 1]! += y;
      sums[square * 3 + 2]! += 1;
      if (many === 0) {
        only[square] = point;
        return;
      }
      const isLeaf = children[square * 4] === 0;
      if (isLeaf && depth === deepest) {
        only[square] = -1;
        return;
      }
      if (isLeaf) {
        for (let child = 0; child < 4; child += 1) {
          // Before the assignment: making one may move the arrays.
          const made = newSquare();
          children[square * 4 + child] = made;
        }
        only[square] = -1;
        const [oldX, oldY] = [places[held * 2]!, places[held * 2 + 1]!];
        const child = children[square * 4 + quarter(oldX, oldY, fromX, fromY, size)]!;
        sums[child * 3] = oldX;
        sums[child * 3 + 1] = oldY;
        sums[child * 3 + 2] = 1;
        only[child] = held;
      }
      const next = quarter(x, y, fromX, fromY, size);
      square = children[square * 4 + next]!;
      size /= 2;
      if ((next & 1) === 1) fromX += size;
      if (next >= 2) fromY += size;
      depth += 1;
    }
  }
}

const quarter = (x: number, y: number, fromX: number, fromY: number, size: number) =>
  Number(x >= fromX + size / 2) + 2 * Number(y >= fromY + size / 2);

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
