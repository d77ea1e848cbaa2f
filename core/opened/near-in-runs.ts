import { bestRows } from '../vectors/neighbours.ts';
import type { LoadedModel } from './loaded-model.ts';
import type { LoadedStudy } from './loaded-study.ts';

/** Nearest words that are compared. */
const compared = 10;

export interface NearInRuns {
  readonly each: number;
  /** Words × runs × `each`: places among `among`, nearest first; −1 where a run does not have the word. */
  readonly near: Int32Array;
  /** Mean share of the nearest in the model that are nearest in a run; NaN where no run has the word. */
  readonly kept: Float64Array;
}

/**
 * The nearest words of each word in each run, by cosine, among some words. Yields the share done, 0 to 1.
 * @param of rows of the words that are looked at
 * @param among rows of the words that can be near
 */
export function* nearInRuns(
  { runs }: LoadedStudy,
  loaded: LoadedModel,
  { of, among }: { readonly of: readonly number[]; readonly among: readonly number[] },
): Generator<number, NearInRuns, undefined> {
  const each = Math.min(compared, among.length - 1);
  const near = new Int32Array(of.length * runs.count * each).fill(-1);
  const kept = new Float64Array(of.length);
  const scores = new Float32Array(among.length);
  const placeOf = new Map(among.map((row, place) => [row, place]));
  // The most frequent words stand in front: nothing has to be taken out.
  const inFront = among.every((row, place) => row === place);
  const nearest = (all: ArrayLike<number>, row: number) => {
    if (!inFront) among.forEach((other, place) => (scores[place] = all[other]!));
    const own = placeOf.get(row);
    return bestRows(inFront ? all : scores, {
      rows: among.length,
      most: each,
      largestFirst: true,
      exclude: own === undefined ? [] : [own],
    }).map(({ row: place }) => place);
  };
  const ofModel = loaded.scores(false);
  for (const [at, row] of of.entries()) {
    const own = new Set(nearest(ofModel(loaded.space.unitVector(row), 'cosine'), row));
    let [shared, has] = [0, 0];
    for (let run = 0; run < runs.count; run += 1) {
      const query = runs.unitVector(run, row);
      if (query === null) continue;
      const places = nearest(runs.cosines(run, query), row);
      near.set(places, (at * runs.count + run) * each);
      shared += places.filter((place) => own.has(place)).length;
      has += 1;
    }
    kept[at] = has === 0 || each === 0 ? Number.NaN : shared / (has * each);
    if (at % 8 === 0) yield at / of.length;
  }
  return { each, near, kept };
}
