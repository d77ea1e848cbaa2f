import type { TrainedSubCorpus } from '../contract/corpus.ts';
import type { Baselines, SequenceSummary } from '../contract/sequence.ts';
import type { SequenceSettings } from '../contract/settings/sequence.ts';
import {
  listSequenceModels,
  readSequenceTexts,
  type StoredSequenceModel,
} from '../project/sequence-models.ts';
import type { Opened } from './opened.ts';
import { heldOutTexts, type SplitRecord } from './split-record.ts';
import { isStale, subCorpusOf } from './training-texts.ts';

/** What the engine stores as a recurrent model’s history. */
export interface SequenceHistory {
  /** Mean loss of a token in each epoch, in nats. */
  readonly loss: readonly number[];
  readonly heldOutPerplexity: readonly number[];
  readonly baselines: Baselines;
  readonly gradientNorms: readonly number[];
  readonly trainTokens: number;
  readonly heldOutTokens: number;
  readonly parameters: number;
  readonly seconds: number;
  /** Tokens of the training part × epochs ÷ seconds, measuring included. */
  readonly tokensPerSecond: number;
  /** Missing where it was trained on the whole corpus. */
  readonly subCorpus?: TrainedSubCorpus;
}

/** Names of held-out texts that are shown. */
const namesShown = 5;

export function sequenceSummaries(opened: Opened): SequenceSummary[] {
  return listSequenceModels(opened.project.db).map((model) => sequenceSummary(opened, model));
}

export function sequenceSummary(opened: Opened, model: StoredSequenceModel): SequenceSummary {
  const { db } = opened.project;
  const subCorpus = subCorpusOf(model);
  const settings = model.settings as SequenceSettings;
  const history = model.history as SequenceHistory;
  const texts = readSequenceTexts(db, model.id) as SplitRecord;
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
