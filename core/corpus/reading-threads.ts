import { Worker } from 'node:worker_threads';
import { AppError, type Failure } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import type { ImportMessage, ImportWorkerData } from './import-worker.ts';
import type { TextFile } from './text-files.ts';

/** Files that are read one after the other, in a thread of their own kind. */
export interface Reading {
  readonly environment: Pick<Environment, 'workers' | 'now' | 'kernels'>;
  readonly files: readonly TextFile[];
  /** What the next thread is handed beside its files. */
  readonly data: () => Omit<ImportWorkerData, 'files' | 'first' | 'kernels' | 'control'>;
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
 * @throws AppError E_CANCELLED
 */
export async function readInThreads(reading: Reading, hooks: Hooks): Promise<void> {
  let next = 0;
  const take = (message: ImportMessage) => {
    reading.take(message);
    next = message.index + 1;
  };
  while (next < reading.files.length) {
    const reason = await runThread(reading, next, hooks, take, () => reading.progress(next));
    if (hooks.signal?.aborted === true) throw new AppError('E_CANCELLED');
    if (next < reading.files.length) take({ kind: 'skipped', index: next, failure: stopped(reason) });
    reading.progress(next);
  }
}

const stopped = (reason: string): Failure => ({ code: 'E_IMPORT_STOPPED', details: { reason } });

/** Until all are read or the thread ends before its time. @returns why it ended */
async function runThread(
  { environment, files, data, patienceMs = defaultPatienceMs }: Reading,
  first: number,
  hooks: Hooks,
  take: (message: ImportMessage) => void,
  progress: () => void,
): Promise<string> {
  const control = new Int32Array(new SharedArrayBuffer(16));
  const { workers, now, kernels } = environment;
  const workerData: ImportWorkerData = {
    ...data(),
    files: files.slice(first),
    first,
    kernels,
    control: control.buffer,
  };
  const worker = new Worker(new URL(workers.importing), { workerData, resourceLimits });
  let ended = false;
  const failures: Error[] = [];
  worker.on('message', take);
  worker.on('error', (error: Error) => failures.push(error));
  const exit = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      ended = true;
      resolve();
    });
  });

  let heard = { beat: -1, at: now() };
  while (!isTrue(ended)) {
    await Promise.race([exit, rest(pollMs)]);
    progress();
    const beat = Atomics.load(control, 1);
    if (beat !== heard.beat) heard = { beat, at: now() };
    const hangs = now() - heard.at > patienceMs;
    if (hooks.signal?.aborted !== true && !hangs) continue;
    Atomics.store(control, 0, 1);
    await Promise.race([exit, rest(hangs ? 0 : graceMs)]);
    await worker.terminate();
    await exit;
  }
  return failures[0]?.message ?? 'no answer';
}

/** Enough for a file of the largest size that is taken whole, as text and in its parts; a thread that needs more is stopped alone. */
const resourceLimits = { maxOldGenerationSizeMb: 3072 };

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const isTrue = (value: boolean) => value;
