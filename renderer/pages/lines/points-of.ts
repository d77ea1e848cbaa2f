import type { DistributionRow } from '../../../core/contract/query.ts';
import type { Point } from '../../parts/plot/series.ts';

const dated = /^(-?\d{1,6})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Where a date or a number lies on an axis of years: June 1849 is 1849.4; null for other words. */
export function placeOf(value: string): number | null {
  const [, year, month, day] = dated.exec(value) ?? [];
  if (year === undefined) {
    const number = Number(value);
    return value.trim() === '' || !Number.isFinite(number) ? null : number;
  }
  if (month === undefined) return Number(year);
  return Number(year) + (Number(month) - 1) / 12 + (day === undefined ? 0 : (Number(day) - 1) / 366);
}

/** Frequencies in the order of their places; texts without a value have none. */
export const pointsOf = (rows: readonly DistributionRow[]): readonly Point[] =>
  rows
    .flatMap(({ value, perMillion }) => {
      const x = placeOf(value);
      return x === null || perMillion === null ? [] : [{ x, y: perMillion }];
    })
    .sort((a, b) => a.x - b.x);
