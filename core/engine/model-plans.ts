import type { Checked, Output } from '../contract/contract.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import type { Opened } from '../opened/opened.ts';
import { tokensOf } from '../opened/tokens-of.ts';
import { trainedTokens } from '../opened/trained-tokens.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { findModel, listModels, readModelWords, type StoredModel } from '../project/models.ts';
import { trainingCost } from '../training/cost.ts';
import { trainingPairs } from '../training/pairs.ts';
import { threadsOf } from '../training/rounds-layout.ts';
import { completeSettings, inStretches } from '../training/settings.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** Types and tokens that the minimum count keeps, and what the training will take. */
export function estimateTraining(
  opened: Opened,
  { settings: chosen, texts }: Checked<'model.estimate'>,
): Output<'model.estimate'> {
  const complete = completeSettings(chosen);
  const types = trainedTokens(opened, trainingTexts(opened, texts), complete.layer).types();
  const vocabulary = vocabularyOf(opened, types, complete);
  const settings = inStretches(chosen, complete, vocabulary);
  const { counts, words, keptTokens, totalTokens } = vocabulary;
  const { bytes, operations } = trainingCost(counts, settings);
  return {
    keptTypes: words.length,
    types: types.counts.reduce((sum, count) => sum + Number(count > 0), 0),
    keptShare: keptTokens / totalTokens,
    bytes,
    seconds: secondsFor(opened, operations, settings),
  };
}

/** From the newest model that was trained here: how long its operations took. */
function secondsFor(opened: Opened, operations: number, settings: TrainingSettings): number | null {
  for (const { history, settings: past, kind, id } of listModels(opened.project.db).toReversed()) {
    if (kind !== 'trained' || past?.architecture !== settings.architecture || past.output !== settings.output)
      continue;
    const { seconds, workers } = history ?? {};
    if (seconds === undefined || workers === undefined) continue;
    const { counts } = readModelWords(opened.project.db, id);
    const speed =
      (trainingCost(counts, past).operations / Math.max(seconds, 0.001)) * (threadsOf(settings) / workers);
    return operations / speed;
  }
  return null;
}

/** Trains nothing: shows what the window makes of a sentence, with the vocabulary of a model or of texts. */
export function pairsOfSentence(
  opened: Opened,
  { sentence, seed, settings, model, texts }: Checked<'model.pairs'>,
): Output<'model.pairs'> {
  const stored = model === undefined ? null : findModel(opened.project.db, model);
  const complete = completeSettings({
    ...(stored?.settings ?? {}),
    ...settings,
    ...(seed === undefined ? {} : { seed }),
  });
  const { words, counts, totalTokens } =
    stored === null
      ? vocabularyOf(
          opened,
          trainedTokens(opened, trainingTexts(opened, texts), complete.layer).types(),
          complete,
        )
      : ofModel(opened, stored);
  const rows = new Map(words.map((word, row) => [word, row]));
  const rowOf = (word: string) => rows.get(word) ?? -1;
  return trainingPairs(tokensOf(opened, sentence), { words, counts, totalTokens, rowOf }, complete);
}

function ofModel({ project }: Opened, { id, history }: StoredModel) {
  const { forms, counts } = readModelWords(project.db, id);
  const kept = counts.reduce((sum, count) => sum + count, 0);
  return { words: forms, counts, totalTokens: history?.totalTokens ?? kept };
}
