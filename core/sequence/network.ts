import type { SequenceSettings } from '../contract/settings/sequence.ts';
import { randomState } from '../random.ts';
import { matrixProducts } from './matrix-products.ts';
import type { NetworkLayout } from './network-layout.ts';
import { randomPurpose } from './network-weights.ts';
import { weightUpdates } from './optimiser.ts';
import { outputLayer, sumOf, type ChunkLoss } from './output-layer.ts';
import { recurrentLayers, statesOf, type ChunkSize } from './recurrent-layers.ts';
import { sampledOutput } from './sampled-output.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

/** A piece of the texts that are read side by side: steps × batch rows, step by step. */
export interface Chunk extends ChunkSize {
  /** Rows of the vocabulary. */
  readonly inputs: Uint32Array;
  /** What comes next; `noTarget` where nothing is to be predicted. */
  readonly targets: Uint32Array;
  /** 1: the state is set to zero before this input is read. */
  readonly resets: Uint8Array;
}

export interface ChunkStep {
  /** Of the step, from 1. */
  readonly number: number;
  readonly rate: number;
  /** Two numbers that no other chunk of the run has: its random numbers depend on them. */
  readonly epoch: number;
  readonly chunk: number;
  /** Lengths of gradients back in time are wanted. */
  readonly withNorms: boolean;
}

export interface TrainedChunk extends ChunkLoss {
  /** Length of all gradients together before they were clipped. */
  readonly length: number;
  /** Null where none were wanted or nothing was predicted in the last step. */
  readonly gradientNorms: Float32Array | null;
}

/** A recurrent network that learns, in a memory that was laid out for it. States are carried from chunk to chunk. */
export interface TrainingNetwork {
  /** All states are zero: of training, or of measuring. */
  begin(which: keyof typeof statesOf): void;
  /** Forward, backward, and one step of the optimiser. */
  train(chunk: Chunk, step: ChunkStep): TrainedChunk;
  /** Exact loss, nothing left out, with states of its own. */
  measure(chunk: Chunk): ChunkLoss;
}

export type NetworkSettings = Pick<SequenceSettings, 'optimiser' | 'momentum' | 'clip' | 'dropout' | 'seed'>;

/** @param counts occurrences of the words in training */
export function trainingNetwork(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  settings: NetworkSettings,
  counts: Uint32Array,
): TrainingNetwork {
  const { layers, output, use } = layout;
  const products = matrixProducts(kernel, layout);
  const recurrent = recurrentLayers(kernel, memory, layout, products);
  const full = outputLayer(kernel, memory, layout, products);
  const sampled = layout.sampled === null ? null : sampledOutput(kernel, memory, layout, products, counts);
  const updates = weightUpdates(kernel, memory, layout, settings);
  const embedding = layout.weights.find(({ name }) => name === 'embedding.weight')!;
  const ids = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const slotOf = new Int32Array(embedding.isLearned ? layout.shape.words : 0).fill(-1);
  const withMasks = settings.dropout > 0 && use.training!.hasDropout;

  function read({ inputs, resets, steps, batch }: Chunk): void {
    const rows = steps * batch;
    ids(layout.inputs, rows).set(inputs.subarray(0, rows));
    new Uint8Array(memory.buffer, layout.resets, rows).set(resets.subarray(0, rows));
    kernel.gatherRows(embedding.at, layout.inputs, rows, embedding.stride, layers[0]!.input);
  }

  function drawMasks(rows: number, { epoch, chunk }: ChunkStep): void {
    const state = ids(layout.random, 16);
    for (let stream = 0; stream < 4; stream += 1)
      randomState(settings.seed, randomPurpose.dropout, epoch, chunk, stream).forEach(
        (word, at) => (state[at * 4 + stream] = word),
      );
    const threshold = Math.floor(settings.dropout * 2 ** 32);
    const factor = 1 / (1 - settings.dropout);
    for (const { inputMask, inputWidth } of layers)
      kernel.drawMask(layout.random, threshold, factor, rows * inputWidth, inputMask);
    kernel.drawMask(layout.random, threshold, factor, rows * layout.width, output.inputMask);
  }

  /** Adds up the errors of each word that was read. @returns the words, each once */
  function embeddingGradients(rows: number): Uint32Array {
    const inputs = ids(layout.inputs, rows);
    const slots = ids(layout.slots, rows);
    const touched = ids(layout.touched, rows);
    let count = 0;
    inputs.forEach((word, row) => {
      if (slotOf[word] === -1) {
        slotOf[word] = count;
        touched[count] = word;
        count += 1;
      }
      slots[row] = slotOf[word]!;
    });
    const words = touched.subarray(0, count);
    for (const word of words) slotOf[word] = -1;
    kernel.clearNumbers(embedding.gradient, count * embedding.stride);
    const { inputErrors } = layers[0]!;
    kernel.scatterRows(inputErrors, layout.slots, rows, embedding.stride, embedding.gradient);
    return words;
  }

  /** Of the loss of each text at the last step. */
  function normsBack({ steps, batch }: Chunk, predicted: number): Float32Array {
    const last = (steps - 1) * batch * layout.width;
    const numbers = (at: number) => new Float32Array(memory.buffer, at, (batch * layout.width) / 4);
    const masks = numbers(output.inputMask + last);
    // Errors are those of the mean loss of the chunk.
    numbers(layout.noErrors).set(
      numbers(output.inputErrors + last).map((e, at) => e * predicted * (withMasks ? masks[at]! : 1)),
    );
    return recurrent.gradientNorms({ steps, batch }, steps - 1, layout.noErrors);
  }

  return {
    begin(which) {
      for (const { states } of layers) {
        const { hidden, cells } = states[statesOf[which]]!;
        for (const at of [hidden, cells]) if (at !== 0) kernel.clearNumbers(at, use.batch * layout.width);
      }
    },
    train(chunk, step) {
      const rows = chunk.steps * chunk.batch;
      read(chunk);
      if (withMasks) drawMasks(rows, step);
      recurrent.forward(chunk, statesOf.training, withMasks);
      const chosen = full.choose(chunk.targets, rows);
      if (chosen.count === 0) return { sum: 0, count: 0, length: 0, gradientNorms: null };
      const random = () => randomState(settings.seed, randomPurpose.samples, step.epoch, step.chunk);
      const result =
        sampled === null
          ? { ...full.gradients(chosen), touched: new Uint32Array() }
          : { ...sampled.gradients(chosen, random()), squares: null };
      full.spreadErrors(chosen, rows);
      const gradientNorms = step.withNorms ? normsBack(chunk, chosen.count) : null;
      recurrent.backward(chunk, withMasks, embedding.isLearned);
      const embeddings = embedding.isLearned ? embeddingGradients(rows) : new Uint32Array();
      const length = updates.step(
        step.number,
        step.rate,
        { embeddings, output: result.touched },
        result.squares,
      );
      recurrent.weightsChanged();
      full.weightsChanged();
      return {
        sum: result.sum,
        count: result.count,
        length,
        gradientNorms: gradientNorms?.length === 0 ? null : gradientNorms,
      };
    },
    measure(chunk) {
      const rows = chunk.steps * chunk.batch;
      read(chunk);
      recurrent.forward(chunk, statesOf.measuring, false);
      return sumOf(full.losses(full.choose(chunk.targets, rows)));
    },
  };
}
