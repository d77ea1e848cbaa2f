import { AppError } from '../contract/errors.ts';
import type { StudyKind } from '../contract/study.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { findStudy, readRun, type StoredRun } from '../project/studies.ts';
import { readyRuns, type ReadyRuns } from '../studies/run-scores.ts';
import type { LoadedModel } from './loaded-model.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** The runs that stand behind the answers of a model. */
export interface LoadedStudy {
  readonly kind: StudyKind;
  readonly runs: ReadyRuns;
}

/** A byte for each number of each run: only those of one model stay in memory. */
const loadedStudies = kept<LoadedStudy>({ outlives: true });

/** Those of shuffled words are asked beside the others. */
const loadedChance = kept<LoadedStudy>({ outlives: true });

/** Other texts say more than other seeds do: a study of seeds answers only where there is no other. Shuffled words say nothing of the texts. */
const byWeight: readonly StudyKind[] = ['bootstrap', 'seeds'];

/** The study that answers for a model, with the runs that it has; two at least. Null where there is none. */
export function studyOf(
  { project: { db } }: Opened,
  modelId: number,
): { readonly kind: StudyKind; readonly runs: readonly StoredRun[] } | null {
  for (const kind of byWeight) {
    const runs = finishedRuns(db, modelId, kind);
    if (runs.length >= 2) return { kind, runs };
  }
  return null;
}

function studyOfKind({ project: { db } }: Opened, model: LoadedModel['model'], kind: StudyKind) {
  const runs = finishedRuns(db, model.id, kind);
  if (runs.length < 2) throw new AppError('E_STUDY_MISSING', { model: model.name });
  return { kind, runs };
}

const finishedRuns = (db: Opened['project']['db'], modelId: number, kind: StudyKind): readonly StoredRun[] =>
  findStudy(db, modelId, kind)?.runs.filter(({ failure }) => failure === null) ?? [];

/**
 * The same, ready to be compared with; read once.
 * @param asked which one, rather than the one that says most
 * @throws AppError E_STUDY_MISSING where that one was not made
 */
export function loadStudy(
  opened: Opened,
  { model }: Pick<LoadedModel, 'model'>,
  asked?: StudyKind,
): LoadedStudy | null {
  const found = asked === undefined ? studyOf(opened, model.id) : studyOfKind(opened, model, asked);
  if (found === null) return null;
  return opened.remember(loadedStudies, keyOf(found.kind, found.runs), () => ready(opened, model, found));
}

/** What texts of shuffled words give; null where that was not measured. */
export function loadChance(opened: Opened, { model }: Pick<LoadedModel, 'model'>): LoadedStudy | null {
  const kind = 'shuffled';
  const runs = finishedRuns(opened.project.db, model.id, kind);
  if (runs.length < 2) return null;
  return opened.remember(loadedChance, keyOf(kind, runs), () => ready(opened, model, { kind, runs }));
}

const ready = (
  { project: { db }, environment }: Opened,
  model: LoadedModel['model'],
  { kind, runs }: { readonly kind: StudyKind; readonly runs: readonly StoredRun[] },
): LoadedStudy => ({
  kind,
  runs: readyRuns(
    kernelModule(environment, 'nearest', 'relaxed'),
    runs.map(({ id }) => ({ ...readRun(db, id, model), dimensions: model.dimensions })),
  ),
});

/** Numbers in the database are given again; what a run holds is known by its hash. */
const keyOf = (kind: StudyKind, runs: readonly StoredRun[]) =>
  `${kind} ${runs.map(({ sha256 }) => sha256).join(' ')}`;
