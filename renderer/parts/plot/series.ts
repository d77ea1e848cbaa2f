export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Series {
  readonly name: string;
  /** In the order of x. */
  readonly points: readonly Point[];
  /** What the table lists, where that is fewer than is drawn: points of a line that goes on, and have no dots. */
  readonly listed?: readonly Point[];
}

/** Where a value at a place could lie. */
export interface Range {
  readonly x: number;
  readonly low: number;
  readonly high: number;
}

/** Their ends as points, for axes that are to hold them. */
export const endsOf = (ranges: readonly Range[]): readonly Series[] => [
  { name: '', points: ranges.flatMap(({ x, low, high }) => [low, high].map((y) => ({ x, y }))) },
];

/** A value that is held against the curves. */
export interface Level {
  readonly name: string;
  readonly y: number;
}

/**
 * As few points as draw the same line: of those that share a column of pixels the first, the lowest, the highest and the last.
 * @param columns of pixels between `from` and `to`
 */
export function thinned(
  points: readonly Point[],
  [from, to]: readonly [number, number],
  columns: number,
): readonly Point[] {
  if (points.length <= 4 * columns || !(to > from)) return points;
  const inColumns = Map.groupBy(points, ({ x }) => Math.floor(((x - from) / (to - from)) * columns));
  return [...inColumns.values()].flatMap((some) => {
    let low = 0;
    let high = 0;
    some.forEach(({ y }, i) => {
      if (y < some[low]!.y) low = i;
      if (y > some[high]!.y) high = i;
    });
    return [...new Set([0, low, high, some.length - 1])].sort((a, b) => a - b).map((i) => some[i]!);
  });
}

/** The point next to a place on the x axis; undefined where there is none. */
export function nearest(points: readonly Point[], x: number): Point | undefined {
  let best: Point | undefined;
  for (const point of points)
    if (best === undefined || Math.abs(point.x - x) < Math.abs(best.x - x)) best = point;
  return best;
}
