import { AppError } from '../contract/errors.ts';
import type { DividedKind, StudyKind, WholeKind } from '../contract/study.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { findStudy, readRun, type StoredDivision, type StoredRun } from '../project/studies.ts';
import { readyRuns, type ReadyRuns } from '../studies/run-scores.ts';
import type { LoadedModel } from './loaded-model.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** The runs that stand behind the answers of a model. */
export interface LoadedStudy {
  readonly kind: WholeKind;
  readonly runs: ReadyRuns;
}

/** A byte for each number of each run: only those of one model stay in memory. */
const loadedStudies = kept<LoadedStudy>({ outlives: true });

/** Those of shuffled words are asked beside the others. */
const loadedChance = kept<LoadedStudy>({ outlives: true });

/** Other texts say more than other seeds do: a study of seeds answers only where there is no other. Shuffled words say nothing of the texts. */
const byWeight: readonly WholeKind[] = ['bootstrap', 'seeds'];

/** The study that answers for a model, with the runs that it has; two at least. Null where there is none. */
export function studyOf(
  { project: { db } }: Opened,
  modelId: number,
): { readonly kind: WholeKind; readonly runs: readonly StoredRun[] } | null {
  for (const kind of byWeight) {
    const runs = finishedRuns(db, modelId, kind);
    if (runs.length >= 2) return { kind, runs };
  }
  return null;
}

function studyOfKind({ project: { db } }: Opened, model: LoadedModel['model'], kind: WholeKind) {
  const runs = finishedRuns(db, model.id, kind);
  if (runs.length < 2) throw new AppError('E_STUDY_MISSING', { model: model.name });
  return { kind, runs };
}

const finishedRuns = (db: Opened['project']['db'], modelId: number, kind: WholeKind): readonly StoredRun[] =>
  findStudy(db, modelId, kind)?.runs.filter(({ failure }) => failure === null) ?? [];

/**
 * The same, ready to be compared with; read once.
 * @param asked which one, rather than the one that says most
 * @throws AppError E_STUDY_MISSING where that one was not made
 */
export function loadStudy(
  opened: Opened,
  { model }: Pick<LoadedModel, 'model'>,
  asked?: WholeKind,
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
  opened: Opened,
  model: LoadedModel['model'],
  { kind, runs }: { readonly kind: WholeKind; readonly runs: readonly StoredRun[] },
): LoadedStudy => ({
  kind,
  runs: readyOf(opened, model, runs),
});

const readyOf = (
  { project: { db }, environment }: Opened,
  model: LoadedModel['model'],
  runs: readonly StoredRun[],
): ReadyRuns =>
  readyRuns(
    kernelModule(environment, 'nearest', 'relaxed'),
    runs.map(({ id }) => ({ ...readRun(db, id, model), dimensions: model.dimensions })),
  );

/** Numbers in the database are given again; what a run holds is known by its hash. */
const keyOf = (kind: StudyKind, runs: readonly StoredRun[]) =>
  `${kind} ${runs.map(({ sha256 }) => sha256).join(' ')}`;

/** Those of texts that a field divides, and of permuted labels. */
const loadedParts = kept<LoadedParts>({ most: 2, outlives: true });

/** The runs of a study by a field, ready to be compared with. */
export interface LoadedParts {
  readonly runs: ReadyRuns;
  /** Number of each run, from 1. */
  readonly numbers: readonly number[];
}

/** Null where no run is there. */
export function loadParts(
  opened: Opened,
  { model }: Pick<LoadedModel, 'model'>,
  kind: DividedKind,
  division: StoredDivision,
): LoadedParts | null {
  const { db } = opened.project;
  const runs = findStudy(db, model.id, kind, division)?.runs.filter(({ failure }) => failure === null) ?? [];
  if (runs.length === 0) return null;
  return opened.remember(loadedParts, keyOf(kind, runs), () => ({
    runs: readyOf(opened, model, runs),
    numbers: runs.map(({ number }) => number),
  }));
}
