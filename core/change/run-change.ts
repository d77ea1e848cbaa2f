import { Worker } from 'node:worker_threads';
import type { ChangeMethod } from '../contract/change.ts';
import { AppError } from '../contract/errors.ts';
import type { StopSignal } from '../contract/progress.ts';
import { resolutionOf } from './comparison.ts';
import { comparisonsIn, judgedChange, type ChangeCourse, type MeasuredChange } from './measure-change.ts';
import type { PeriodContexts } from './period-contexts.ts';

/** What the comparisons of one question share; the contexts lie in shared memory. */
export interface ChangeWork {
  readonly contexts: PeriodContexts;
  /** 0 or 1 for each text. */
  readonly sides: Uint8Array;
  readonly method: ChangeMethod;
  readonly course: ChangeCourse;
}

export interface ChangeWorkerData {
  readonly work: ChangeWork;
  /** The comparisons of this thread: `first`, `first + step`, … below `end`. */
  readonly first: number;
  readonly step: number;
  readonly end: number;
}

export interface ChangeMessage {
  readonly number: number;
  readonly scores: Float64Array;
}

/** Bytes that the models of all threads may take together. */
const mostMemory = 2 ** 30;
/** Bytes of a thread for each pair of a word and a context: column and value, for either part. */
const bytesOfPair = 24;

/** As many as the processor has, unless their matrices would fill the memory. */
export function threadsFor({ contexts, method, course }: ChangeWork, cpuCount: number): number {
  const each = method === 'temporal-referencing' ? 1 : contexts.contexts.length * bytesOfPair;
  return Math.max(1, Math.min(cpuCount, Math.floor(mostMemory / each), comparisonsIn(course)));
}

/**
 * Every comparison of the course, in threads of their own. The number of threads changes nothing of what comes out.
 * @throws AppError E_CANCELLED at once, whatever the threads are at
 */
export async function runChange(
  workerEntry: string,
  work: ChangeWork,
  {
    threads,
    signal,
    onShare,
  }: {
    readonly threads: number;
    readonly signal?: StopSignal | undefined;
    readonly onShare: (share: number) => void;
  },
): Promise<MeasuredChange> {
  const count = comparisonsIn(work.course);
  const all = await inThreads(workerEntry, work, { threads, end: count, signal }, (done) => {
    onShare(done / count);
    return false;
  });
  return judgedChange(work.course, all, resolutionOf(work.method, work.contexts.targets.length));
}

/** Comparisons that are made at most to find out how long one takes, and milliseconds after which two are enough. */
const timed = { most: 8, enough: 1500 } as const;

/** Milliseconds that a thread takes to begin and make a comparison, and for every further one: the quickest, for the first ones run before the program is compiled. */
export async function timeChange(
  workerEntry: string,
  work: ChangeWork,
  { now, signal }: { readonly now: () => number; readonly signal?: StopSignal | undefined },
): Promise<{ readonly first: number; readonly further: number }> {
  const times = [now()];
  await inThreads(workerEntry, work, { threads: 1, end: timed.most, signal }, (done) => {
    times.push(now());
    return done >= 2 && times[done]! - times[0]! >= timed.enough;
  });
  const further = times.slice(2).map((time, at) => time - times[at + 1]!);
  return { first: times[1]! - times[0]!, further: Math.min(...further) };
}

function inThreads(
  workerEntry: string,
  work: ChangeWork,
  { threads, end, signal }: { threads: number; end: number; signal: StopSignal | undefined },
  isEnough: (count: number) => boolean,
): Promise<readonly Float64Array[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Float64Array[]>();
  const all = new Array<Float64Array>(end);
  let done = 0;
  const workers = Array.from({ length: threads }, (_, first) => {
    const workerData: ChangeWorkerData = { work, first, step: threads, end };
    const worker = new Worker(new URL(workerEntry), { workerData });
    worker.on('message', ({ number, scores }: ChangeMessage) => {
      all[number] = scores;
      done += 1;
      if (isEnough(done) || done === end) resolve(all);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (code !== 0) reject(new Error('a thread of a comparison ended'));
    });
    return worker;
  });
  const cancel = () => reject(new AppError('E_CANCELLED'));
  if (signal?.aborted === true) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  return promise.finally(() => {
    signal?.removeEventListener('abort', cancel);
    for (const worker of workers) void worker.terminate();
  });
}
