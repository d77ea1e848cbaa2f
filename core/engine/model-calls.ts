import { methodsInChinese } from '../contract/messages/methods.zh.ts';
import { methodsInEnglish } from '../contract/messages/methods.en.ts';
import { methodsFacts } from '../opened/methods-facts.ts';
import type { ModelSummary } from '../contract/project.ts';
import { AppError } from '../contract/errors.ts';
import { deleteModel, findModel, renameModel } from '../project/models.ts';
import { mostStretches } from '../kernel/memory-map.ts';
import { presetFor } from '../training/presets.ts';
import { pathOf, type Handlers } from './handlers.ts';
import { forgetModel } from '../opened/loaded-model.ts';
import { importVectors } from './import-vectors.ts';
import { modelSummaries, modelSummary } from '../opened/model-summaries.ts';
import type { Jobs } from './jobs.ts';
import { estimateTraining, pairsOfSentence } from './model-plans.ts';
import { trainModel } from './train-model.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { writeBundle } from './write-bundle.ts';

export const modelCalls: Handlers<'model'> = {
  'model.preset': (session, { texts }) => {
    const { documents, tokens } = trainingTexts(session, texts);
    const { settings, ...preset } = presetFor(tokens);
    // All cores but one, which the window and other programs need.
    const workers = Math.min(mostStretches, Math.max(1, session.environment.cpuCount - 1));
    return { documents, tokens, ...preset, settings: { ...settings, workers } };
  },
  'model.estimate': estimateTraining,
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
  'model.bundle': (session, { model, target }) => writeBundle(session, { model, folder: pathOf(target) }),
  'model.methods': (session, { model, locale }) => {
    const facts = methodsFacts(session, model);
    const write = { en: methodsInEnglish, zh: methodsInChinese }[locale];
    return { model: facts.model, text: write(facts) };
  },
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
  'model.pairs': pairsOfSentence,
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

const nothingTrained = () => new AppError('E_REQUEST_INVALID', { reason: 'nothing is being trained' });

function trainingJob(jobs: Jobs): number {
  const job = jobs.list().find((one) => 'losses' in one);
  if (job === undefined) throw nothingTrained();
  return job.id;
}
