import type { LearningStep, LearningWord } from '../contract/learning.ts';
import { AppError } from '../contract/errors.ts';
import { projectedOn, principalAxes } from '../map/principal-components.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { readSteps, type StoredStep } from '../project/learning-steps.ts';
import { drawInitialVectors, initialRows } from '../training/initial-vectors.ts';
import { measureOf } from '../vectors/measures.ts';
import { unit } from '../vectors/vector-space.ts';
import type { Handlers } from './handlers.ts';
import type { Session } from './session.ts';

export const learningCalls: Handlers<'learning'> = {
  'learning.steps': (session, { model, words }) => {
    const loaded = learned(loadModel(session, model));
    const { steps, ways } = courseOf(session, loaded, words);
    return {
      model: loaded.model.name,
      dimensions: loaded.space.dimensions,
      epochs: loaded.settings.epochs,
      steps,
      loss: loaded.model.history?.loss ?? [],
      words: ways,
    };
  },
  'learning.paths': (session, { model, words, most }) => {
    const loaded = learned(loadModel(session, model));
    const { space } = loaded;
    const { steps, ways } = courseOf(session, loaded, words);
    const shown = Math.min(most, space.words.length);
    const values = new Float32Array(shown * space.dimensions);
    for (let row = 0; row < shown; row += 1) values.set(space.unitVector(row), row * space.dimensions);
    const axes = principalAxes(values, space.dimensions, 2);
    return {
      model: loaded.model.name,
      steps,
      shares: axes.shares,
      paths: ways.map((way) => ({
        word: way.word,
        steps: way.steps,
        places: projectedOn(axes, unitRows(way.values, space.dimensions)),
      })),
      ground: { words: space.words.slice(0, shown), places: projectedOn(axes, values) },
    };
  },
  'learning.matrix': (session, { model, state, offset, limit }) => {
    const loaded = loadModel(session, model);
    const { space } = loaded;
    const { dimensions } = space;
    const from = Math.min(offset, space.words.length);
    const to = Math.min(space.words.length, from + limit);
    const values = new Float32Array((to - from) * dimensions);
    if (state === 'trained') values.set(space.values.subarray(from * dimensions, to * dimensions));
    else
      drawInitialVectors(learned(loaded).settings, to, (row) =>
        row < from ? null : values.subarray((row - from) * dimensions, (row - from + 1) * dimensions),
      );
    return {
      model: loaded.model.name,
      state,
      dimensions,
      words: space.words.slice(from, to),
      counts: Array.from({ length: to - from }, (_, at) => space.counts?.[from + at] ?? 0),
      values,
      total: space.words.length,
    };
  },
};

type Learned = LoadedModel & { readonly settings: NonNullable<LoadedModel['settings']> };

/** @throws AppError E_NOTHING_LEARNED for vectors of another program, and for counts: nothing of them was random first */
function learned(loaded: LoadedModel): Learned {
  if (loaded.settings === null || loaded.settings.architecture === 'count')
    throw new AppError('E_NOTHING_LEARNED', { model: loaded.model.name });
  return loaded as Learned;
}

function courseOf(
  { project: { db } }: Session,
  loaded: Learned,
  asked: readonly string[] | undefined,
): { readonly steps: readonly LearningStep[]; readonly ways: readonly LearningWord[] } {
  const { model, space, settings } = loaded;
  const kept = readSteps(db, model);
  const watched = model.history?.watched?.rows ?? [];
  const rows = asked === undefined ? watched : [...new Set(asked.map((word) => loaded.row(word)))];
  const begun = initialRows(settings, rows);
  const steps = [
    { epoch: 0, loss: null },
    ...kept.map(({ epoch, loss }) => ({ epoch, loss })),
    model.history?.watched?.end ?? { epoch: model.history?.loss.length ?? settings.epochs, loss: null },
  ];
  const { dimensions } = space;
  const ways = rows.map((row, at): LearningWord => {
    const place = watched.indexOf(row);
    const vectors = [
      begun.subarray(at * dimensions, (at + 1) * dimensions),
      ...(place < 0 ? [] : kept.map(({ values }) => rowOf({ values }, place, dimensions))),
      space.vector(row),
    ];
    const values = new Float32Array(vectors.length * dimensions);
    vectors.forEach((vector, step) => values.set(vector, step * dimensions));
    return {
      word: space.words[row]!,
      count: space.counts?.[row] ?? 0,
      watched: place >= 0,
      steps: place < 0 ? [0, steps.length - 1] : steps.map((_, step) => step),
      values,
      towardsEnd: vectors.map((vector) => measureOf.cosine(vector, space.vector(row))),
    };
  });
  return { steps, ways };
}

const rowOf = ({ values }: Pick<StoredStep, 'values'>, place: number, dimensions: number) =>
  values.subarray(place * dimensions, (place + 1) * dimensions);

function unitRows(values: Float32Array, dimensions: number): Float32Array {
  const rows = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += dimensions)
    rows.set(unit(values.subarray(at, at + dimensions)), at);
  return rows;
}
