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

/** Other texts say more than other seeds do: a study of seeds answers only where there is no other. */
const byWeight: readonly StudyKind[] = ['bootstrap', 'seeds'];

/** The study that answers for a model, with the runs that it has; two at least. Null where there is none. */
export function studyOf(
  { project: { db } }: Opened,
  modelId: number,
): { readonly kind: StudyKind; readonly runs: readonly StoredRun[] } | null {
  for (const kind of byWeight) {
    const runs = findStudy(db, modelId, kind)?.runs.filter(({ failure }) => failure === null) ?? [];
    if (runs.length >= 2) return { kind, runs };
  }
  return null;
}

/** The same, ready to be compared with; read once. */
export function loadStudy(opened: Opened, { model }: Pick<LoadedModel, 'model'>): LoadedStudy | null {
  const { db } = opened.project;
  const found = studyOf(opened, model.id);
  if (found === null) return null;
  const { kind, runs } = found;
  return opened.remember(loadedStudies, keyOf(kind, runs), () => ({
    kind,
    runs: readyRuns(
      kernelModule(opened.environment, 'nearest', 'relaxed'),
      runs.map(({ id }) => ({ ...readRun(db, id, model), dimensions: model.dimensions })),
    ),
  }));
}

/** Numbers in the database are given again; what a run holds is known by its hash. */
const keyOf = (kind: StudyKind, runs: readonly StoredRun[]) =>
  `${kind} ${runs.map(({ sha256 }) => sha256).join(' ')}`;
