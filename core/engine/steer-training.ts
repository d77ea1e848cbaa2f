import { AppError } from '../contract/errors.ts';
import type { LearningSoFar } from '../contract/learning.ts';
import { removeCheckpoint } from '../project/training-checkpoints.ts';
import type { SteeredRun } from '../training/steered-threads.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';

/** A training from its first preparation on. */
export interface Course {
  /** Between the steps of a preparation. @throws AppError E_CANCELLED when it was given up or left */
  goOn(): void;
  /**
   * Steers the run until it ends. A run that fails leaves no checkpoint; one that is left keeps it.
   * @param soFar how its vectors are looked at meanwhile
   */
  follow<Outcome>(run: SteeredRun<Outcome>, soFar?: () => LearningSoFar): Promise<Outcome>;
}

/**
 * Makes `work` the one training of the session: pausing its job, stopping and closing the project reach it from its beginning.
 * @throws AppError E_REQUEST_INVALID when something is being trained already; E_CANCELLED; and what `work` throws
 */
export async function whileTraining<T>(
  session: Session,
  { signal, rests }: Pick<CallHooks<never>, 'signal' | 'rests'>,
  work: (course: Course) => Promise<T>,
): Promise<T> {
  if (session.training !== null)
    throw new AppError('E_REQUEST_INVALID', { reason: 'a model is being trained already' });
  const { project } = session;
  const wish = { paused: false, ended: false, left: false };
  let run: SteeredRun<unknown> | null = null;
  let look: (() => LearningSoFar) | null = null;
  const cancel = () => {
    wish.ended = true;
    run?.cancel();
  };
  const course: Course = {
    goOn() {
      if (wish.ended || signal?.aborted === true) throw new AppError('E_CANCELLED');
    },
    async follow(started, soFar) {
      run = started;
      look = soFar ?? null;
      if (wish.paused) started.pause();
      if (wish.left) started.leave();
      else if (wish.ended || signal?.aborted === true) started.cancel();
      try {
        return await started.outcome;
      } catch (error) {
        // Diverged: there is nothing to go on from.
        if (!wish.left) removeCheckpoint(project);
        throw error;
      } finally {
        run = null;
        look = null;
      }
    },
  };
  const finished = Promise.withResolvers<null>();
  rests?.({
    pause() {
      wish.paused = true;
      run?.pause();
    },
    resume() {
      wish.paused = false;
      run?.resume();
    },
  });
  session.training = {
    soFar: () => look?.() ?? null,
    // Before the first step there is nothing to keep.
    stopAndKeep: () => (run === null ? void (wish.ended = true) : run.stopAndKeep()),
    async leave() {
      wish.ended = true;
      wish.left = true;
      run?.leave();
      await finished.promise;
    },
  };
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    return await work(course);
  } catch (error) {
    // Given up, if only while it was stored. One that found no room on the disk keeps its checkpoint.
    if (!wish.left && error instanceof AppError && error.code === 'E_CANCELLED') removeCheckpoint(project);
    throw error;
  } finally {
    signal?.removeEventListener('abort', cancel);
    session.training = null;
    finished.resolve(null);
  }
}
