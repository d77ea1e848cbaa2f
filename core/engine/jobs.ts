import { AppError, toFailure } from '../contract/errors.ts';
import { jobMethods, type JobEnd, type JobEvent, type JobMethod, type JobState } from '../contract/jobs.ts';
import { withLoss } from '../contract/loss-curve.ts';
import type { Hooks } from '../contract/progress.ts';
import type { PartRef } from '../contract/texts.ts';
import { stopSignal } from '../stop-signal.ts';
import { sparse } from './sparse.ts';

/** How work rests that can. */
export interface Rest {
  pause(): void;
  resume(): void;
}

/** What the handler of a call is given beside what it is asked. */
export interface CallHooks<P> extends Hooks<P> {
  /** Told by work that can rest, when it has begun. */
  readonly rests?: (how: Rest) => void;
}

/** The long work of an engine that is under way. */
export interface Jobs {
  list(): readonly JobState[];
  /** @returns a function that stops following */
  follow(listener: (event: JobEvent) => void): () => void;
  /** Does the work of a call, as a job where it can take long. @param id number of the call; counted here without one */
  run<P, T>(
    call: { readonly method: string; readonly input: object; readonly id?: number },
    hooks: Hooks<P>,
    work: (hooks: CallHooks<P>) => T | Promise<T>,
  ): Promise<T>;
  /** @throws AppError E_REQUEST_INVALID where no such job is under way, or it cannot rest */
  pause(id: number): void;
  resume(id: number): void;
  /** @throws AppError E_REQUEST_INVALID where no such job is under way */
  cancel(id: number): void;
  /** Cancels all but those of these methods, and settles when they have ended. */
  end(except: readonly JobMethod[]): Promise<void>;
}

interface Running {
  state: JobState;
  rest: Rest | null;
  readonly stop: () => void;
  readonly ended: Promise<void>;
}

export function jobsOf(now: () => number): Jobs {
  const running = new Map<number, Running>();
  const listeners = new Set<(event: JobEvent) => void>();
  let lastId = 0;
  const tell = (event: JobEvent) => listeners.forEach((listener) => listener(event));

  const found = (id: number): Running => {
    const job = running.get(id);
    if (job === undefined)
      throw new AppError('E_REQUEST_INVALID', { field: 'job', reason: 'no such job is under way' });
    return job;
  };

  const tellProgress = ({ state: { id, progress, pausable, paused } }: Running) =>
    tell({ name: 'job.progress', value: { id, progress, pausable, paused } });

  const rest = (id: number, paused: boolean) => {
    const job = found(id);
    if (job.rest === null)
      throw new AppError('E_REQUEST_INVALID', { field: 'job', reason: 'it cannot rest' });
    if (paused) job.rest.pause();
    else job.rest.resume();
    job.state = { ...job.state, paused };
    tellProgress(job);
  };

  return {
    list: () => [...running.values()].map(({ state }) => state),
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pause: (id) => rest(id, true),
    resume: (id) => rest(id, false),
    cancel: (id) => found(id).stop(),
    async end(except) {
      const others = [...running.values()].filter(({ state }) => !except.includes(state.method));
      for (const { stop } of others) stop();
      await Promise.all(others.map(({ ended }) => ended));
    },
    async run({ method, input, id = (lastId += 1) }, hooks, work) {
      const { onProgress } = hooks;
      if (!isJobMethod(method)) return work(hooks);
      const { signal, stop } = stopSignal(() => hooks.signal?.aborted === true);
      hooks.signal?.addEventListener('abort', stop, { once: true });
      const { promise: ended, resolve: settle } = Promise.withResolvers<undefined>();
      const job: Running = {
        state: begun({ id, method, startedAt: now() }, input),
        rest: null,
        stop,
        ended: ended,
      };
      const told = sparse(now, () => tellProgress(job));
      running.set(id, job);
      tell({ name: 'job.started', value: job.state });
      const end = (value: Omit<JobEnd, 'id' | 'method'>) => {
        running.delete(id);
        hooks.signal?.removeEventListener('abort', stop);
        told.flush();
        tell({ name: 'job.ended', value: { id, method, ...value } });
        settle(undefined);
      };
      try {
        const result = await work({
          signal,
          onProgress(progress) {
            job.state = progressed(job.state, progress as never);
            told.put(progress);
            onProgress?.(progress);
          },
          rests(how) {
            job.rest = how;
            job.state = { ...job.state, pausable: true };
          },
        });
        end({ failure: null, result: trains(method) ? (result as JobEnd['result']) : null });
        return result;
      } catch (error) {
        end({ failure: toFailure(error), result: null });
        throw error;
      }
    },
  };
}

const isJobMethod = (method: string): method is JobMethod => jobMethods.some((one) => one === method);

const trains = (method: JobMethod): method is 'model.train' | 'sequence.train' =>
  method === 'model.train' || method === 'sequence.train';

function begun(
  { method, ...facts }: Pick<JobState, 'id' | 'method' | 'startedAt'>,
  input: { readonly texts?: PartRef; readonly resume?: boolean },
): JobState {
  const job = { ...facts, progress: null, pausable: false, paused: false };
  if (!trains(method)) return { ...job, method };
  const { texts = 'all', resume: resumed = false } = input;
  return { ...job, method, texts, resumed, losses: [] };
}

function progressed(state: JobState, progress: never): JobState {
  if (!('losses' in state)) return { ...state, progress };
  return { ...state, progress, losses: withLoss(state.losses, progress) };
}
