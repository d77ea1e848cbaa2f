import { scaleLinear, scaleLog } from 'd3-scale';
import type { Box } from './scales.ts';
import { logRange, logTicks } from './ticks.ts';

/** Something that has a place by two numbers. */
export interface Mark {
  readonly name: string;
  readonly x: number;
  /** More than 0: equal distances upwards are equal ratios. */
  readonly y: number;
  /** Drawn in the other colour. */
  readonly second?: boolean;
}

export interface PlacedMark extends Mark {
  readonly left: number;
  readonly top: number;
}

export interface ScatterScales {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
}

/** Axes that hold all marks: across 0 too, upwards a line at `level`. */
export function scatterScales(
  marks: readonly Mark[],
  level: number,
  { width, height, left, right, top, bottom }: Box,
): ScatterScales {
  const plotWidth = Math.max(40, width - left - right);
  const plotHeight = Math.max(40, height - top - bottom);
  let [low, high] = [0, 0];
  for (const { x } of marks) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  const wanted = Math.max(2, Math.min(8, plotWidth / 56));
  const across = scaleLinear([low, Math.max(high, low + 1)], [left, left + plotWidth]).nice(wanted);
  const ends = logRange([level, ...marks.map(({ y }) => y)]);
  const up = scaleLog(ends, [top + plotHeight, top]);
  return {
    x: (value) => across(value),
    y: (value) => up(value),
    xTicks: across.ticks(wanted),
    yTicks: logTicks(ends[0], ends[1], Math.max(2, plotHeight / 40)),
  };
}

export interface MarkName {
  readonly mark: PlacedMark;
  readonly left: number;
  /** Which end of the name stands at `left`. */
  readonly anchor: 'start' | 'end';
}

const lineHeight = 14;
const gap = 6;

/**
 * As many names as have room, those of the first marks before others: at the right of a mark, else at its left, never over another name.
 * @param most names
 * @param widthOf a name, in pixels
 */
export function namesWithRoom(
  marks: readonly PlacedMark[],
  most: number,
  { width, left, right }: Pick<Box, 'width' | 'left' | 'right'>,
  widthOf: (name: string) => number,
): readonly MarkName[] {
  const taken: { readonly from: number; readonly to: number; readonly top: number }[] = [];
  const names: MarkName[] = [];
  for (const mark of marks) {
    if (names.length >= most) break;
    const length = widthOf(mark.name);
    for (const anchor of ['start', 'end'] as const) {
      const at = mark.left + (anchor === 'start' ? gap : -gap);
      const [from, to] = anchor === 'start' ? [at, at + length] : [at - length, at];
      const isInside = from >= left && to <= width - right;
      const isFree = taken.every(
        (other) => Math.abs(other.top - mark.top) >= lineHeight || other.to < from || other.from > to,
      );
      if (!isInside || !isFree) continue;
      taken.push({ from, to, top: mark.top });
      names.push({ mark, left: at, anchor });
      break;
    }
  }
  return names;
}

/** The mark next to a place, not further off than `within` pixels; the first of those that lie on each other. */
export function markAt(
  marks: readonly PlacedMark[],
  left: number,
  top: number,
  within: number,
): PlacedMark | undefined {
  let best: PlacedMark | undefined;
  let nearest = within;
  for (const mark of marks) {
    const distance = Math.hypot(mark.left - left, mark.top - top);
    if (distance > nearest || (best !== undefined && distance === nearest)) continue;
    best = mark;
    nearest = distance;
  }
  return best;
}
