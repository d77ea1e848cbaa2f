import type { Learning, LearningWord } from '../../core/contract/learning.ts';
import { symmetricLimit, type Grid } from '../parts/heatmap/grid.ts';

/** The row of a word at each moment that is known of it, as a heatmap from the first to the last. */
export function rowsOverTime(
  { dimensions, steps }: Pick<Learning, 'dimensions' | 'steps'>,
  word: LearningWord,
  named: (epoch: number, isFirst: boolean, isLast: boolean) => string,
): Grid {
  const last = steps.length - 1;
  return {
    rows: word.steps.map((step) => named(steps[step]!.epoch, step === 0, step === last)),
    columns: Array.from({ length: dimensions }, (_, at) => String(at + 1)),
    values: word.values,
    limit: symmetricLimit(word.values),
    scale: 'diverging',
    columnsAre: 'numbers',
  };
}
