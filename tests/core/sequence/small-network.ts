import { join } from 'node:path';
import type { EmbeddingSource } from '../../../core/contract/settings/sequence.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import type { Chunk, NetworkSettings, TrainingNetwork } from '../../../core/sequence/network.ts';
import {
  allocateNetwork,
  layoutNetwork,
  type NetworkLayout,
  type PlacedWeight,
} from '../../../core/sequence/network-layout.ts';
import { trainingNetwork } from '../../../core/sequence/network.ts';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights, drawWeights, placeWeights } from '../../../core/sequence/network-weights.ts';
import type { ReferenceMasks, ReferenceWeights } from '../../../core/sequence/reference.ts';
import { noTarget } from '../../../core/sequence/sequence-data.ts';
import { sequenceKernel } from '../../../core/sequence/sequence-kernel.ts';
import { seeded } from '../../fixtures/small-language.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export const sequenceModule = (build: 'strict' | 'relaxed' = 'strict'): WebAssembly.Module =>
  kernelModule({ kernels: join(root, 'resources', 'kernels') }, 'sequence', build);

export interface SmallNetwork {
  readonly layout: NetworkLayout;
  readonly memory: WebAssembly.Memory;
  readonly network: TrainingNetwork;
  readonly settings: NetworkSettings;
}

export interface SmallOptions extends Partial<NetworkSettings> {
  readonly embeddings?: EmbeddingSource;
  readonly samples?: number;
  readonly batch?: number;
  readonly steps?: number;
  readonly build?: 'strict' | 'relaxed';
  /** Rows of scores that are computed at once. */
  readonly blockRows?: number;
}

export function smallNetwork(shape: NetworkShape, options: SmallOptions = {}): SmallNetwork {
  const { embeddings = 'tuned', samples = 0, batch = 3, steps = 5, build = 'strict' } = options;
  const settings: NetworkSettings = {
    optimiser: 'sgd',
    momentum: 0,
    clip: 1000,
    dropout: 0,
    seed: 1,
    ...options,
  };
  const placed = layoutNetwork(shape, {
    batch,
    steps,
    training: {
      optimiser: settings.optimiser,
      hasMomentum: settings.momentum > 0,
      embeddings,
      hasDropout: settings.dropout > 0,
      samples,
      trainingTokens: 0,
      heldOutTokens: 0,
      progressBytes: 0,
    },
  });
  const layout = {
    ...placed,
    output: { ...placed.output, blockRows: options.blockRows ?? placed.output.blockRows },
  };
  const memory = allocateNetwork(layout);
  drawWeights(memory, layout, settings.seed);
  const random = seeded(9);
  // Larger than at the beginning of a training, so that no function of the cells is nearly linear.
  const weights = new Map(
    [...copyWeights(memory, layout)].map(([name, values]) => [
      name,
      values.map((value) => value * 2 + (random() - 0.5)),
    ]),
  );
  placeWeights(memory, layout, weights);
  const counts = Uint32Array.from({ length: shape.words }, (_, word) => shape.words * 2 - word);
  const network = trainingNetwork(
    sequenceKernel(sequenceModule(build), memory),
    memory,
    layout,
    settings,
    counts,
  );
  return { layout, memory, network, settings };
}

/** Random words, some of them without a target, some after a new beginning. */
export function smallChunk(words: number, steps: number, batch: number, seed: number): Chunk {
  const random = seeded(seed);
  const of = (make: () => number) => Array.from({ length: steps * batch }, make);
  return {
    steps,
    batch,
    inputs: Uint32Array.from(of(() => Math.floor(random() * words))),
    targets: Uint32Array.from(of(() => (random() < 0.2 ? noTarget : Math.floor(random() * words)))),
    resets: Uint8Array.from(of(() => Number(random() < 0.2))),
  };
}

export const doubles = (weights: ReadonlyMap<string, Float32Array>): Map<string, Float64Array> =>
  new Map([...weights].map(([name, values]) => [name, Float64Array.from(values)]));

/** Words whose rows have a gradient, in the order of their rows there. */
export function touchedBy({ layout, memory }: SmallNetwork, { name }: PlacedWeight, chunk: Chunk): number[] {
  if (name === 'embedding.weight') return [...new Set(chunk.inputs)];
  const drawn = new Uint32Array(memory.buffer, layout.sampled!.drawn, layout.use.training!.samples);
  return [...new Set([...drawn, ...chunk.targets.filter((word) => word !== noTarget)])];
}

/** What the last chunk left as gradients, without filling; rows that were not touched are zeros. */
export function gradientsOf(small: SmallNetwork, chunk: Chunk): Map<string, Float32Array> {
  const { layout, memory } = small;
  const dense = layout.weights.filter(({ isSparse, isLearned }) => isLearned && !isSparse);
  const gradients = copyWeights(memory, {
    ...layout,
    weights: dense.map((weight) => ({ ...weight, at: weight.gradient })),
  });
  for (const weight of layout.weights.filter(({ isSparse, isLearned }) => isLearned && isSparse)) {
    const values = new Float32Array(weight.rows * weight.columns);
    const isBias = weight.rows === 1;
    touchedBy(small, weight, chunk).forEach((word, slot) => {
      const width = isBias ? 1 : weight.columns;
      const from = weight.gradient + slot * (isBias ? 4 : weight.stride);
      values.set(new Float32Array(memory.buffer, from, width), word * width);
    });
    gradients.set(weight.name, values);
  }
  return gradients;
}

/** The masks that the last chunk was read with, without filling. */
export function masksOf({ layout, memory }: SmallNetwork, rows: number): ReferenceMasks {
  const { layers, output, width, shape } = layout;
  const of = (at: number, stride: number, columns: number) =>
    Float64Array.from(
      { length: rows * columns },
      (_, i) => new Float32Array(memory.buffer, at + Math.floor(i / columns) * stride, columns)[i % columns]!,
    );
  return [
    ...layers.map(({ inputMask, inputWidth }, layer) =>
      of(inputMask, inputWidth, layer === 0 ? shape.inputs : shape.hidden),
    ),
    of(output.inputMask, width, shape.hidden),
  ];
}

/** Largest difference, beside the largest number of the expected. */
export function difference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let most = 0;
  let largest = 1e-6;
  for (let at = 0; at < expected.length; at += 1) {
    most = Math.max(most, Math.abs(actual[at]! - expected[at]!));
    largest = Math.max(largest, Math.abs(expected[at]!));
  }
  return actual.length === expected.length && !Number.isNaN(most) ? most / largest : Infinity;
}

export const differences = (actual: ReadonlyMap<string, ArrayLike<number>>, expected: ReferenceWeights) =>
  [...expected]
    .filter(([name]) => actual.has(name))
    .map(([name, values]) => [name, difference(actual.get(name)!, values)] as const);
