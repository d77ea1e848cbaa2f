import { AppError } from '../contract/errors.ts';
import type { StudyCost, StudyKind, StudyObstacle } from '../contract/study.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { findModel, readModelWords, type StoredModel } from '../project/models.ts';
import { findStudy, type StoredStudy } from '../project/studies.ts';
import { settingsOfRuns } from '../studies/prepare-run.ts';
import { trainingCost } from '../training/cost.ts';
import type { Opened } from './opened.ts';
import { isStale, resumedTexts, subCorpusOf, type TrainingTexts } from './training-texts.ts';

export interface StudyPlan {
  readonly kind: StudyKind;
  readonly model: StoredModel;
  /** Those of the runs; the seed is the model’s. */
  readonly settings: TrainingSettings;
  readonly texts: TrainingTexts;
  /** Runs that there shall be. */
  readonly wanted: number;
  readonly stored: StoredStudy | null;
  /** Numbers of the runs that are to be made: those that are not there, and those that failed. */
  readonly missing: readonly number[];
  /** Runs that go on at the same time. */
  readonly atOnce: number;
}

interface Asked {
  readonly kind: StudyKind;
  readonly runs: number;
  readonly model?: string;
}

/** @throws AppError E_STUDY_IMPOSSIBLE with the reason, E_NO_MODEL, E_MODEL_UNKNOWN */
export function planStudy(opened: Opened, { kind, runs, model: name }: Asked): StudyPlan {
  const { db } = opened.project;
  const model = findModel(db, name);
  const obstacle = (reason: StudyObstacle) =>
    new AppError('E_STUDY_IMPOSSIBLE', { model: model.name, reason });
  if (model.kind !== 'trained' || model.settings === null) throw obstacle('imported');
  const subCorpus = subCorpusOf(model);
  if (subCorpus === null ? model.stale : isStale(opened, subCorpus)) throw obstacle('stale');
  const texts = resumedTexts(opened, subCorpus ?? undefined, undefined);
  if (texts.digest !== model.corpus) throw obstacle('stale');
  if ((kind === 'bootstrap' || kind === 'halves') && texts.documents < 2) throw obstacle('one-text');
  const stored = findStudy(db, model.id, kind);
  const there = new Set(stored?.runs.flatMap(({ number, failure }) => (failure === null ? [number] : [])));
  const missing = Array.from({ length: runs }, (_, at) => at + 1).filter((number) => !there.has(number));
  return {
    kind,
    model,
    settings: settingsOfRuns(model.settings),
    texts,
    wanted: runs,
    stored,
    missing,
    atOnce: Math.min(opened.environment.cpuCount, Math.max(1, missing.length)),
  };
}

export function costOf({ project }: Opened, plan: StudyPlan): StudyCost {
  const { kind, model, settings, texts, wanted, missing, atOnce } = plan;
  const { counts } = readModelWords(project.db, model.id);
  const { seconds, workers = 1 } = model.history ?? {};
  return {
    study: kind,
    model: model.name,
    runs: wanted,
    done: wanted - missing.length,
    atOnce,
    seconds: seconds === undefined ? null : seconds * workers * Math.ceil(missing.length / atOnce),
    bytes: atOnce * trainingCost(counts, settings).bytes + texts.tokens * 4,
    disk: missing.length * model.words * (model.dimensions + 4),
  };
}
