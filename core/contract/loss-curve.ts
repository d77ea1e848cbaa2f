import type { Progress } from './progress.ts';

/** Mean loss when so much was done; epochs as a fraction, for the axis. */
export interface LossPoint {
  readonly epoch: number;
  readonly loss: number;
}

/** A curve has at most one point more: more than a screen shows, whatever the training takes. */
export const mostLosses = 1000;

/**
 * The course of the loss with what a training says now. Points lie evenly over all epochs: of two that fall on the same place the newer
 * one stays.
 */
export function withLoss(
  curve: readonly LossPoint[],
  { phase, done, total, epochs, loss }: Progress & { readonly epochs: number; readonly loss: number },
): readonly LossPoint[] {
  if (phase !== 'training' || total === 0 || !Number.isFinite(loss)) return curve;
  const placeOf = (epoch: number) => Math.floor((epoch / epochs) * mostLosses);
  const epoch = (done / total) * epochs;
  const last = curve.at(-1);
  const before = last !== undefined && placeOf(last.epoch) === placeOf(epoch) ? curve.slice(0, -1) : curve;
  return [...before, { epoch, loss }];
}
