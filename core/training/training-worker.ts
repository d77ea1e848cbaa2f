import { workerData } from 'node:worker_threads';
import { workerOffset } from '../kernel/memory-map.ts';
import { seedEpoch } from './run-memory.ts';
import { snapshotTaker } from './snapshots.ts';
import { trainInRounds, type RoundsKernel } from './round-steps.ts';
import { stretchOf } from './stretches.ts';
import { nextOrder } from './thread-orders.ts';
import type { TrainingWorkerData } from './trainer.ts';

// The entry of a training thread. It reads no files and sends no messages: everything hot is in shared memory.
const { module, memory, layout, settings, worker, sliceTokens } = workerData as TrainingWorkerData;
const control = new Int32Array(memory.buffer, layout.control, 4);
/** Stretches given out so far, to all workers. */
const given = new Uint32Array(memory.buffer, layout.progress + 8, 1);
/** In rounds a thread goes from block to block. */
const blockAt = layout.workers[layout.rounds === null ? worker : 0]!;
const block = new DataView(memory.buffer, blockAt);
const positionAt = workerOffset('position');
const endAt = workerOffset('end');
const epochAt = workerOffset('epoch');

interface WordsKernel extends RoundsKernel {
  prepare(job: number, block: number, scratch: number, architecture: number, output: number): void;
  train(from: number, until: number, end: number): number;
}

const outputs = { 'negative-sampling': 0, 'hierarchical-softmax': 1, 'full-softmax': 2 } as const;
const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as WordsKernel;
kernel.prepare(
  layout.job,
  blockAt,
  layout.scratches[worker]!,
  settings.architecture === 'cbow' ? 1 : 0,
  outputs[settings.output],
);

const keepSnapshot = snapshotTaker({ memory, layout, settings });

/** Goes on with the stretch that the worker has; false when it is to end before. */
function trainStretch(): boolean {
  const end = block.getUint32(endAt, true);
  for (let position = block.getUint32(positionAt, true); position < end;) {
    if (nextOrder(control) !== 'run') return false;
    // Short calls: V8 keeps a running call in its slow first code to the end.
    position = kernel.train(position, Math.min(position + sliceTokens, end), end) >>> 0;
    block.setUint32(positionAt, position, true);
    keepSnapshot();
  }
  return true;
}

function takeStretch(): void {
  const { epoch, from, to } = stretchOf(layout, Atomics.add(given, 0, 1));
  if (epoch !== block.getUint32(epochAt, true)) seedEpoch(memory, layout, settings.seed, worker, epoch);
  block.setUint32(epochAt, epoch, true);
  block.setUint32(positionAt, from, true);
  block.setUint32(endAt, to, true);
}

if (layout.rounds !== null) trainInRounds({ memory, layout, settings }, kernel, keepSnapshot);
else
  // A run that was left just as it ended holds a stretch beyond its last epoch: that is not to be trained when it is taken up.
  while (block.getUint32(epochAt, true) < settings.epochs && trainStretch()) takeStretch();
