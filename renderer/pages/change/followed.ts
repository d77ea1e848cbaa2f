import type { Trajectory, TrajectoryAnswer, TrajectoryPoint } from '../../../core/contract/change.ts';
import type { Column } from '../../parts/column.ts';
import type { Point } from '../../parts/plot/series.ts';
import type { Interface } from '../../state/interface.svelte.ts';
import { numberColumns } from './number-columns.ts';
import type { Words } from './Words.en.ts';

/** A word in a period, as a table has it. */
export interface FollowedRow extends TrajectoryPoint {
  readonly word: string;
  readonly period: string;
}

export const followedRows = ({ words, periods }: TrajectoryAnswer): readonly FollowedRow[] =>
  words.flatMap(({ word, points }) =>
    points.map((point, at) => ({ ...point, word, period: periods[at]!.name })),
  );

/** By the number of the period; a period without an answer has no point. */
export const pointsOf = ({ points }: Trajectory, of: 'score' | 'expected'): readonly Point[] =>
  points.flatMap((point, x) => (point[of] === null ? [] : [{ x, y: point[of] }]));

export const rangesOf = ({ points }: Trajectory) =>
  points.flatMap(({ low, high }, x) => (low === null || high === null ? [] : [{ x, low, high }]));

export function followedColumns(
  ui: Pick<Interface, 'fixed' | 'whole' | 'short' | 't'>,
  t: Words,
): readonly Column<FollowedRow>[] {
  const { column, three, probability } = numberColumns<FollowedRow>(ui);
  return [
    {
      id: 'word',
      name: ui.t.parts.word,
      kind: 'word',
      shown: ({ word }) => word,
      value: ({ word }) => word,
    },
    {
      id: 'period',
      name: t.period,
      kind: 'corpus',
      width: '130px',
      shown: ({ period }) => period,
      value: ({ period }) => period,
    },
    column('score', t.fromFirst, t.fromFirstNote, '110px', three),
    column('low', t.low, t.intervalNote, '80px', three),
    column('high', t.high, t.intervalNote, '80px', three),
    column('expected', t.expected, t.expectedNote, '88px', three),
    column('p', t.p, t.pNote, '68px', probability),
    column('q', t.q, t.qNote, '68px', probability),
    column('step', t.step, t.stepNote, '110px', three),
    column('count', ui.t.parts.count, t.countInPeriod, '70px', ui.whole),
    column('texts', t.textsFrom, t.textsInPeriod, '64px', ui.whole),
  ];
}
