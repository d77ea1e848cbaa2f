import type { NearestRows } from './nearest-rows.ts';

/** More are not looked at: an even choice says as much. */
const mostPoints = 1000;

/** Each so-manieth point is looked at. */
export const comparedStep = (points: number): number => Math.max(1, Math.floor(points / mostPoints));

/**
 * How true a map is: the mean share of the nearest others of a point that are among its nearest on the map too, 0 to 1; by chance it is
 * neighbours ÷ (points − 1).
 * @param places points × 2
 */
export function keptNeighbours(
  { each, rows }: NearestRows,
  places: Float64Array,
  neighbours: number,
): number {
  const points = places.length / 2;
  const most = Math.min(neighbours, each);
  const step = comparedStep(points);
  let [kept, looked] = [0, 0];
  for (let point = 0; point < points; point += step) {
    const distance = (other: number) =>
      (places[point * 2]! - places[other * 2]!) ** 2 + (places[point * 2 + 1]! - places[other * 2 + 1]!) ** 2;
    const distances = Float64Array.from({ length: points }, (_, other) =>
      other === point ? Infinity : distance(other),
    );
    const limit = distances.toSorted()[most - 1]!;
    for (let at = 0; at < most; at += 1) if (distances[rows[point * each + at]!]! <= limit) kept += 1;
    looked += most;
  }
  return looked === 0 ? 1 : kept / looked;
}
