import { AppError } from '../contract/errors.ts';
import { dividedKinds, type StudyCost, type StudyKind, type StudyObstacle } from '../contract/study.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { findModel, readModelWords, type StoredModel } from '../project/models.ts';
import { findStudy, type StoredStudy } from '../project/studies.ts';
import { settingsOfRuns } from '../studies/prepare-run.ts';
import { trainingCost } from '../training/cost.ts';
import { textsOf } from './corpus-texts.ts';
import { textsInParts, type TextsInParts } from './divided-study.ts';
import type { Opened } from './opened.ts';
import { isStale, resumedTexts, subCorpusOf, type TrainingTexts } from './training-texts.ts';

export interface StudyPlan {
  readonly kind: StudyKind;
  readonly model: StoredModel;
  /** Those of the runs; the seed is the model’s. */
  readonly settings: TrainingSettings;
  readonly texts: TrainingTexts;
  /** Null for a study of all texts. */
  readonly inParts: TextsInParts | null;
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
  readonly by?: string;
  readonly cuts?: readonly string[];
  readonly equal?: number;
}

/** @throws AppError E_STUDY_IMPOSSIBLE with the reason, E_NO_MODEL, E_MODEL_UNKNOWN, E_SETTING_INVALID, E_CHANGE_IMPOSSIBLE */
export function planStudy(opened: Opened, { kind, runs, model: name, ...asked }: Asked): StudyPlan {
  const { db } = opened.project;
  const model = findModel(db, name);
  const { settings, texts } = trainedAgain(opened, model);
  if ((kind === 'bootstrap' || kind === 'halves') && texts.documents < 2) throw obstacle(model, 'one-text');
  const inParts = partsFor(opened, { kind, model, texts }, asked);
  const stored = findStudy(db, model.id, kind, inParts?.division);
  const there = new Set(stored?.runs.flatMap(({ number, failure }) => (failure === null ? [number] : [])));
  const missing = Array.from({ length: runs }, (_, at) => at + 1).filter((number) => !there.has(number));
  return {
    kind,
    model,
    settings: settingsOfRuns(settings),
    texts,
    inParts,
    wanted: runs,
    stored,
    missing,
    atOnce: Math.min(opened.environment.cpuCount, Math.max(1, missing.length)),
  };
}

/** The settings of a model and its texts, if they are still those that it was trained on. @throws AppError E_STUDY_IMPOSSIBLE */
export function trainedAgain(
  opened: Opened,
  model: StoredModel,
): { readonly settings: TrainingSettings; readonly texts: TrainingTexts } {
  if (model.kind !== 'trained' || model.settings === null) throw obstacle(model, 'imported');
  const subCorpus = subCorpusOf(model);
  if (subCorpus === null ? model.stale : isStale(opened, subCorpus)) throw obstacle(model, 'stale');
  const texts = resumedTexts(opened, subCorpus ?? undefined, undefined);
  if (texts.digest !== model.corpus) throw obstacle(model, 'stale');
  return { settings: model.settings, texts };
}

export const obstacle = (
  model: Pick<StoredModel, 'name'>,
  reason: StudyObstacle,
  details: Readonly<Record<string, string | number>> = {},
) => new AppError('E_STUDY_IMPOSSIBLE', { model: model.name, reason, ...details });

/** A field divides the texts of some kinds, and of no others. @throws AppError E_SETTING_INVALID */
function partsFor(
  opened: Opened,
  { kind, model, texts }: Pick<StudyPlan, 'kind' | 'model' | 'texts'>,
  { by, cuts, equal }: Pick<Asked, 'by' | 'cuts' | 'equal'>,
): TextsInParts | null {
  if (!dividedKinds.some((one) => one === kind)) {
    for (const [setting, value] of Object.entries({ by, cuts, equal }))
      if (value !== undefined)
        throw new AppError('E_SETTING_INVALID', {
          setting: `${setting} (kind = ${kind})`,
          value: String(value),
          allowed: `kind = ${dividedKinds.join(', ')}`,
        });
    return null;
  }
  if (by === undefined) {
    const allowed = textsOf(opened)
      .fields.map(({ name }) => name)
      .join(', ');
    throw new AppError('E_SETTING_INVALID', { setting: 'by', value: '', allowed });
  }
  if (cuts !== undefined && equal !== undefined)
    throw new AppError('E_SETTING_INVALID', { setting: 'equal', value: String(equal), allowed: '– (cuts)' });
  return textsInParts(opened, model, texts, {
    by,
    ...(cuts === undefined || cuts.length === 0 ? {} : { cuts }),
    ...(equal === undefined ? {} : { equal }),
  });
}

export function costOf({ project }: Opened, plan: StudyPlan): StudyCost {
  const { kind, model, settings, texts, inParts, wanted, missing, atOnce } = plan;
  const { counts } = readModelWords(project.db, model.id);
  const { seconds, workers = 1 } = model.history ?? {};
  return {
    study: kind,
    model: model.name,
    runs: wanted,
    done: wanted - missing.length,
    atOnce,
    seconds:
      seconds === undefined
        ? null
        : seconds * workers * shareOfTexts(plan) * Math.ceil(missing.length / atOnce),
    bytes: atOnce * trainingCost(counts, settings).bytes + texts.tokens * 4,
    disk: missing.length * model.words * (model.dimensions + 4),
    parts: inParts?.parts.map(({ name, texts: count, tokens }) => ({ name, texts: count, tokens })) ?? null,
    leftOut: inParts?.leftOut ?? 0,
  };
}

/** What share of the tokens a run is trained on, on average. */
function shareOfTexts({ kind, texts, inParts }: Pick<StudyPlan, 'kind' | 'texts' | 'inParts'>): number {
  if (kind === 'halves') return 0.5;
  if (inParts === null) return 1;
  const labelled = inParts.parts.reduce((sum, { tokens }) => sum + tokens, 0);
  return labelled / inParts.parts.length / texts.tokens;
}
