import { workerOffset } from '../kernel/memory-map.ts';
import { beginStretch, type RunMemory } from './run-memory.ts';
import { commands, controlWords, nextOrder } from './thread-orders.ts';

/** What a thread calls in the kernel for training in rounds; assembly/rounds.ts says what each does. */
export interface RoundsKernel {
  readAhead(stretch: number, parity: number): void;
  trainChunk(stretch: number, parity: number, done: number): void;
  hasChunk(stretch: number): number;
  ownedUnits(stretch: number): number;
  mergeOwned(stretch: number, parity: number, from: number, to: number): void;
  mergeOutputs(active: number, from: number, to: number): void;
}

/** Where the threads meet, i32 each; behind them f64: tokens done before the round. */
const words = { arrived: 0, meetings: 1, next: 2, stretch: 3, piece: 4, active: 5 } as const;
const doneAt = 32;
/** What all threads do next: the same, or they would wait for each other for ever. */
const next = { read: 0, train: 1, park: 2, end: 3 } as const;

/** Units that a thread merges before it takes the next. */
const pieceUnits = 32;
/** Looks at a meeting before a thread lies down: the others are hardly ever far behind. */
const looks = 2000;
const longestSleepMs = 100;

/** To be called before the threads start: nothing of an earlier start is left over. */
export function beginMeetings({ memory, layout }: Pick<RunMemory, 'memory' | 'layout'>): void {
  const { meeting, touched, touchedBytes } = layout.rounds!;
  new Uint8Array(memory.buffer, meeting, 64).fill(0);
  new Uint8Array(memory.buffer, touched, touchedBytes * 2).fill(0);
}

/**
 * Trains in rounds until the run ends or is stopped. In each round threads take stretches, whoever is free the next; then they
 * merge what several stretches wrote; the last that comes to a meeting decides for all what is next.
 * @param betweenRounds called by one thread while the others stand still
 */
export function trainInRounds(
  { memory, layout, settings }: Pick<RunMemory, 'memory' | 'layout' | 'settings'>,
  kernel: RoundsKernel,
  betweenRounds: () => void,
): void {
  const rounds = layout.rounds!;
  const threads = layout.scratches.length;
  const control = new Int32Array(memory.buffer, layout.control, 4);
  const shared = new Int32Array(memory.buffer, rounds.meeting, 8);
  const done = new Float64Array(memory.buffer, rounds.meeting + doneAt, 1);
  const progress = new BigInt64Array(memory.buffer, layout.progress, 1);
  const stretches = layout.workers.map((_, stretch) => stretch);
  const isSoftmax = settings.output === 'full-softmax';
  const wordCount = rounds.words;

  /** Waits for all threads; `last` is done by the one that comes last. @returns false when the run is given up */
  function meet(last: () => void): boolean {
    const meeting = Atomics.load(shared, words.meetings);
    if (Atomics.add(shared, words.arrived, 1) === threads - 1) {
      last();
      Atomics.store(shared, words.arrived, 0);
      Atomics.add(shared, words.meetings, 1);
      Atomics.notify(shared, words.meetings);
      return true;
    }
    for (let look = 0; look < looks; look += 1)
      if (Atomics.load(shared, words.meetings) !== meeting) return true;
    while (Atomics.load(shared, words.meetings) === meeting) {
      if (Atomics.load(control, controlWords.command) === commands.stop) return false;
      Atomics.wait(shared, words.meetings, meeting, longestSleepMs);
    }
    return true;
  }

  const takeFromStart = () => {
    Atomics.store(shared, words.stretch, 0);
    Atomics.store(shared, words.piece, 0);
  };

  function decide(): void {
    takeFromStart();
    betweenRounds();
    done[0] = Number(Atomics.load(progress, 0));
    Atomics.store(shared, words.next, nextStep());
  }

  function nextStep(): number {
    let active = 0;
    for (const stretch of stretches) if (kernel.hasChunk(stretch) !== 0) active |= 1 << stretch;
    Atomics.store(shared, words.active, active);
    if (active === 0) return beginEpoch() ? next.read : next.end;
    const command = Atomics.load(control, controlWords.command);
    if (command === commands.run) return next.train;
    return command === commands.park ? next.park : next.end;
  }

  /** @returns false behind the last */
  function beginEpoch(): boolean {
    // All stretches are in the same.
    const block = new DataView(memory.buffer, layout.workers[0]);
    const epoch = block.getUint32(workerOffset('epoch'), true) + 1;
    if (epoch >= settings.epochs) return false;
    for (const stretch of stretches) beginStretch(memory, layout, settings.seed, stretch, epoch);
    return true;
  }

  function takeStretches(work: (stretch: number) => void): void {
    for (;;) {
      const stretch = Atomics.add(shared, words.stretch, 1);
      if (stretch >= stretches.length) return;
      work(stretch);
    }
  }

  /** Pieces of all stretches one behind the other, then those of the output rows of full softmax. */
  function merge(parity: number): void {
    const pieces = stretches.map((stretch) => Math.ceil(kernel.ownedUnits(stretch) / pieceUnits));
    let piece = Atomics.add(shared, words.piece, 1);
    let before = 0;
    for (const stretch of stretches) {
      for (; piece < before + pieces[stretch]!; piece = Atomics.add(shared, words.piece, 1)) {
        const from = (piece - before) * pieceUnits;
        const to = Math.min(from + pieceUnits, kernel.ownedUnits(stretch));
        kernel.mergeOwned(stretch, parity, from, to);
      }
      before += pieces[stretch]!;
    }
    if (!isSoftmax) return;
    const active = Atomics.load(shared, words.active);
    for (; (piece - before) * pieceUnits < wordCount; piece = Atomics.add(shared, words.piece, 1)) {
      const from = (piece - before) * pieceUnits;
      kernel.mergeOutputs(active, from, Math.min(from + pieceUnits, wordCount));
    }
  }

  const read = (parity: number) => {
    takeStretches((stretch) => {
      kernel.readAhead(stretch, parity);
    });
    return meet(decide);
  };

  let parity = 0;
  let going = read(parity);
  while (going) {
    switch (Atomics.load(shared, words.next)) {
      case next.read:
        going = read(parity);
        break;
      case next.park:
        nextOrder(control);
        going = meet(decide);
        break;
      case next.train: {
        const now = parity;
        takeStretches((stretch) => {
          kernel.trainChunk(stretch, now, done[0]!);
          kernel.readAhead(stretch, 1 - now);
        });
        going = meet(takeFromStart);
        if (!going) return;
        merge(now);
        parity = 1 - parity;
        going = meet(decide);
        break;
      }
      default:
        return;
    }
  }
}
