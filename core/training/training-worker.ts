import { workerData } from 'node:worker_threads';
import { workerOffset } from '../kernel/memory-map.ts';
import { seedEpoch, tokenRange } from './run-memory.ts';
import { nextOrder } from './thread-orders.ts';
import type { TrainingWorkerData } from './trainer.ts';

// The entry of a training thread. It reads no files and sends no messages: everything hot is in shared memory.
const { module, memory, layout, settings, worker, sliceTokens } = workerData as TrainingWorkerData;
const control = new Int32Array(memory.buffer, layout.control, 4);
const block = new DataView(memory.buffer, layout.workers[worker]);
const positionAt = workerOffset('position');
const epochAt = workerOffset('epoch');

interface WordsKernel {
  prepare(job: number, block: number, scratch: number, architecture: number, output: number): void;
  train(from: number, until: number, end: number): number;
}

const outputs = { 'negative-sampling': 0, 'hierarchical-softmax': 1, 'full-softmax': 2 } as const;
const kernel = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as WordsKernel;
kernel.prepare(
  layout.job,
  layout.workers[worker]!,
  layout.scratches[worker]!,
  settings.architecture === 'cbow' ? 1 : 0,
  outputs[settings.output],
);

function trainEpochs(): boolean {
  const { from, to } = tokenRange(layout, worker);
  for (let epoch = block.getUint32(epochAt, true); epoch < settings.epochs; epoch += 1) {
    let position = block.getUint32(positionAt, true);
    while (position < to) {
      if (nextOrder(control) !== 'run') return false;
      // Short calls: V8 keeps a running call in its slow first code to the end.
      position = kernel.train(position, Math.min(position + sliceTokens, to), to) >>> 0;
      block.setUint32(positionAt, position, true);
    }
    seedEpoch(memory, layout, settings.seed, worker, epoch + 1);
    block.setUint32(positionAt, from, true);
    block.setUint32(epochAt, epoch + 1, true);
  }
  return true;
}

if (trainEpochs()) block.setUint32(workerOffset('finished'), 1, true);
