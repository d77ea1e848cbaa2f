import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/training.ts';
import type { Project } from '../project/project.ts';
import { findCheckpoint, readCheckpoint, writeCheckpoint } from '../project/training-checkpoints.ts';
import { changingParts } from '../training/run-state.ts';
import type { RunMemory } from '../training/run-memory.ts';
import { runIdentity } from '../training/settings.ts';

/** What a checkpoint says of its run. */
export interface CheckpointState {
  readonly identity: string;
  readonly name: string;
  readonly settings: TrainingSettings;
  readonly watched: readonly string[];
  readonly seconds: number;
}

/** Called while the threads stand still. */
export function keepRun(project: Project, state: CheckpointState, run: RunMemory, now: number): void {
  writeCheckpoint(project, { state, arrays: { ...changingParts(run) } }, now);
}

/**
 * Takes an interrupted run up where its checkpoint was written.
 * @param chosen settings that were asked for: they must be those of the run
 * @param corpus digest of the corpus as it is now: it must be the one of the run
 * @param prepare makes the memory of the run; its changing parts are then filled from the checkpoint
 * @throws AppError E_NOTHING_TO_RESUME, E_CHECKPOINT_DAMAGED, and what `prepare` throws
 */
export function resumeRun<Prepared extends { readonly run: RunMemory }>(
  project: Project,
  chosen: Partial<TrainingSettings>,
  corpus: string,
  prepare: (state: CheckpointState) => Prepared,
): Prepared & { readonly state: CheckpointState } {
  if (findCheckpoint(project.db) === null) throw new AppError('E_NOTHING_TO_RESUME');
  const prepared: Prepared[] = [];
  const { state } = readCheckpoint(project, (name, length, written) => {
    const checked = checkedState(written, chosen, corpus);
    if (prepared.length === 0) prepared.push(prepare(checked));
    const part = new Map<string, Float32Array | Uint32Array>(
      Object.entries(changingParts(prepared[0]!.run)),
    ).get(name);
    if (part?.length !== length) throw new AppError('E_CHECKPOINT_DAMAGED');
    return part;
  });
  const [made] = prepared;
  if (made === undefined) throw new AppError('E_CHECKPOINT_DAMAGED');
  return { ...made, state: state as CheckpointState };
}

function checkedState(written: unknown, chosen: Partial<TrainingSettings>, corpus: string): CheckpointState {
  const state = written as CheckpointState;
  const asked = Object.entries(chosen) as [keyof TrainingSettings, unknown][];
  const same = asked.every(([setting, value]) => state.settings[setting] === value);
  if (!same || state.identity !== runIdentity(state.settings, corpus))
    throw new AppError('E_NOTHING_TO_RESUME');
  return state;
}
