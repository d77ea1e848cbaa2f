import { workerBlockBytes, workerOffset } from '../kernel/memory-map.ts';
import { rowOfNode, type RunMemory } from './run-memory.ts';
import { snapshotWords } from './snapshots.ts';

/** Tokens that all workers have trained on, over all epochs. */
export function tokensDone({ memory, layout }: RunMemory): number {
  return Number(Atomics.load(new BigInt64Array(memory.buffer, layout.progress, 1), 0));
}

/** The epoch that the slowest worker is in, from 1. */
export function currentEpoch({ memory, layout, settings }: RunMemory): number {
  const epochs = layout.workers.map((at) =>
    new DataView(memory.buffer, at).getUint32(workerOffset('epoch'), true),
  );
  return Math.min(settings.epochs, Math.min(...epochs) + 1);
}

/** Mean loss per example of each epoch that has samples, in nats. */
export function lossOfEpochs({ memory, layout, settings }: RunMemory): number[] {
  const losses: number[] = [];
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    let sum = 0;
    let examples = 0;
    for (const at of layout.workers) {
      const view = new DataView(memory.buffer, at + workerBlockBytes + epoch * 16);
      sum += view.getFloat64(0, true);
      examples += view.getFloat64(8, true);
    }
    if (examples === 0) break;
    losses.push(sum / examples);
  }
  return losses;
}

/** Everything that changes in a run: what a checkpoint keeps. The arrays are views of the shared memory. */
export function changingParts(run: RunMemory): {
  readonly rows: Float32Array;
  readonly workers: Uint32Array;
  readonly progress: Uint32Array;
  readonly snapshots: Uint32Array;
} {
  const { memory, layout, words } = run;
  return {
    rows: new Float32Array(memory.buffer, layout.rows, (words * layout.rowBytes) / 2),
    workers: new Uint32Array(
      memory.buffer,
      layout.workers[0],
      (layout.workers.length * layout.workerBytes) / 4,
    ),
    progress: new Uint32Array(memory.buffer, layout.progress, 3),
    snapshots: snapshotWords(run),
  };
}

/** A row of the input as it is at this moment, in the shared memory. */
export function inputRow({ memory, layout, dimensions }: RunMemory, row: number): Float32Array {
  return new Float32Array(memory.buffer, layout.rows + row * layout.rowBytes * 2, dimensions);
}

/**
 * Input or output vectors, words × dimensions, row-major, out of the shared memory and without padding. Output vectors of
 * hierarchical softmax are those of the inner nodes, in their order; the last row belongs to none.
 */
export function copyVectors(
  { memory, layout, words, dimensions, settings }: RunMemory,
  which: 'input' | 'output',
): Float32Array {
  const stride = layout.rowBytes / 2;
  const rows = new Float32Array(memory.buffer, layout.rows, words * stride);
  const first = which === 'input' ? 0 : layout.rowBytes / 4;
  const vectors = new Float32Array(words * dimensions);
  const ofNodes = which === 'output' && settings.output === 'hierarchical-softmax';
  for (let row = 0; row < words; row += 1) {
    const from = (ofNodes && row < words - 1 ? rowOfNode(row, words) : row) * stride + first;
    vectors.set(rows.subarray(from, from + dimensions), row * dimensions);
  }
  return vectors;
}
