import { scaleLinear, scaleLog } from 'd3-scale';
import type { Level, Series } from './series.ts';
import { logRange, logTicks } from './ticks.ts';

/** Pixels of the drawing, and what is left free for names around it. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scales {
  /** From a value to a place in pixels. */
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  /** From a place to a value. */
  readonly xAt: (pixels: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** Least distance of two names of ticks, in pixels. */
const between = { x: 48, y: 36 };

/**
 * The axes of a plot. Across it has whole numbers only: epochs, steps.
 * @param log whether upwards equal distances are equal ratios; 0 and less have no place there
 */
export function scalesOf(
  series: readonly Series[],
  levels: readonly Level[],
  xRange: readonly [number, number],
  log: boolean,
  { width, height, left, right, top, bottom }: Box,
): Scales {
  const plotWidth = Math.max(40, width - left - right);
  const plotHeight = Math.max(40, height - top - bottom);
  const across = scaleLinear([xRange[0], Math.max(xRange[1], xRange[0] + 1e-9)], [left, left + plotWidth]);
  const values = [...series.flatMap(({ points }) => points.map(({ y }) => y)), ...levels.map(({ y }) => y)];
  const pixels = [top + plotHeight, top] as const;
  const wanted = Math.max(2, plotHeight / between.y);
  const range = log ? logRange(values) : linearRange(values);
  const up = log ? scaleLog(range, pixels) : scaleLinear(range, pixels).nice(wanted);
  const ends = up.domain() as [number, number];
  return {
    x: (value) => across(value),
    y: (value) => up(value),
    xAt: (place) => across.invert(place),
    xTicks: across.ticks(Math.max(2, Math.min(10, plotWidth / between.x))).filter(Number.isInteger),
    yTicks: log ? logTicks(ends[0], ends[1], wanted) : up.ticks(wanted),
  };
}

/** The ends of an axis that holds all values; it need not begin at 0. */
function linearRange(values: readonly number[]): readonly [number, number] {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return [0, 1];
  let low = finite[0]!;
  let high = low;
  for (const value of finite) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const room = high > low ? 0 : Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}
