import type { TrainingSettings } from '../contract/settings/training.ts';

/** Which vectors are kept on the way of a training, and when. */
export interface SnapshotPlan {
  /** Of the words that are watched. */
  readonly rows: readonly number[];
  /** Tokens between two steps. */
  readonly interval: number;
  /** The last is the end of the training, which needs no snapshot. */
  readonly steps: number;
}

/** Numbers that all snapshots of a training may have: one megabyte. */
const mostNumbers = 262_144;
/** More are not told apart by eye. */
const mostSteps = 120;

export const noSnapshots: SnapshotPlan = { rows: [], interval: Infinity, steps: 0 };

/**
 * As many steps as the room allows: whole parts of an epoch, or whole epochs.
 * @param tokens with a row
 */
export function planSnapshots(
  rows: readonly number[],
  { epochs, dimensions }: Pick<TrainingSettings, 'epochs' | 'dimensions'>,
  tokens: number,
): SnapshotPlan {
  if (rows.length === 0 || tokens === 0) return noSnapshots;
  const room = Math.max(1, Math.min(mostSteps, Math.floor(mostNumbers / (rows.length * dimensions))));
  const interval = room >= epochs ? tokens / Math.floor(room / epochs) : tokens * Math.ceil(epochs / room);
  return { rows, interval, steps: Math.ceil((tokens * epochs) / interval - 1e-9) };
}

/** f64 each: tokens done, sum of the losses, examples; then the rows. */
export const headNumbers = 3;
export const stepBytes = ({ rows }: SnapshotPlan, dimensions: number) =>
  Math.ceil((headNumbers * 8 + rows.length * dimensions * 4) / 16) * 16;

/** Bytes in the shared memory of a training: the newest step as i32, then the steps. */
export const snapshotBytes = (plan: SnapshotPlan, dimensions: number): number =>
  plan.rows.length === 0 ? 0 : 16 + Math.max(0, plan.steps - 1) * stepBytes(plan, dimensions);
