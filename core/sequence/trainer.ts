import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { steerThreads, type SteeredRun, type Steering } from '../training/steered-threads.ts';
import { progressOf, type SequenceRun } from './sequence-run.ts';

/** What the thread of a network is handed. */
export interface SequenceWorkerData {
  readonly module: WebAssembly.Module;
  readonly run: SequenceRun;
}

export interface SequenceTrainerOptions extends Steering {
  /** Entry file of the thread, as a file: URL. */
  readonly workerEntry: string;
  /** The compiled kernel `sequence`, strict or relaxed. */
  readonly module: WebAssembly.Module;
  /** Called about ten times a second. */
  readonly onStep?: (step: SequenceStep) => void;
}

export interface SequenceStep {
  readonly phase: 'training' | 'measuring';
  /** Rows read × epochs. */
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
  /** From 1. */
  readonly epoch: number;
  /** Of the current epoch so far, in nats; NaN before the first chunk. */
  readonly loss: number;
  readonly heldOutPerplexity: readonly number[];
  readonly gradientNorms: readonly number[];
}

export interface SequenceOutcome {
  readonly seconds: number;
  /** Mean loss of a predicted word in each epoch that was begun, in nats. */
  readonly loss: readonly number[];
  /** Exact, after each epoch and where training was stopped. */
  readonly heldOutPerplexity: readonly number[];
  readonly gradientNorms: readonly number[];
  /** Stopped and kept before the end. */
  readonly stopped: boolean;
}

/** A network in training; rejects with E_TRAINING_DIVERGED too. */
export type SequenceTrainer = SteeredRun<SequenceOutcome>;

/** Starts the thread that trains the network and measures it on the held-out texts after each epoch. */
export function startSequenceTrainer(run: SequenceRun, options: SequenceTrainerOptions): SequenceTrainer {
  const { memory, layout } = run;
  const progress = progressOf(run);
  const data: SequenceWorkerData = { module: options.module, run };
  return steerThreads(
    {
      control: new Int32Array(memory.buffer, layout.control, 4),
      start: () => [new Worker(new URL(options.workerEntry), { workerData: data })],
      report: (activeMs) => options.onStep?.(stepOf(run, activeMs)),
      check: () => {
        if (progress.diverged > 0) throw new AppError('E_TRAINING_DIVERGED', { epoch: progress.diverged });
      },
      outcome: (seconds, stopped) => ({
        seconds,
        loss: progress.losses(),
        heldOutPerplexity: progress.perplexities(),
        gradientNorms: progress.norms(),
        stopped,
      }),
    },
    options,
  );
}

function stepOf(run: SequenceRun, activeMs: number): SequenceStep {
  const { settings, trainingTokens } = run;
  const progress = progressOf(run);
  const { epoch, chunk } = progress;
  const stretch = Math.ceil(trainingTokens / settings.batch);
  const read = Math.min(1, (chunk * settings.steps) / stretch);
  return {
    phase: progress.measuring === 1 ? 'measuring' : 'training',
    done: Math.round((epoch + read) * trainingTokens),
    total: settings.epochs * trainingTokens,
    seconds: activeMs / 1000,
    epoch: Math.min(settings.epochs, epoch + 1),
    loss: progress.losses()[Math.min(settings.epochs - 1, epoch)] ?? NaN,
    heldOutPerplexity: progress.perplexities(),
    gradientNorms: progress.norms(),
  };
}
