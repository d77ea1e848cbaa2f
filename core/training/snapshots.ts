import { workerBlockBytes } from '../kernel/memory-map.ts';
import type { Layout } from './layout.ts';
import type { RunMemory } from './run-memory.ts';
import { headNumbers, snapshotBytes, stepBytes } from './snapshot-plan.ts';

/** What was kept at one step. */
export interface Snapshot {
  /** From 1. */
  readonly number: number;
  /** Epochs that were done, as a fraction. */
  readonly epoch: number;
  /** Mean loss per example since the step before that was kept, in nats; null where there was no example. */
  readonly loss: number | null;
  /** Watched words × dimensions, row-major. */
  readonly values: Float32Array;
}

type Shared = Pick<RunMemory, 'memory' | 'layout' | 'settings'>;

const stepAt = ({ layout, settings }: Shared, number: number) =>
  layout.snapshots + 16 + (number - 1) * stepBytes(layout.watched, settings.dimensions);

/** Everything of the snapshots that changes, for a checkpoint. */
export const snapshotWords = ({ memory, layout, settings }: Shared): Uint32Array =>
  new Uint32Array(memory.buffer, layout.snapshots, snapshotBytes(layout.watched, settings.dimensions) / 4);

/** For a training thread, to be called between two stretches of work: keeps the watched rows where a step is due. The thread that sees it first does. */
export function snapshotTaker(run: Shared): () => void {
  const { memory, layout, settings } = run;
  const { rows, interval, steps } = layout.watched;
  if (rows.length === 0) return () => undefined;
  const newest = new Int32Array(memory.buffer, layout.snapshots, 1);
  const progress = new BigInt64Array(memory.buffer, layout.progress, 1);
  const { dimensions } = settings;
  const stride = layout.rowBytes / 2;
  return () => {
    const done = Number(Atomics.load(progress, 0));
    const number = Math.floor(done / interval + 1e-9);
    const before = Atomics.load(newest, 0);
    if (number <= before || number >= steps) return;
    if (Atomics.compareExchange(newest, 0, before, number) !== before) return;
    const at = stepAt(run, number);
    const values = new Float32Array(memory.buffer, at + headNumbers * 8, rows.length * dimensions);
    rows.forEach((row, place) => {
      const from = layout.rows / 4 + row * stride;
      values.set(new Float32Array(memory.buffer, from * 4, dimensions), place * dimensions);
    });
    // What is done stands last: without it nothing was kept.
    const head = new Float64Array(memory.buffer, at, headNumbers);
    [head[1], head[2]] = lossesSoFar(memory, layout, settings.epochs);
    head[0] = done;
  };
}

/** Sum of the losses of all workers and epochs, and the number of examples. */
function lossesSoFar(
  memory: WebAssembly.Memory,
  { workers }: Pick<Layout, 'workers'>,
  epochs: number,
): [sum: number, examples: number] {
  let [sum, examples] = [0, 0];
  for (const at of workers) {
    const view = new DataView(memory.buffer, at + workerBlockBytes, epochs * 16);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      sum += view.getFloat64(epoch * 16, true);
      examples += view.getFloat64(epoch * 16 + 8, true);
    }
  }
  return [sum, examples];
}

export interface KeptSnapshots {
  /** In order. */
  readonly steps: readonly Snapshot[];
  /** Where the training ended, and its loss since the last step. */
  readonly end: Pick<Snapshot, 'epoch' | 'loss'>;
}

/** What was kept until now. */
export function takenSnapshots(run: RunMemory): KeptSnapshots {
  const { memory, layout, settings, tokens } = run;
  const { rows, steps } = layout.watched;
  const taken: Snapshot[] = [];
  let before = { sum: 0, examples: 0 };
  const lossUntil = (sum: number, examples: number) => {
    const loss = (sum - before.sum) / (examples - before.examples);
    before = { sum, examples };
    return Number.isFinite(loss) ? loss : null;
  };
  for (let number = 1; number < steps; number += 1) {
    const at = stepAt(run, number);
    const head = new Float64Array(memory.buffer, at, headNumbers);
    const done = head[0]!;
    if (done === 0) continue;
    const values = new Float32Array(
      memory.buffer,
      at + headNumbers * 8,
      rows.length * settings.dimensions,
    ).slice();
    taken.push({ number, epoch: done / tokens.length, loss: lossUntil(head[1]!, head[2]!), values });
  }
  const done = Number(Atomics.load(new BigInt64Array(memory.buffer, layout.progress, 1), 0));
  return {
    steps: taken,
    end: {
      epoch: tokens.length === 0 ? 0 : done / tokens.length,
      loss: lossUntil(...lossesSoFar(memory, layout, settings.epochs)),
    },
  };
}
