/** Points of a plane that can be found by where they are. */
export interface Places {
  readonly count: number;
  /** Points × 2. */
  readonly at: Float64Array;
  /** Tells every point of a box, in no order that means anything; its edges are taken generously. */
  within(left: number, bottom: number, right: number, top: number, tell: (point: number) => void): void;
  /** The point next to a place; −1 where none is as near as `most`. */
  nearest(x: number, y: number, most: number): number;
  /** The points inside a closed line, in their order. @param line corners × 2 */
  inside(line: ArrayLike<number>): readonly number[];
  /** The next point in a direction: near, and not much to the side; −1 where there is none. */
  beside(point: number, right: number, up: number): number;
}

/** About so many points to a cell. */
const perCell = 4;

/** Sorts points into a grid of cells by counting. @param at points × 2 */
export function findable(at: Float64Array): Places {
  const count = at.length / 2;
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let point = 0; point < count; point += 1) {
    left = Math.min(left, at[point * 2]!);
    right = Math.max(right, at[point * 2]!);
    bottom = Math.min(bottom, at[point * 2 + 1]!);
    top = Math.max(top, at[point * 2 + 1]!);
  }
  const side = Math.max(1, Math.ceil(Math.sqrt(count / perCell)));
  const wide = (right - left) / side || 1;
  const high = (top - bottom) / side || 1;
  const cell = (value: number, from: number, size: number) =>
    Math.max(0, Math.min(side - 1, Math.floor((value - from) / size)));
  const cellOf = (point: number) =>
    cell(at[point * 2 + 1]!, bottom, high) * side + cell(at[point * 2]!, left, wide);
  const starts = new Uint32Array(side * side + 1);
  for (let point = 0; point < count; point += 1) starts[cellOf(point) + 1]! += 1;
  for (let one = 0; one < side * side; one += 1) starts[one + 1]! += starts[one]!;
  const filled = starts.slice(0, -1);
  const order = new Uint32Array(count);
  for (let point = 0; point < count; point += 1) {
    const one = cellOf(point);
    order[filled[one]!] = point;
    filled[one]! += 1;
  }

  const places: Places = {
    count,
    at,
    within(fromX, fromY, toX, toY, tell) {
      if (count === 0 || toX < left || fromX > right || toY < bottom || fromY > top) return;
      const [a, b] = [cell(fromX, left, wide), cell(toX, left, wide)];
      const last = cell(toY, bottom, high);
      for (let row = cell(fromY, bottom, high); row <= last; row += 1)
        // Cells of a row lie side by side.
        for (let next = starts[row * side + a]!; next < starts[row * side + b + 1]!; next += 1)
          tell(order[next]!);
    },
    nearest(x, y, most) {
      let best = -1;
      let least = most * most;
      places.within(x - most, y - most, x + most, y + most, (point) => {
        const distance = (at[point * 2]! - x) ** 2 + (at[point * 2 + 1]! - y) ** 2;
        // Points in one place: the more frequent word, which comes first.
        if (distance > least || (distance === least && best >= 0 && best < point)) return;
        best = point;
        least = distance;
      });
      return best;
    },
    inside(line) {
      const found: number[] = [];
      if (line.length < 6) return found;
      let [a, b, c, d] = [Infinity, -Infinity, Infinity, -Infinity];
      for (let corner = 0; corner < line.length; corner += 2) {
        a = Math.min(a, line[corner]!);
        b = Math.max(b, line[corner]!);
        c = Math.min(c, line[corner + 1]!);
        d = Math.max(d, line[corner + 1]!);
      }
      places.within(a, c, b, d, (point) => {
        if (isInside(line, at[point * 2]!, at[point * 2 + 1]!)) found.push(point);
      });
      return found.sort((one, other) => one - other);
    },
    beside(point, toRight, up) {
      let best = -1;
      let least = Infinity;
      for (let other = 0; other < count; other += 1) {
        const [x, y] = [at[other * 2]! - at[point * 2]!, at[other * 2 + 1]! - at[point * 2 + 1]!];
        const along = x * toRight + y * up;
        const across = Math.abs(x * up - y * toRight);
        if (along <= 0 || across > along) continue;
        const distance = along + 2 * across;
        if (distance >= least) continue;
        best = other;
        least = distance;
      }
      return best;
    },
  };
  return places;
}

/** By how often a ray from the place crosses the line. */
export function isInside(line: ArrayLike<number>, x: number, y: number): boolean {
  let inside = false;
  for (let corner = 0, before = line.length - 2; corner < line.length; before = corner, corner += 2) {
    const [ax, ay, bx, by] = [line[corner]!, line[corner + 1]!, line[before]!, line[before + 1]!];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
