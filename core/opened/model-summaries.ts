import type { ModelSummary } from '../contract/project.ts';
import { listModels, type StoredModel } from '../project/models.ts';
import type { Opened } from './opened.ts';
import { isStale, subCorpusOf } from './training-texts.ts';

export function modelSummaries(opened: Opened): ModelSummary[] {
  return listModels(opened.project.db).map((model) => modelSummary(opened, model));
}

export function modelSummary(opened: Opened, model: StoredModel): ModelSummary {
  const subCorpus = subCorpusOf(model);
  return {
    name: model.name,
    kind: model.kind,
    vocabulary: model.words,
    dimensions: model.dimensions,
    settings: model.settings,
    subCorpus,
    loss: model.history?.loss ?? [],
    health: model.health,
    createdAt: model.createdAt,
    stale: subCorpus === null ? model.stale : isStale(opened, subCorpus),
  };
}
