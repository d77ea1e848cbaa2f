import type { ErrorCode } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { packRows, type PackedRows } from '../studies/packed-rows.ts';
import { encodeRun, prepareRun, type RunTexts } from '../studies/prepare-run.ts';
import { startCount } from '../training/count-thread.ts';
import { copyVectors } from '../training/run-state.ts';
import { startTrainer } from '../training/trainer.ts';
import type { StudyCourse } from './steer-study.ts';

/** What one run may fail with while the others go on. */
export const failuresOfRuns: ReadonlySet<ErrorCode> = new Set([
  'E_TRAINING_DIVERGED',
  'E_TRAINING_STOPPED',
  'E_VOCABULARY_EMPTY',
  'E_MODEL_TOO_LARGE',
]);

/**
 * Trains one run, wherever it is made.
 * @param dimensions of the model
 * @param onShare how much of it is done, 0 to 1
 * @throws AppError of {@link failuresOfRuns}, E_CANCELLED
 */
export async function makeRun(
  environment: Environment,
  dimensions: number,
  run: RunTexts,
  course: StudyCourse,
  onShare: (share: number) => void,
): Promise<PackedRows> {
  const { vocabulary, settings } = run;
  const { rowOfType, keptTokens, words } = vocabulary;
  if (settings.architecture === 'count') {
    const tokens = new Uint32Array(new SharedArrayBuffer(keptTokens * 4));
    encodeRun(run, tokens);
    const counting = startCount(
      { kernel: kernelModule(environment, 'panels', 'strict'), tokens, words: words.length, settings },
      { workerEntry: environment.workers.counting, now: environment.now, onShare },
    );
    return packRows(await course.follow(counting), dimensions, rowOfType);
  }
  const memory = prepareRun(run);
  const trainer = startTrainer(memory, {
    workerEntry: environment.workers.training,
    module: kernelModule(environment, 'words', 'strict'),
    now: environment.now,
    onStep: ({ done }) => onShare(done / (keptTokens * settings.epochs)),
  });
  await course.follow(trainer);
  return packRows(copyVectors(memory, 'input'), dimensions, rowOfType);
}
