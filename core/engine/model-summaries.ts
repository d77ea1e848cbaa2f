import type { ModelSummary } from '../contract/project.ts';
import type { ModelHealth, TrainingSettings } from '../contract/training.ts';
import type { ReadDb } from '../project/connection.ts';
import { listModels, type StoredModel } from '../project/models.ts';

/** What the engine stores as a model’s history. */
export interface ModelHistory {
  /** Mean loss per example of each epoch. */
  readonly loss: readonly number[];
  readonly seconds: number;
  /** Raw tokens × epochs ÷ training seconds. */
  readonly wordsPerSecond: number;
  readonly workers: number;
  /** Tokens of the corpus, before the minimum count. */
  readonly totalTokens: number;
}

export function modelSummaries(db: ReadDb): ModelSummary[] {
  return listModels(db).map(modelSummary);
}

export function modelSummary(model: StoredModel): ModelSummary {
  const history = model.history as ModelHistory | null;
  return {
    name: model.name,
    kind: model.kind,
    vocabulary: model.words,
    dimensions: model.dimensions,
    settings: model.settings as TrainingSettings | null,
    loss: history?.loss ?? [],
    health: model.health as ModelHealth | null,
    createdAt: model.createdAt,
    stale: model.stale,
  };
}
