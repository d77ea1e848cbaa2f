import { AppError } from '../contract/errors.ts';
import type { SteeredRun } from '../training/steered-threads.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';

/** A study while it is made. */
export interface StudyCourse {
  /** @throws AppError E_CANCELLED when it was given up */
  goOn(): void;
  /** Between the steps of work in this thread: lets others in, and stands still while the study rests. @throws AppError E_CANCELLED */
  rest(): Promise<void>;
  /** Steers a training until it ends. @throws what ended it */
  follow<Outcome>(run: SteeredRun<Outcome>): Promise<Outcome>;
  /** Since the study began, pauses left out. */
  seconds(): number;
}

/**
 * Makes runs, several at once, until all are made or one cannot be: then the others are ended too. Nothing else is trained meanwhile;
 * pausing, cancelling and closing the project reach all of them.
 * @param begin prepares what the runs have in common, and gives what makes one
 */
export async function steerStudy(
  session: Session,
  { signal, rests }: Pick<CallHooks<never>, 'signal' | 'rests'>,
  atOnce: number,
  numbers: readonly number[],
  begin: (course: StudyCourse) => (number: number) => Promise<void>,
): Promise<{ readonly seconds: number }> {
  if (session.training !== null)
    throw new AppError('E_REQUEST_INVALID', { reason: 'a model is being trained already' });
  const { now } = session.environment;
  const running = new Set<SteeredRun<unknown>>();
  const started = now();
  let ended = false;
  let pausedAt: number | null = null;
  let pausedMs = 0;
  let woken = Promise.withResolvers<null>();
  const end = () => {
    ended = true;
    woken.resolve(null);
    for (const run of running) run.cancel();
  };
  rests?.({
    pause() {
      if (pausedAt !== null) return;
      pausedAt = now();
      woken = Promise.withResolvers<null>();
      for (const run of running) run.pause();
    },
    resume() {
      if (pausedAt === null) return;
      pausedMs += now() - pausedAt;
      pausedAt = null;
      woken.resolve(null);
      for (const run of running) run.resume();
    },
  });
  const course: StudyCourse = {
    goOn() {
      if (ended || signal?.aborted === true) throw new AppError('E_CANCELLED');
    },
    async rest() {
      await new Promise((resolve) => setImmediate(resolve));
      while (pausedAt !== null && !ended) await woken.promise;
      course.goOn();
    },
    async follow(run) {
      running.add(run);
      if (pausedAt !== null) run.pause();
      if (ended || signal?.aborted === true) run.cancel();
      try {
        return await run.outcome;
      } finally {
        running.delete(run);
      }
    },
    seconds: () => (now() - started - pausedMs - (pausedAt === null ? 0 : now() - pausedAt)) / 1000,
  };
  const finished = Promise.withResolvers<null>();
  session.training = {
    soFar: () => null,
    stopAndKeep: end,
    async leave() {
      end();
      await finished.promise;
    },
  };
  signal?.addEventListener('abort', end, { once: true });
  try {
    if (numbers.length > 0) {
      const make = begin(course);
      const queue = [...numbers];
      const lane = async () => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          await course.rest();
          await make(next);
        }
      };
      const lanes = Array.from({ length: atOnce }, () =>
        lane().catch((error: unknown) => {
          end();
          throw error;
        }),
      );
      // All are at an end before it is told: none stores anything afterwards. The first that failed says why, not those that were ended by it.
      const outcomes = await Promise.allSettled(lanes);
      const reasons = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      const cause = reasons.find((one) => !(one instanceof AppError && one.code === 'E_CANCELLED'));
      if (reasons.length > 0) throw cause ?? reasons[0];
    }
    return { seconds: course.seconds() };
  } finally {
    signal?.removeEventListener('abort', end);
    session.training = null;
    finished.resolve(null);
  }
}
