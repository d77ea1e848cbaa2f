import type { Baselines, SequenceSettings, SequenceSummary } from '../contract/sequence.ts';
import type { ReadDb } from '../project/connection.ts';
import {
  listSequenceModels,
  readSequenceTexts,
  type StoredSequenceModel,
} from '../project/sequence-models.ts';
import { heldOutTexts, type SplitRecord } from './split-record.ts';

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
}

/** Names of held-out texts that are shown. */
const namesShown = 5;

export function sequenceSummaries(db: ReadDb): SequenceSummary[] {
  return listSequenceModels(db).map((model) => sequenceSummary(db, model));
}

export function sequenceSummary(db: ReadDb, model: StoredSequenceModel): SequenceSummary {
  const settings = model.settings as SequenceSettings;
  const history = model.history as SequenceHistory;
  const texts = readSequenceTexts(db, model.id) as SplitRecord;
  return {
    name: model.name,
    settings: { ...settings, parent: model.parent ?? settings.parent },
    parentThere: settings.embeddings === 'learned' ? null : model.parent !== null,
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
    stale: model.stale,
  };
}
