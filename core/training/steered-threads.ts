import type { Worker } from 'node:worker_threads';
import { AppError } from '../contract/errors.ts';
import { commands, controlWords } from './thread-orders.ts';

/** Training under way in threads of its own. */
export interface SteeredRun<Outcome> {
  /** Resolves when all is done or the run was stopped; rejects with E_CANCELLED, or with what a thread, a check or a checkpoint threw. */
  readonly outcome: Promise<Outcome>;
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

export interface Steering {
  /** Milliseconds. */
  readonly now: () => number;
  /** Called while all threads stand still; may throw, which ends the run. */
  readonly checkpoint?: () => void;
  /** Seconds that earlier parts of a resumed run took. */
  readonly secondsBefore?: number;
}

/** What is particular to a kind of training. */
export interface SteeredTraining<Outcome> {
  /** The words that {@link controlWords} names, in the memory that is shared with the threads. */
  readonly control: Int32Array;
  /** Starts all threads; they obey `nextOrder`. */
  readonly start: () => readonly Worker[];
  /** Called about ten times a second. */
  readonly report: (activeMs: number) => void;
  /** Throws where there is no use in going on. */
  readonly check: () => void;
  readonly outcome: (seconds: number, stopped: boolean) => Outcome;
}

const pollMs = 100;
const firstCheckpointMs = 2000;
/** Checkpoints take at most a fiftieth of the time. */
const checkpointShare = 50;

/** Runs the threads of a training to their end: pauses, checkpoints and every way of ending before it. */
export function steerThreads<Outcome>(
  training: SteeredTraining<Outcome>,
  { now, checkpoint, secondsBefore = 0 }: Steering,
): SteeredRun<Outcome> {
  const { control } = training;
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
  const threads = watched(training.start());

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

  async function watch(): Promise<Outcome> {
    let checkpointAt = checkpoint === undefined ? Infinity : now() + firstCheckpointMs;
    let finishing = false;
    while (threads.running() > 0) {
      await Promise.race([threads.ended, rest(pollMs)]);
      threads.rethrow();
      if (wish.cancel || wish.leave) break;
      if (wish.stop && !finishing) {
        finishing = true;
        order(commands.finish);
      }
      training.report(activeTime());
      training.check();
      if (!finishing && (wish.paused || now() >= checkpointAt)) {
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
    await threads.ended;
    threads.rethrow();
    setActive(false);
    training.check();
    training.report(activeMs);
    return training.outcome(activeMs / 1000, wish.stop);
  }

  async function untilAllHaveEnded(): Promise<Outcome> {
    try {
      return await watch();
    } finally {
      order(commands.stop);
      await threads.ended;
    }
  }

  return {
    outcome: untilAllHaveEnded(),
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

function watched(workers: readonly Worker[]): Threads {
  let running = workers.length;
  const failures: Error[] = [];
  const endings = workers.map(
    (thread) =>
      new Promise<void>((resolve) => {
        thread.on('error', (error: Error) => failures.push(error));
        thread.on('exit', (code) => {
          // One that was ended from outside says nothing; what it left half done is no model.
          if (code !== 0 && failures.length === 0) failures.push(new AppError('E_TRAINING_STOPPED'));
          running -= 1;
          resolve();
        });
      }),
  );
  return {
    running: () => running,
    ended: Promise.all(endings),
    rethrow() {
      if (failures[0] !== undefined) throw failures[0];
    },
  };
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
