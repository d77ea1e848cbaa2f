import type { ByChance, Spread, StudyBehind, WholeKind } from '../contract/study.ts';
import type { AnalogyQuery } from '../vectors/analogies.ts';
import { analogyScores } from '../vectors/analogies.ts';
import { rowsOfCount } from '../vectors/neighbours.ts';
import { dot } from '../vectors/vector-space.ts';
import { intervalAround } from '../studies/interval.ts';
import { quantile, spreadOfList, type ListSpread, type ScoresOfRun } from '../studies/spread.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { LoadedStudy } from './loaded-study.ts';

/** A list as it was answered: what the runs say of the same words. */
export interface AnsweredList {
  readonly rows: readonly number[];
  /** Of the model itself. */
  readonly scores: readonly number[];
  readonly top: number;
  readonly minCount: number;
  readonly exclude: readonly number[];
}

const asked = ({ space }: LoadedModel, { minCount, ...list }: AnsweredList) => ({
  ...list,
  among: rowsOfCount(space, minCount),
});

/** Other settings are chosen, not drawn. */
const scaleOf = (kind: WholeKind) => (kind === 'settings' ? 'range' : 'cosine');

/** How far the runs agree on the neighbours of a word, by cosine. */
export function neighbourSpread(
  { kind, runs }: LoadedStudy,
  loaded: LoadedModel,
  row: number,
  list: AnsweredList,
): ListSpread {
  function* scores(): Generator<ScoresOfRun> {
    for (let run = 0; run < runs.count; run += 1) {
      const query = runs.unitVector(run, row);
      yield query === null ? null : runs.cosines(run, query);
    }
  }
  return spreadOfList(scores(), { ...asked(loaded, list), scale: scaleOf(kind) });
}

/** How far the runs agree on the answers to an analogy. One that lacks a word of the question says nothing. */
export function analogySpread(
  { kind, runs }: LoadedStudy,
  loaded: LoadedModel,
  query: Pick<AnalogyQuery, 'positive' | 'negative' | 'method'>,
  list: AnsweredList,
): ListSpread {
  function* scores(): Generator<ScoresOfRun> {
    for (let run = 0; run < runs.count; run += 1) {
      const vectors = new Map(
        [...query.positive, ...query.negative].map((row) => [row, runs.unitVector(run, row)]),
      );
      if ([...vectors.values()].includes(null)) {
        yield null;
        continue;
      }
      const space = {
        dimensions: loaded.space.dimensions,
        unitVector: (row: number) => vectors.get(row)!,
      };
      yield analogyScores(space, (vector) => runs.cosines(run, vector), query);
    }
  }
  // 3CosMul is a ratio of products, no cosine.
  return spreadOfList(scores(), {
    ...asked(loaded, list),
    scale: kind !== 'settings' && query.method === 'mul' ? 'plain' : scaleOf(kind),
  });
}

/** The cosine of two words over the runs that have both. @param score of the model itself */
export function pairSpread(
  { kind, runs }: LoadedStudy,
  score: number,
  first: number,
  second: number,
): Spread {
  const cosines: number[] = [];
  for (let run = 0; run < runs.count; run += 1) {
    const [a, b] = [runs.unitVector(run, first), runs.unitVector(run, second)];
    if (a !== null && b !== null) cosines.push(dot(a, b));
  }
  return { ...intervalAround(score, cosines, scaleOf(kind)), runs: cosines.length, of: runs.count };
}

/**
 * The intervals of the cosines of words, each with each.
 * @param values of the model itself, words × words
 * @returns ends of the intervals in the same order; NaN where fewer than two runs have both words
 */
export function matrixSpread(
  { kind, runs }: LoadedStudy,
  rows: readonly number[],
  values: Float32Array,
): { readonly low: Float32Array; readonly high: Float32Array } {
  const vectors = Array.from({ length: runs.count }, (_, run) =>
    rows.map((row) => runs.unitVector(run, row)),
  );
  const [low, high] = [new Float32Array(values.length), new Float32Array(values.length)];
  for (let first = 0; first < rows.length; first += 1)
    for (let second = 0; second <= first; second += 1) {
      const cosines = vectors.flatMap((of) => {
        const [a, b] = [of[first] ?? null, of[second] ?? null];
        return a === null || b === null ? [] : [dot(a, b)];
      });
      const at = first * rows.length + second;
      const interval = intervalAround(values[at]!, cosines, scaleOf(kind));
      for (const one of [at, second * rows.length + first]) {
        low[one] = interval.low ?? NaN;
        high[one] = interval.high ?? NaN;
      }
    }
  return { low, high };
}

/** How alike each word is to another where nothing but their frequency is left. */
export function byChance({ runs }: LoadedStudy, row: number, others: readonly number[]): ByChance[] {
  return others.map((other) => {
    const cosines: number[] = [];
    for (let run = 0; run < runs.count; run += 1) {
      const [a, b] = [runs.unitVector(run, row), runs.unitVector(run, other)];
      if (a !== null && b !== null) cosines.push(dot(a, b));
    }
    return { chance: cosines.length < 2 ? null : quantile(Float64Array.from(cosines).sort(), 0.975) };
  });
}

/** What is said of the study itself beside an answer. */
export const behind = (
  { kind, runs }: LoadedStudy,
  { overlap }: Pick<ListSpread, 'overlap'>,
): StudyBehind => ({
  kind,
  runs: runs.count,
  overlap,
});
