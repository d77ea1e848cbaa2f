import type { Checked, Output } from '../contract/contract.ts';
import type { ModelSummary } from '../contract/project.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { AppError } from '../contract/errors.ts';
import {
  deleteModel,
  findModel,
  listModels,
  readModelWords,
  renameModel,
  type StoredModel,
} from '../project/models.ts';
import { trainingCost } from '../training/cost.ts';
import { trainingPairs } from '../training/pairs.ts';
import { presetFor } from '../training/presets.ts';
import { completeSettings } from '../training/settings.ts';
import { buildVocabulary } from '../vocabulary/vocabulary.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { forgetModel } from '../opened/loaded-model.ts';
import { importVectors } from './import-vectors.ts';
import { modelSummaries, modelSummary, type ModelHistory } from '../opened/model-summaries.ts';
import type { Jobs } from './jobs.ts';
import type { Session } from './session.ts';
import { tokensOf } from '../opened/tokens-of.ts';
import { trainModel } from './train-model.ts';
import { trainingTexts, type TrainingTexts } from '../opened/training-texts.ts';

export const modelCalls: Handlers<'model'> = {
  'model.preset': (session, { texts }) => {
    const { documents, tokens } = trainingTexts(session, texts);
    return { documents, tokens, ...presetFor(tokens) };
  },
  'model.estimate': (session, { settings, texts }) =>
    estimate(session, completeSettings(settings), trainingTexts(session, texts)),
  'model.train': (session, request, hooks) => trainModel(session, request, hooks),
  'model.pause': ({ jobs }) => {
    jobs.pause(trainingJob(jobs));
    return null;
  },
  'model.continue': ({ jobs }) => {
    jobs.resume(trainingJob(jobs));
    return null;
  },
  'model.stopAndKeep': ({ training }) => {
    if (training === null) throw nothingTrained();
    training.stopAndKeep();
    return null;
  },
  'model.list': modelSummaries,
  'model.rename': (session, { model, name }): ModelSummary => {
    const { db } = session.project;
    renameModel(db, model, name);
    return modelSummary(session, findModel(db, name));
  },
  'model.delete': (session, { model }) => {
    const { db } = session.project;
    const { id } = findModel(db, model);
    deleteModel(db, model);
    forgetModel(session, id);
    return null;
  },
  'model.pairs': pairsOf,
  'model.importVectors': (session, { file, name, limit }, hooks) =>
    importVectors(
      session,
      {
        path: pathOf(file),
        ...(name === undefined ? {} : { name }),
        ...(limit === undefined ? {} : { limit }),
      },
      hooks,
    ),
};

/** Types and tokens that the minimum count keeps, and what the training will take. */
function estimate(
  session: Session,
  settings: TrainingSettings,
  texts: TrainingTexts,
): Output<'model.estimate'> {
  const types = texts.types();
  const { counts, words, keptTokens, totalTokens } = buildVocabulary(types, settings);
  const { bytes, operations } = trainingCost(counts, settings);
  return {
    keptTypes: words.length,
    types: types.counts.reduce((sum, count) => sum + Number(count > 0), 0),
    keptShare: keptTokens / totalTokens,
    bytes,
    seconds: secondsFor(session, operations, settings),
  };
}

/** From the newest model that was trained here: how long its operations took. */
function secondsFor(session: Session, operations: number, settings: TrainingSettings): number | null {
  for (const { history, settings: earlier, kind, id } of listModels(session.project.db).toReversed()) {
    const past = earlier as TrainingSettings | null;
    if (kind !== 'trained' || past?.architecture !== settings.architecture || past.output !== settings.output)
      continue;
    const { seconds, workers } = history as ModelHistory;
    const { counts } = readModelWords(session.project.db, id);
    const speed =
      (trainingCost(counts, past).operations / Math.max(seconds, 0.001)) * (settings.workers / workers);
    return operations / speed;
  }
  return null;
}

/** Trains nothing: shows what the window makes of a sentence, with the vocabulary of a model or of texts. */
function pairsOf(
  session: Session,
  { sentence, seed, settings, model, texts }: Checked<'model.pairs'>,
): Output<'model.pairs'> {
  const { project } = session;
  const stored = model === undefined ? null : findModel(project.db, model);
  const complete = completeSettings({
    ...((stored?.settings as TrainingSettings | null | undefined) ?? {}),
    ...settings,
    ...(seed === undefined ? {} : { seed }),
  });
  const { words, counts, totalTokens } =
    stored === null
      ? buildVocabulary(trainingTexts(session, texts).types(), complete)
      : ofModel(session, stored);
  const rows = new Map(words.map((word, row) => [word, row]));
  const rowOf = (word: string) => rows.get(word) ?? -1;
  return trainingPairs(tokensOf(session, sentence), { words, counts, totalTokens, rowOf }, complete);
}

function ofModel({ project }: Session, { id, history }: StoredModel) {
  const { forms, counts } = readModelWords(project.db, id);
  const kept = counts.reduce((sum, count) => sum + count, 0);
  return { words: forms, counts, totalTokens: (history as ModelHistory | null)?.totalTokens ?? kept };
}

const nothingTrained = () => new AppError('E_REQUEST_INVALID', { reason: 'nothing is being trained' });

function trainingJob(jobs: Jobs): number {
  const job = jobs.list().find((one) => 'losses' in one);
  if (job === undefined) throw nothingTrained();
  return job.id;
}
