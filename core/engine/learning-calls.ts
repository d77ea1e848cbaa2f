import { AppError } from '../contract/errors.ts';
import { projectedOn, principalAxes } from '../map/principal-components.ts';
import { loadModel, type LoadedModel } from '../opened/loaded-model.ts';
import { readSteps } from '../project/learning-steps.ts';
import { courseOfWords } from './course-of-words.ts';
import { drawInitialVectors, initialRows } from '../training/initial-vectors.ts';
import { unitRows } from '../vectors/vector-space.ts';
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
  'learning.soFar': ({ training }) => training?.soFar() ?? null,
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
  // Settings are what somebody wrote beside the vectors.
  return { ...loaded, settings: { ...loaded.settings, dimensions: loaded.space.dimensions } };
}

function courseOf({ project: { db } }: Session, loaded: Learned, asked: readonly string[] | undefined) {
  const { model, space, settings } = loaded;
  const watched = model.history?.watched?.rows ?? [];
  return courseOfWords(
    {
      words: space.words,
      counts: space.counts,
      settings,
      watched,
      kept: readSteps(db, model),
      last: model.history?.watched?.end ?? {
        epoch: model.history?.loss.length ?? settings.epochs,
        loss: null,
      },
      vector: (row) => space.vector(row),
      begun: (rows) => initialRows(settings, rows),
    },
    asked === undefined ? watched : [...new Set(asked.map((word) => loaded.row(word)))],
  );
}
