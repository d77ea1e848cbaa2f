import { foundAt, comparisonsIn, type ChangeCourse } from '../change/measure-change.ts';
import { candidatesOf, nearNeighbours, sharedNeighbours } from '../change/neighbourhoods.ts';
import { dimensionsOf } from '../change/part-models.ts';
import { periodContexts } from '../change/period-contexts.ts';
import { runChange, threadsFor, timeChange, type ChangeWork } from '../change/run-change.ts';
import {
  smallPeriod,
  type ChangeMethod,
  type ChangeModels,
  type ChangeObstacle,
  type ChangePeriod,
  type ChangeRow,
} from '../contract/change.ts';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { StopSignal } from '../contract/progress.ts';
import { shareOf } from '../finish-steps.ts';
import { spellings } from '../opened/corpus-words.ts';
import type { Opened } from '../opened/opened.ts';
import { trainingTexts, type TrainingTexts } from '../opened/training-texts.ts';
import { followWords } from './follow-words.ts';
import type { Handlers } from './handlers.ts';
import { periodTexts, type PeriodTexts } from './period-texts.ts';

/** Fewer texts have too few divisions. */
const leastTexts = 4;
/** Fewer words make no model, and have no neighbourhoods to speak of. */
const leastWords = 30;
const course = { resamples: 50, splits: 20 } as const;

export const changeCalls: Handlers<'change'> = {
  'change.words': async (session, request, hooks) => {
    const { periods, spread, targets, work } = comparedTexts(session, request, request.seed, hooks.signal);
    const { environment } = session;
    const { scores, tests, intervals, control } = await runChange(environment.workers.change, work, {
      threads: threadsFor(work, environment.cpuCount),
      signal: hooks.signal,
      onShare: shareOf(hooks, 'comparing'),
    });
    const all = targets.flatMap((row, at): ChangeRow[] => {
      const test = tests[at];
      if (test == null) return [];
      return [
        {
          word: spread.texts.words[row]!,
          score: scores[at]!,
          ...intervals[at]!,
          ...test,
          countFrom: spread.counts[0]![row]!,
          countTo: spread.counts[1]![row]!,
          textsFrom: spread.having[0]![row]!,
          textsTo: spread.having[1]![row]!,
        },
      ];
    });
    const found = all.filter(({ q }) => q <= foundAt).length;
    const listed =
      request.words === undefined ? null : new Set(request.words.flatMap((word) => spellings(session, word)));
    const { method } = request;
    return {
      method,
      models: modelsOf(method, targets.length),
      from: periodOf(periods[0], method),
      to: periodOf(periods[1], method),
      words: targets.length,
      untested: targets.length - all.length,
      found,
      differsAsAWhole: found > all.length / 2,
      rows: all
        .filter(({ word }) => listed?.has(word) ?? true)
        .sort((a, b) => b.excess - a.excess)
        .slice(0, request.top),
      control,
    };
  },
  'change.cost': async (session, request, { signal }) => {
    const { targets, work } = comparedTexts(session, request, 1, signal);
    const { environment } = session;
    const { first, further } = await timeChange(environment.workers.change, work, {
      now: environment.now,
      signal,
    });
    const threads = threadsFor(work, environment.cpuCount);
    const comparisons = comparisonsIn(work.course);
    return {
      method: request.method,
      comparisons,
      words: targets.length,
      threads,
      seconds: (first + further * (Math.ceil(comparisons / threads) - 1)) / 1000,
    };
  },
  'change.trajectories': followWords,
};

type Asked = Pick<Checked<'change.words'>, 'from' | 'to' | 'method' | 'window' | 'minCount' | 'permutations'>;

/** @throws AppError E_CHANGE_IMPOSSIBLE, E_SUB_CORPUS_EMPTY, E_MODEL_TOO_LARGE */
function comparedTexts(
  opened: Opened,
  { from, to, method, window, minCount, permutations }: Asked,
  seed: number,
  signal: StopSignal | undefined,
): {
  readonly periods: readonly [TrainingTexts, TrainingTexts];
  readonly spread: PeriodTexts;
  /** Rows of the words that are compared, by falling count. */
  readonly targets: readonly number[];
  readonly work: ChangeWork;
} {
  const periods = [
    trainingTexts(opened, { conditions: from }),
    trainingTexts(opened, { conditions: to }),
  ] as const;
  const earlier = new Set(periods[0].only);
  if (periods[1].only!.some((document) => earlier.has(document))) throw impossible('shared-texts');
  const spread = periodTexts(opened, [periods[0].only!, periods[1].only!], signal);
  if (spread.sizes.some((size) => size < leastTexts)) throw impossible('few-texts', { least: leastTexts });
  const targets = spread.texts.words.flatMap((_, row) =>
    spread.counts.every((counts) => counts[row]! >= minCount) ? [row] : [],
  );
  if (targets.length === 0) throw impossible('no-words', { least: minCount });
  if (method !== 'temporal-referencing' && targets.length < leastWords)
    throw impossible('few-words', { least: leastWords, words: targets.length });
  const asked: ChangeCourse = { ...course, divisions: permutations, seed };
  const contexts = periodContexts(spread.texts, targets, { window });
  return { periods, spread, targets, work: { contexts, sides: spread.sides, method, course: asked } };
}

const impossible = (
  reason: ChangeObstacle,
  details: { readonly least?: number; readonly words?: number } = {},
) => new AppError('E_CHANGE_IMPOSSIBLE', { reason, ...details });

const periodOf = ({ documents, tokens }: TrainingTexts, method: ChangeMethod): ChangePeriod => ({
  texts: documents,
  tokens,
  isSmall: tokens < smallPeriod[method],
});

function modelsOf(method: ChangeMethod, words: number): ChangeModels | null {
  if (method === 'temporal-referencing') return null;
  const dimensions = dimensionsOf(words);
  if (method === 'procrustes') return { dimensions, neighbours: null, candidates: null };
  const neighbours = method === 'overlap' ? sharedNeighbours(words) : nearNeighbours(words);
  return { dimensions, neighbours, candidates: candidatesOf(words) };
}
