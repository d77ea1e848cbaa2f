import type { LossPoint } from '../state/training.svelte.ts';

/** The last loss seen in each epoch begun, epochs counted from 1. */
export function lossByEpoch(points: readonly LossPoint[]): readonly LossPoint[] {
  const last = new Map<number, number>();
  for (const { epoch, loss } of points) last.set(Math.max(1, Math.ceil(epoch)), loss);
  return [...last].map(([epoch, loss]) => ({ epoch, loss }));
}
