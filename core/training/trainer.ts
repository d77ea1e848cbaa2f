import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { operationsPerToken } from './operations.ts';
import type { Layout } from './layout.ts';
import { currentEpoch, lossOfEpochs, tokensDone } from './run-state.ts';
import { beginMeetings } from './round-steps.ts';
import type { RunMemory } from './run-memory.ts';
import { steerThreads, type SteeredRun, type Steering } from './steered-threads.ts';

/** What a training thread is handed. */
export interface TrainingWorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly settings: TrainingSettings;
  readonly worker: number;
  readonly sliceTokens: number;
}

export interface TrainerOptions extends Steering {
  /** Entry file of a training thread, as a file: URL. */
  readonly workerEntry: string;
  /** The compiled kernel, strict or relaxed. */
  readonly module: WebAssembly.Module;
  /** Called about ten times a second while training. */
  readonly onStep?: (step: TrainingStep) => void;
}

export interface TrainingStep {
  /** Tokens with a row × epochs. */
  readonly done: number;
  readonly seconds: number;
  /** From 1. */
  readonly epoch: number;
  /** Of the current epoch so far, in nats; NaN before the first sample. */
  readonly loss: number;
}

export interface TrainingOutcome {
  readonly seconds: number;
  /** Mean loss per example of each epoch that was begun, in nats. */
  readonly loss: readonly number[];
  /** Stopped and kept before the end. */
  readonly stopped: boolean;
}

/** A run under way; rejects with E_TRAINING_DIVERGED too. */
export type Trainer = SteeredRun<TrainingOutcome>;

const leastWatchedSlice = 1000;
/** A thread looks at its orders about ten times a second. */
const operationsPerSlice = 1e9;

/** Starts the threads of the layout. */
export function startTrainer(run: RunMemory, options: TrainerOptions): Trainer {
  const { memory, layout } = run;
  return steerThreads(
    {
      control: new Int32Array(memory.buffer, layout.control, 4),
      start: () => startThreads(run, options),
      report: (activeMs) => options.onStep?.(stepOf(run, activeMs)),
      check: () => failIfDiverged(run),
      outcome: (seconds, stopped) => ({ seconds, loss: lossOfEpochs(run), stopped }),
    },
    options,
  );
}

function startThreads({ memory, layout, settings, words }: RunMemory, options: TrainerOptions): Worker[] {
  const sliceTokens = Math.max(
    20,
    Math.min(
      20_000,
      Math.round(operationsPerSlice / operationsPerToken(settings, words)),
      // Vectors are kept between slices; shorter ones would cost time.
      Math.max(leastWatchedSlice, Math.floor(layout.watched.interval)),
    ),
  );
  if (layout.rounds !== null) beginMeetings({ memory, layout });
  return layout.scratches.map((_, worker) => {
    const data: TrainingWorkerData = {
      module: options.module,
      memory,
      layout,
      settings,
      worker,
      sliceTokens,
    };
    return new Worker(new URL(options.workerEntry), { workerData: data });
  });
}

function stepOf(run: RunMemory, activeMs: number): TrainingStep {
  const losses = lossOfEpochs(run);
  return {
    done: tokensDone(run),
    seconds: activeMs / 1000,
    epoch: currentEpoch(run),
    loss: losses.length === 0 ? NaN : losses.at(-1),
  };
}

/** An overflow shows in the sampled loss first. */
function failIfDiverged(run: RunMemory): void {
  const loss = lossOfEpochs(run);
  const epoch = loss.findIndex((value) => !Number.isFinite(value));
  if (epoch >= 0) throw new AppError('E_TRAINING_DIVERGED', { epoch: epoch + 1 });
}
