import type { NearestRows } from './nearest-rows.ts';

/** More are not looked at: an even choice says as much. */
const mostPoints = 1000;

/** The points that are looked at. */
export function lookedAt(points: number): readonly number[] {
  const step = Math.max(1, Math.floor(points / mostPoints));
  return Array.from({ length: Math.ceil(points / step) }, (_, at) => at * step);
}

/**
 * How true a map is: the mean share of the nearest others of a point that are among its nearest on the map too, 0 to 1; by chance it is
 * neighbours ÷ (points − 1).
 * @param nearest of the points of `of`, in their order
 * @param places points × 2
 */
export function keptNeighbours(
  { each, rows }: NearestRows,
  of: readonly number[],
  places: Float64Array,
  neighbours: number,
): number {
  const points = places.length / 2;
  const most = Math.min(neighbours, each);
  if (most === 0 || of.length === 0) return 1;
  const near = new Float64Array(most);
  let kept = 0;
  of.forEach((point, number) => {
    const [x, y] = [places[point * 2]!, places[point * 2 + 1]!];
    const distance = (other: number) => {
      const [dx, dy] = [x - places[other * 2]!, y - places[other * 2 + 1]!];
      return dx * dx + dy * dy;
    };
    near.fill(Infinity);
    for (let other = 0; other < points; other += 1) {
      const away = other === point ? Infinity : distance(other);
      if (!(away < near[most - 1]!)) continue;
      let at = most - 1;
      for (; at > 0 && away < near[at - 1]!; at -= 1) near[at] = near[at - 1]!;
      near[at] = away;
    }
    for (let at = 0; at < most; at += 1)
      if (distance(rows[number * each + at]!) <= near[most - 1]!) kept += 1;
  });
  return kept / (of.length * most);
}
