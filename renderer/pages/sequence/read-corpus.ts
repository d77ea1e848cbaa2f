import { AppError } from '../../../core/contract/errors.ts';
import type { Progress } from '../../../core/contract/progress.ts';
import type { App } from '../../state/app.svelte.ts';
import { wording } from './wording.ts';

interface Options {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * A question for which a network reads the whole corpus, once: a job where it takes long, over at once afterwards.
 * @param oncancel what it means that the person cancelled it; not called where another question took its place
 * @throws AppError E_CANCELLED
 */
export async function readCorpus<T>(
  app: App,
  signal: AbortSignal,
  question: (options: Options) => Promise<T>,
  oncancel: () => void,
): Promise<T> {
  const answer = await app.jobs.run(
    () => app.ui.say(wording).reading,
    (job, report) =>
      question({
        signal: AbortSignal.any([signal, job.signal]),
        onProgress: ({ done, total }) => report(done, total),
      }),
    300,
  );
  if (answer !== null) return answer;
  if (!signal.aborted) oncancel();
  throw new AppError('E_CANCELLED');
}
