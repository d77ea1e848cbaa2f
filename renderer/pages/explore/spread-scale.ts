import type { Neighbour } from '../../../core/contract/search.ts';
import type { Spread } from '../../../core/contract/study.ts';

/** Ends of the axis that all bars of a list share. */
export interface SpreadScale {
  readonly from: number;
  readonly to: number;
}

/** From the smallest to the largest of all that is drawn. */
export function scaleOf(rows: readonly (Pick<Neighbour, 'score'> & Partial<Spread>)[]): SpreadScale {
  const drawn = rows.flatMap(({ score, low, high }) =>
    low === undefined || low === null || high === undefined || high === null ? [] : [score, low, high],
  );
  const [from, to] = [Math.min(...drawn), Math.max(...drawn)];
  if (drawn.length === 0) return { from: 0, to: 1 };
  return to > from ? { from, to } : { from: from - 0.5, to: to + 0.5 };
}

/** Place of a value on the axis, as a percentage. */
export const placeOn = ({ from, to }: SpreadScale, value: number): number =>
  (100 * (value - from)) / (to - from);
