import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';

const unitsPerStep = 2000;

/**
 * Goes through a long list in steps, so that a cancel can arrive and progress be seen.
 * @throws AppError E_CANCELLED
 */
export async function inSteps<T>(
  list: Iterable<T>,
  total: number,
  { signal, onProgress }: Hooks,
  work: (item: T, at: number) => void,
): Promise<number> {
  let done = 0;
  for (const item of list) {
    if (done % unitsPerStep === 0) {
      if (signal?.aborted === true) throw new AppError('E_CANCELLED');
      onProgress?.({ phase: 'writing', done, total });
      await new Promise((resolve) => setImmediate(resolve));
    }
    work(item, done);
    done += 1;
  }
  onProgress?.({ phase: 'writing', done: total, total });
  return done;
}
