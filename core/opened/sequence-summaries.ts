import type { SequenceSummary } from '../contract/sequence.ts';
import {
  listSequenceModels,
  readSequenceTexts,
  type StoredSequenceModel,
} from '../project/sequence-models.ts';
import type { Opened } from './opened.ts';
import { heldOutTexts } from './split-record.ts';
import { isStale, subCorpusOf } from './training-texts.ts';

/** Names of held-out texts that are shown. */
const namesShown = 5;

export function sequenceSummaries(opened: Opened): SequenceSummary[] {
  return listSequenceModels(opened.project.db).map((model) => sequenceSummary(opened, model));
}

export function sequenceSummary(opened: Opened, model: StoredSequenceModel): SequenceSummary {
  const { db } = opened.project;
  const subCorpus = subCorpusOf(model);
  const settings = model.settings;
  const history = model.history;
  const texts = readSequenceTexts(db, model.id);
  return {
    name: model.name,
    settings: { ...settings, parent: model.parent ?? settings.parent },
    parentThere: settings.embeddings === 'learned' ? null : model.parent !== null,
    subCorpus,
    vocabulary: model.words,
    parameters: history.parameters,
    trainTokens: history.trainTokens,
    heldOutTokens: history.heldOutTokens,
    heldOutTexts: heldOutTexts(db, texts, namesShown),
    loss: history.loss,
    heldOutPerplexity: history.heldOutPerplexity,
    baselines: history.baselines,
    gradientNorms: history.gradientNorms,
    seconds: history.seconds,
    tokensPerSecond: history.tokensPerSecond,
    createdAt: model.createdAt,
    stale: subCorpus === null ? model.stale : isStale(opened, subCorpus),
  };
}
