import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Optimiser } from '../../../core/contract/settings/sequence.ts';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights } from '../../../core/sequence/network-weights.ts';
import type { Chunk } from '../../../core/sequence/network.ts';
import { noTarget } from '../../../core/sequence/sequence-data.ts';
import { difference, gradientsOf, smallChunk, smallNetwork } from './small-network.ts';

const python = '/usr/bin/python3';
const hasPyTorch = spawnSync(python, ['-c', 'import torch']).status === 0;
const notRun = hasPyTorch ? '' : ' – NOT RUN: PyTorch is not here (Debian: apt-get install python3-torch)';
if (!hasPyTorch) console.log(`The comparison with PyTorch${notRun}`);

interface Answer {
  readonly chunks: readonly {
    readonly hidden: readonly number[];
    readonly loss: number;
    readonly gradients: Readonly<Record<string, readonly number[]>>;
  }[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

function pyTorch(request: unknown): Answer {
  const { stdout, stderr, status } = spawnSync(python, [join(import.meta.dirname, 'pytorch_reference.py')], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

const words = 50;
const [steps, batch] = [15, 8];
const kinds = (['rnn', 'lstm'] as const).flatMap((cell) =>
  [1, 2].flatMap((layers) => (['adam', 'sgd'] as const).map((optimiser) => ({ cell, layers, optimiser }))),
);

/** Every word is read in it: PyTorch moves all rows of the embeddings at every step. */
function chunkOf(seed: number): Chunk {
  const chunk = smallChunk(words, steps, batch, seed);
  return { ...chunk, inputs: chunk.inputs.map((word, row) => (row < words ? row : word)) };
}

describe.skipIf(!hasPyTorch)(`on the same weights and words as PyTorch${notRun}`, () => {
  it.each(kinds)(
    '$cell, $layers layers, $optimiser: states, losses, gradients and steps are equal',
    (kind) => {
      const shape: NetworkShape = { ...kind, inputs: 20, hidden: 33, words };
      const optimiser: Optimiser = kind.optimiser;
      const settings = { optimiser, momentum: optimiser === 'sgd' ? 0.9 : 0, clip: 0.5 };
      // Adam divides by the length of a gradient: where there is next to none, its step is made of rounding.
      const rate = optimiser === 'adam' ? 0.0005 : 0.05;
      const small = smallNetwork(shape, { ...settings, steps, batch });
      const before = copyWeights(small.memory, small.layout);
      const chunks = [1, 2, 3].map(chunkOf);
      const answer = pyTorch({
        shape: { cell: shape.cell, layers: shape.layers, inputs: shape.inputs, hidden: shape.hidden, words },
        weights: Object.fromEntries([...before].map(([name, values]) => [name, [...values]])),
        chunks: chunks.map(({ inputs, targets, resets }) => ({
          steps,
          batch,
          inputs: [...inputs],
          targets: [...targets].map((word) => (word === noTarget ? -1 : word)),
          resets: [...resets],
        })),
        ...settings,
        rate,
      });
      chunks.forEach((chunk, at) => {
        const step = { number: at + 1, rate, epoch: 0, chunk: at, withNorms: false };
        const { sum, count } = small.network.train(chunk, step);
        const expected = answer.chunks[at]!;
        expect(Math.abs(sum / count - expected.loss)).toBeLessThan(1e-5);
        const { layers, width } = small.layout;
        const hidden = Array.from({ length: steps * batch }, (_, row) => [
          ...new Float32Array(small.memory.buffer, layers.at(-1)!.hidden + row * width, shape.hidden),
        ]).flat();
        expect(difference(hidden, expected.hidden)).toBeLessThan(1e-5);
        for (const [name, values] of gradientsOf(small, chunk))
          expect(difference(values, expected.gradients[name]!), name).toBeLessThan(1e-5);
      });
      for (const [name, values] of copyWeights(small.memory, small.layout))
        expect(difference(values, answer.weights[name]!), name).toBeLessThan(1e-5);
    },
  );
});
