import { AppError } from './contract/errors.ts';
import type { Hooks, StopSignal } from './contract/progress.ts';

/**
 * Runs a stepper to its end and lets other calls, and a cancel, arrive between its steps.
 * @param steps yields the share done, 0 to 1
 * @param goOn throws when the work is to end
 * @throws AppError E_CANCELLED; and what `goOn` throws
 */
export async function finishSteps<T>(
  steps: Generator<number, T, undefined>,
  { signal, onProgress }: { readonly signal?: StopSignal | undefined; onProgress?: (share: number) => void },
  goOn: () => void = () => undefined,
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted === true) throw new AppError('E_CANCELLED');
    goOn();
  }
}

/** Progress of work that is known as a share, counted in thousandths. */
export function shareOf({ onProgress }: Pick<Hooks, 'onProgress'>, phase: string): (share: number) => void {
  return (share) => onProgress?.({ phase, done: Math.round(share * 1000), total: 1000 });
}
