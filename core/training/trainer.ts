import { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/training.ts';
import { operationsPerToken } from './cost.ts';
import { commands, controlWords, type Layout } from './layout.ts';
import { currentEpoch, lossOfEpochs, tokensDone } from './run-state.ts';
import type { RunMemory } from './run-memory.ts';

/** What a training thread is handed. */
export interface TrainingWorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly layout: Layout;
  readonly settings: TrainingSettings;
  readonly worker: number;
  readonly sliceTokens: number;
}

export interface TrainerOptions {
  /** Entry file of a training thread, as a file: URL. */
  readonly workerEntry: string;
  /** The compiled kernel, strict or relaxed. */
  readonly module: WebAssembly.Module;
  /** Milliseconds. */
  readonly now: () => number;
  /** Called about ten times a second while training. */
  readonly onStep?: (step: TrainingStep) => void;
  /** Called while all threads stand still; may throw, which ends the run. */
  readonly checkpoint?: () => void;
  /** Seconds that earlier parts of a resumed run took. */
  readonly secondsBefore?: number;
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

/** A run under way. */
export interface Trainer {
  /** Resolves when all tokens are done or the run was stopped; rejects with E_TRAINING_DIVERGED, E_CANCELLED or what a thread or checkpoint threw. */
  readonly outcome: Promise<TrainingOutcome>;
  pause(): void;
  resume(): void;
  stopAndKeep(): void;
  /** Ends the run with E_CANCELLED. */
  cancel(): void;
  /** The same, after a last checkpoint: the run can be taken up later. */
  leave(): void;
  /** Seconds of training so far, pauses left out. */
  seconds(): number;
}

const pollMs = 100;
const firstCheckpointMs = 2000;
/** Checkpoints take at most a fiftieth of the time. */
const checkpointShare = 50;
/** A thread looks at its orders about ten times a second. */
const operationsPerSlice = 1e9;

/** Starts one thread for each worker of the layout. */
export function startTrainer(run: RunMemory, options: TrainerOptions): Trainer {
  const { memory, layout } = run;
  const { now, onStep, checkpoint, secondsBefore = 0 } = options;
  const control = new Int32Array(memory.buffer, layout.control, 4);
  const order = (command: number) => {
    Atomics.store(control, controlWords.command, command);
    Atomics.notify(control, controlWords.command);
  };
  const wish = { paused: false, stop: false, cancel: false, leave: false };
  const shallEnd = () => wish.stop || wish.cancel || wish.leave;

  let activeMs = secondsBefore * 1000;
  let activeSince: number | null = now();
  const activeTime = () => activeMs + (activeSince === null ? 0 : now() - activeSince);
  const setActive = (active: boolean) => {
    activeMs = activeTime();
    activeSince = active ? now() : null;
  };

  Atomics.store(control, controlWords.command, commands.run);
  const threads = startThreads(run, options);

  /** Resolves when every thread stands still or has ended. */
  async function park(): Promise<void> {
    order(commands.park);
    while (threads.running() > Atomics.load(control, controlWords.parked)) await rest(1);
  }

  async function unpark(): Promise<void> {
    order(commands.run);
    // A thread that has not yet woken would be counted as parked the next time.
    while (Atomics.load(control, controlWords.parked) > 0) await rest(1);
  }

  function keepCheckpoint(): number {
    if (checkpoint === undefined) return Infinity;
    const before = now();
    checkpoint();
    return now() + Math.max(firstCheckpointMs, checkpointShare * (now() - before));
  }

  async function watch(): Promise<TrainingOutcome> {
    let checkpointAt = checkpoint === undefined ? Infinity : now() + firstCheckpointMs;
    while (threads.running() > 0) {
      await Promise.race([threads.ended, rest(pollMs)]);
      threads.rethrow();
      if (shallEnd()) break;
      onStep?.(stepOf(run, activeTime()));
      failIfDiverged(run);
      if (wish.paused || now() >= checkpointAt) {
        await park();
        setActive(false);
        checkpointAt = keepCheckpoint();
        while (wish.paused && !shallEnd()) await rest(pollMs / 4);
        setActive(true);
        if (!shallEnd()) await unpark();
      }
    }
    if (wish.leave && !wish.cancel) {
      await park();
      keepCheckpoint();
    }
    if (wish.cancel || wish.leave) throw new AppError('E_CANCELLED');
    order(commands.stop);
    await threads.ended;
    threads.rethrow();
    setActive(false);
    failIfDiverged(run);
    onStep?.(stepOf(run, activeMs));
    return { seconds: activeMs / 1000, loss: lossOfEpochs(run), stopped: wish.stop };
  }

  const outcome = watch().finally(async () => {
    order(commands.stop);
    await threads.ended;
  });
  return {
    outcome,
    pause: () => void (wish.paused = true),
    resume: () => void (wish.paused = false),
    stopAndKeep: () => void (wish.stop = true),
    cancel: () => void (wish.cancel = true),
    leave: () => void (wish.leave = true),
    seconds: () => activeTime() / 1000,
  };
}

interface Threads {
  running(): number;
  /** Resolves when all have ended. */
  readonly ended: Promise<unknown>;
  /** Throws what the first failing thread threw. */
  rethrow(): void;
}

function startThreads({ memory, layout, settings, words }: RunMemory, options: TrainerOptions): Threads {
  const sliceTokens = Math.max(
    20,
    Math.min(20_000, Math.round(operationsPerSlice / operationsPerToken(settings, words))),
  );
  let running = layout.workers.length;
  const failures: Error[] = [];
  const endings = layout.workers.map((_, worker) => {
    const data: TrainingWorkerData = {
      module: options.module,
      memory,
      layout,
      settings,
      worker,
      sliceTokens,
    };
    const thread = new Worker(new URL(options.workerEntry), { workerData: data });
    return new Promise<void>((resolve) => {
      thread.on('error', (error: Error) => failures.push(error));
      thread.on('exit', (code) => {
        // One that was ended from outside says nothing; what it left half done is no model.
        if (code !== 0 && failures.length === 0) failures.push(new Error('a training thread ended early'));
        running -= 1;
        resolve();
      });
    });
  });
  return {
    running: () => running,
    ended: Promise.all(endings),
    rethrow() {
      if (failures[0] !== undefined) throw failures[0];
    },
  };
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

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
