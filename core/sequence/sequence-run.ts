import type { SequenceSettings } from '../contract/settings/sequence.ts';
import type { SequenceData } from './sequence-data.ts';
import { allocateNetwork, layoutNetwork, type NetworkLayout } from './network-layout.ts';
import { copyWeights, drawWeights, fitInputWeights, placeWeights } from './network-weights.ts';
import { progressBytes, runProgress } from './run-progress.ts';
import { samplesInUse } from './sampled-output.ts';

/** A training of a recurrent network: the shared memory with everything in it. */
export interface SequenceRun {
  readonly memory: WebAssembly.Memory;
  readonly layout: NetworkLayout;
  readonly settings: SequenceSettings;
  /** Occurrences in training, by row. */
  readonly counts: Uint32Array;
  readonly trainingTokens: number;
}

/**
 * @param parentVectors words × dimensions, in the order of the rows of the data; null where they are learned
 * @throws AppError E_MODEL_TOO_LARGE before anything is allocated
 */
export function prepareSequenceRun(
  data: SequenceData,
  settings: SequenceSettings,
  parentVectors: Float32Array | null,
): SequenceRun {
  const { cell, layers, hidden, dimensions: inputs, batch, steps, epochs } = settings;
  const words = data.words.length;
  const layout = layoutNetwork(
    { cell, layers, inputs, hidden, words },
    {
      batch,
      steps,
      training: {
        optimiser: settings.optimiser,
        hasMomentum: settings.momentum > 0,
        embeddings: settings.embeddings,
        hasDropout: settings.dropout > 0,
        samples: settings.output === 'sampled-softmax' ? samplesInUse(settings.samples, words) : 0,
        trainingTokens: data.training.length,
        heldOutTokens: data.heldOut.length,
        progressBytes: progressBytes(epochs, steps),
      },
    },
  );
  const memory = allocateNetwork(layout);
  drawWeights(memory, layout, settings.seed);
  if (parentVectors !== null) placeWeights(memory, layout, new Map([['embedding.weight', parentVectors]]));
  fitInputWeights(memory, layout, data.counts);
  new Uint32Array(memory.buffer, layout.training, data.training.length).set(data.training);
  new Uint32Array(memory.buffer, layout.heldOut, data.heldOut.length).set(data.heldOut);
  return { memory, layout, settings, counts: data.counts, trainingTokens: data.training.length };
}

export const progressOf = ({ memory, layout, settings }: SequenceRun) =>
  runProgress(memory, layout.progress, settings.epochs, settings.steps);

/**
 * Everything that changes while the network is trained: filled into the memory of a run that was prepared from the same data, settings
 * and vectors, it goes on exactly. Views of the shared memory.
 */
export function changingParts({ memory, layout }: SequenceRun): Record<string, Float32Array | Uint32Array> {
  const f32 = (at: number, bytes: number) => new Float32Array(memory.buffer, at, bytes / 4);
  const parts: Record<string, Float32Array | Uint32Array> = {};
  for (const weight of layout.weights.filter(({ isLearned }) => isLearned)) {
    const { name, at, first, second } = weight;
    // What fills up the bias of the output is no number.
    const bytes = name === 'output.bias' ? weight.columns * 4 : weight.bytes;
    parts[name] = f32(at, bytes);
    if (first !== 0) parts[`${name}.first`] = f32(first, bytes);
    if (second !== 0) parts[`${name}.second`] = f32(second, bytes);
  }
  layout.layers.forEach(({ states }, layer) => {
    const { hidden, cells } = states[0]!;
    const bytes = layout.use.batch * layout.width;
    parts[`state.hidden_l${layer}`] = f32(hidden, bytes);
    if (cells !== 0) parts[`state.cell_l${layer}`] = f32(cells, bytes);
  });
  const progress = layout.use.training!.progressBytes;
  parts['progress'] = new Uint32Array(memory.buffer, layout.progress, progress / 4);
  return parts;
}

/** Copies of all weights without filling, in the order of `weightShapes`. */
export const weightsOf = ({ memory, layout }: SequenceRun): Map<string, Float32Array> =>
  copyWeights(memory, layout);
