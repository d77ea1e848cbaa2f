import type { TrainedSubCorpus } from '../contract/corpus.ts';
import type { ModelSummary } from '../contract/project.ts';
import type { ModelHealth } from '../contract/training.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { listModels, type StoredModel } from '../project/models.ts';
import type { Opened } from './opened.ts';
import { isStale, subCorpusOf } from './training-texts.ts';

/** What the engine stores as a model’s history. */
export interface ModelHistory {
  /** Mean loss per example of each epoch. */
  readonly loss: readonly number[];
  readonly seconds: number;
  /** Raw tokens × epochs ÷ training seconds. */
  readonly wordsPerSecond: number;
  readonly workers: number;
  /** Tokens of the texts, before the minimum count. */
  readonly totalTokens: number;
  /** Missing where it was trained on the whole corpus. */
  readonly subCorpus?: TrainedSubCorpus;
}

export function modelSummaries(opened: Opened): ModelSummary[] {
  return listModels(opened.project.db).map((model) => modelSummary(opened, model));
}

export function modelSummary(opened: Opened, model: StoredModel): ModelSummary {
  const history = model.history as ModelHistory | null;
  const subCorpus = subCorpusOf(model);
  return {
    name: model.name,
    kind: model.kind,
    vocabulary: model.words,
    dimensions: model.dimensions,
    settings: model.settings as TrainingSettings | null,
    subCorpus,
    loss: history?.loss ?? [],
    health: model.health as ModelHealth | null,
    createdAt: model.createdAt,
    stale: subCorpus === null ? model.stale : isStale(opened, subCorpus),
  };
}
