import { Worker } from 'node:worker_threads';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { requireRoomForPairs } from './pair-counts.ts';
import { steerThreads, type SteeredRun, type Steering } from './steered-threads.ts';

/** What the thread of a count model is handed; all of it is shared with it. */
export interface CountWorkerData {
  /** `panels`, strict. */
  readonly kernel: WebAssembly.Module;
  /** The words that `controlWords` names. */
  readonly control: Int32Array;
  /** How much is done, 0 to 1; written by the thread. */
  readonly share: Float64Array;
  readonly tokens: Uint32Array;
  readonly words: number;
  readonly settings: TrainingSettings;
  /** words × dimensions, row-major; written by the thread when all is done. */
  readonly vectors: Float32Array;
}

export interface CountThreadOptions extends Pick<Steering, 'now'> {
  /** Entry file of the thread, as a file: URL. */
  readonly workerEntry: string;
  /** Called about ten times a second. */
  readonly onShare: (share: number) => void;
}

/**
 * A count model in a thread of its own, so that several are made at once. It has no half that could be kept: it is ended by `cancel` alone.
 * @param tokens in shared memory, as of {@link countVectors}
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function startCount(
  { kernel, tokens, words, settings }: Pick<CountWorkerData, 'kernel' | 'tokens' | 'words' | 'settings'>,
  { workerEntry, now, onShare }: CountThreadOptions,
): SteeredRun<Float32Array> {
  requireRoomForPairs(tokens.length, settings.window);
  const control = new Int32Array(new SharedArrayBuffer(16));
  const share = new Float64Array(new SharedArrayBuffer(8));
  const vectors = new Float32Array(new SharedArrayBuffer(words * settings.dimensions * 4));
  const data: CountWorkerData = { kernel, control, share, tokens, words, settings, vectors };
  return steerThreads(
    {
      control,
      start: () => [new Worker(new URL(workerEntry), { workerData: data })],
      report: () => onShare(share[0]!),
      check: () => undefined,
      outcome: () => vectors,
    },
    { now },
  );
}
