import { Worker } from 'node:worker_threads';
import { AppError, type Failure } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import { noteFault } from '../log-file.ts';
import { goOn } from '../stop-signal.ts';
import type { ImportMessage, ImportWorkerData } from './import-worker.ts';
import type { TextFile } from './text-file.ts';

/** Files that are read one after the other, in a thread of their own kind. */
export interface Reading {
  readonly environment: Pick<Environment, 'workers' | 'now' | 'kernels' | 'log'>;
  readonly files: readonly TextFile[];
  /** What the next thread is handed beside its files. */
  readonly data: () => Omit<ImportWorkerData, 'files' | 'first' | 'avoided' | 'kernels' | 'control'>;
  /** What a thread tells of a file; of one that it did not survive, only that. */
  readonly take: (message: ImportMessage) => void;
  readonly progress: (done: number) => void;
  /** A file during which nothing happens for so long is left out. */
  readonly patienceMs?: number;
}

const defaultPatienceMs = 30_000;
const graceMs = 2000;
const pollMs = 50;

/**
 * Reads all files. A file that crashes or hangs its thread costs nothing but itself: the next thread goes on behind it.
 * @throws AppError E_CANCELLED, E_NO_SPACE
 */
export async function readInThreads(reading: Reading, hooks: Hooks): Promise<void> {
  let next = 0;
  const avoided: number[] = [];
  const failures: AppError[] = [];
  const take = (message: ImportMessage) => {
    if (message.kind === 'skipped') {
      const { failure, fault } = message;
      // The disk is full for all files.
      if (failure.code === 'E_NO_SPACE') failures.push(new AppError('E_NO_SPACE', failure.details));
      const details = fault === undefined ? {} : noteFault(reading.environment, 'reading a file', fault);
      reading.take({ ...message, failure: { ...failure, details: { ...failure.details, ...details } } });
    } else reading.take(message);
    next = message.index + 1;
  };
  while (next < reading.files.length) {
    const under = () => reading.files[next];
    const ended = await runThread(reading, next, avoided, hooks, take, under, () => reading.progress(next));
    goOn(hooks.signal);
    if (failures[0] !== undefined) throw failures[0];
    // It was only looked at for the sake of another: its own turn comes, or has come.
    if (ended.lookingAt >= 0) avoided.push(ended.lookingAt);
    else if (next < reading.files.length) take({ kind: 'skipped', index: next, failure: ended.failure });
    reading.progress(next);
  }
}

const stopped = (reason: string): Failure => ({ code: 'E_IMPORT_STOPPED', details: { reason } });

/** What a file may take beside a multiple of its own size: little for a small one that unpacks to any size. */
const memoryBeside = 640 * 2 ** 20;
const memoryPerByte = 8;

/** Why a thread ended, and the file that it was looking at for the sake of another; −1 for none. */
interface Ended {
  readonly failure: Failure;
  readonly lookingAt: number;
}

/** Until all are read or the thread ends before its time. */
async function runThread(
  { environment, files, data, patienceMs = defaultPatienceMs }: Reading,
  first: number,
  avoided: readonly number[],
  hooks: Hooks,
  take: (message: ImportMessage) => void,
  under: () => TextFile | undefined,
  progress: () => void,
): Promise<Ended> {
  const control = new Int32Array(new SharedArrayBuffer(16));
  const { workers, now, kernels } = environment;
  const workerData: ImportWorkerData = {
    ...data(),
    files: files.slice(first),
    first,
    avoided,
    kernels,
    control: control.buffer,
  };
  const worker = new Worker(new URL(workers.importing), { workerData, resourceLimits });
  let hasEnded = false;
  const ended = (failure: Failure): Ended => ({ failure, lookingAt: Atomics.load(control, 2) - 1 });
  const failures: Error[] = [];
  worker.on('message', take);
  worker.on('error', (error: Error) => failures.push(error));
  const exit = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      hasEnded = true;
      resolve();
    });
  });

  const sign = (beat: number) => ({ beat, at: now(), cpu: process.cpuUsage() });
  let heard = sign(-1);
  const memory = watchMemory(worker);
  let largest = 0;
  while (!isTrue(hasEnded)) {
    await Promise.race([exit, rest(pollMs)]);
    progress();
    const beat = Atomics.load(control, 1);
    if (beat !== heard.beat) heard = sign(beat);
    const hangs = isHanging(now() - heard.at, cpuMs(process.cpuUsage(heard.cpu)), patienceMs);
    // What files before have left behind may still be there.
    largest = Math.max(largest, under()?.bytes ?? 0);
    const limit = memoryBeside + memoryPerByte * largest;
    const needed = memory();
    if (hooks.signal?.aborted !== true && !hangs && needed <= limit) continue;
    Atomics.store(control, 0, 1);
    await Promise.race([exit, rest(hooks.signal?.aborted === true ? graceMs : 0)]);
    await worker.terminate();
    await exit;
    if (needed > limit) return ended({ code: 'E_TOO_BIG', details: { needed, limit } });
  }
  return ended(stopped(failures[0]?.message ?? 'no answer'));
}

const cpuMs = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000;

/** On a busy computer a thread may be silent because it does not get its turn: what nobody works on is waited for ten times as long. */
const isHanging = (silentMs: number, workedMs: number, patienceMs: number) =>
  silentMs > patienceMs && (workedMs > patienceMs / 2 || silentMs > 10 * patienceMs);

/** Bytes that a thread holds, its buffers among them, as it told last; it is asked again and again, and may be too busy to answer. */
function watchMemory(worker: Worker): () => number {
  let bytes = 0;
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      worker.getHeapStatistics().then(
        ({ used_heap_size, external_memory }) => {
          bytes = used_heap_size + external_memory;
          isAsked = false;
        },
        // It has not begun yet, or has ended.
        () => (isAsked = false),
      );
    }
    return bytes;
  };
}

/**
 * Enough for a file of the largest size that is taken whole, as text and in its parts; a thread that needs more is stopped alone. What is
 * young is collected oftener than V8 would: no slower, and a quarter less memory at the highest.
 */
const resourceLimits = { maxOldGenerationSizeMb: 3072, maxYoungGenerationSizeMb: 48 };

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isTrue = (value: boolean) => value;
