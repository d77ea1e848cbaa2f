import type { ModelSummary } from '../contract/project.ts';
import type { TrainingSettings } from '../contract/training.ts';
import { AppError } from '../contract/errors.ts';
import { corpusSummary } from '../project/documents.ts';
import { deleteModel, findModel, renameModel } from '../project/models.ts';
import { trainingCost } from '../training/cost.ts';
import { trainingPairs } from '../training/pairs.ts';
import { presetFor } from '../training/presets.ts';
import { completeSettings } from '../training/settings.ts';
import { buildVocabulary } from '../vocabulary/vocabulary.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { importVectors } from './import-vectors.ts';
import { modelSummaries, modelSummary } from './model-summaries.ts';
import type { RunningTraining, Session } from './session.ts';
import { trainModel } from './train-model.ts';

export const modelCalls: Handlers<'model'> = {
  'model.preset': ({ project }) => {
    const { tokens } = corpusSummary(project.db);
    return { tokens, ...presetFor(tokens) };
  },
  'model.estimate': (session, { settings }) => estimate(session, completeSettings(settings)),
  'model.train': (session, request, hooks) => trainModel(session, request, hooks),
  'model.pause': (session) => steer(session, (training) => training.pause()),
  'model.continue': (session) => steer(session, (training) => training.resume()),
  'model.stopAndKeep': (session) => steer(session, (training) => training.stopAndKeep()),
  'model.list': ({ project }) => modelSummaries(project.db),
  'model.rename': ({ project, loaded }, { model, name }): ModelSummary => {
    renameModel(project.db, model, name);
    loaded.delete(model);
    return modelSummary(findModel(project.db, name));
  },
  'model.delete': ({ project, loaded }, { model }) => {
    deleteModel(project.db, model);
    loaded.delete(model);
    return null;
  },
  'model.pairs': (session, { sentence, seed, settings, model }) =>
    pairs(session, { sentence, seed, settings, model }),
  'model.importVectors': (session, { file, name, limit }, hooks) =>
    importVectors(session, { path: pathOf(file), name, limit }, hooks),
};

function steer(session: Session, action: (training: RunningTraining) => void): null {
  if (session.training === null)
    throw new AppError('E_REQUEST_INVALID', { reason: 'nothing is being trained' });
  action(session.training);
  return null;
}
