import { periodContexts } from '../change/period-contexts.ts';
import { trajectories, type Trajectories } from '../change/trajectory.ts';
import { smallPeriod, type Trajectory, type TrajectoryAnswer } from '../contract/change.ts';
import type { Checked } from '../contract/contract.ts';
import type { Hooks } from '../contract/progress.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { spellings } from '../opened/corpus-words.ts';
import type { Opened } from '../opened/opened.ts';
import { periodsBy } from '../opened/periods-by.ts';
import { periodTexts, type PeriodTexts } from './period-texts.ts';

const resamples = 50;

/** Answers `change.trajectories`. @throws AppError E_CHANGE_IMPOSSIBLE, E_NO_CORPUS */
export async function followWords(
  opened: Opened,
  { words, by, cuts, window, minCount, permutations, seed }: Checked<'change.trajectories'>,
  hooks: Hooks,
): Promise<TrajectoryAnswer> {
  const periods = periodsBy(opened, { by, cuts });
  const spread = periodTexts(
    opened,
    periods.map(({ documents }) => documents),
    hooks.signal,
  );
  const rowOf = new Map(spread.texts.words.map((word, row) => [word, row]));
  const isFollowed = (row: number | undefined): row is number =>
    row !== undefined && spread.counts[0]![row]! >= minCount;
  const meant = words.map((word) => ({
    word,
    row: spellings(opened, word)
      .map((form) => rowOf.get(form))
      .find(isFollowed),
  }));
  const rows = [...new Set(meant.flatMap(({ row }) => row ?? []))];
  const contexts = periodContexts(spread.texts, rows, { window });
  const found = await finishSteps(
    trajectories(contexts, spread.sides, periods.length, { divisions: permutations, resamples, seed }),
    { signal: hooks.signal, onProgress: shareOf(hooks, 'comparing') },
  );
  return {
    by,
    periods: periods.map(({ name, documents, tokens }) => ({
      name,
      texts: documents.length,
      tokens,
      isSmall: tokens < smallPeriod['temporal-referencing'],
    })),
    words: rows.map((row, target) => trajectoryOf(spread, row, target, minCount, found)),
    unknown: meant.flatMap(({ word, row }) => (row === undefined ? [word] : [])),
  };
}

function trajectoryOf(
  { texts, counts, having }: PeriodTexts,
  row: number,
  target: number,
  minCount: number,
  { distances, tests, intervals }: Trajectories,
): Trajectory {
  return {
    word: texts.words[row]!,
    points: counts.map((inPeriod, period) => {
      const at = target * counts.length + period;
      const number = (value: number | undefined) =>
        value === undefined || Number.isNaN(value) ? null : value;
      const isEnough = period > 0 && inPeriod[row]! >= minCount;
      const test = isEnough ? tests[at] : null;
      const wasEnough = period > 0 && counts[period - 1]![row]! >= minCount;
      return {
        count: inPeriod[row]!,
        texts: having[period]![row]!,
        score: isEnough ? number(distances.first[at]) : null,
        low: isEnough ? intervals[at]!.low : null,
        high: isEnough ? intervals[at]!.high : null,
        expected: test?.expected ?? null,
        p: test?.p ?? null,
        q: test?.q ?? null,
        step: isEnough && wasEnough ? number(distances.step[at]) : null,
      };
    }),
  };
}
