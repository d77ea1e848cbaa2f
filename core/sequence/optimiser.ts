import type { Optimiser } from '../contract/settings/sequence.ts';
import type { NetworkLayout, PlacedWeight } from './network-layout.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

export interface StepSettings {
  readonly optimiser: Optimiser;
  readonly momentum: number;
  readonly clip: number;
}

/** Words whose rows have a gradient: of the embeddings, and of the output weights and biases under sampled softmax. */
export interface TouchedWords {
  readonly embeddings: Uint32Array;
  readonly output: Uint32Array;
}

export interface WeightUpdates {
  /**
   * One step down the gradients, all of them together clipped to the length that is allowed.
   * @param number of the step, from 1
   * @param outputSquares sum of the squares of all gradients of the output layer, where it is known already
   * @returns length of the gradients before clipping
   */
  step(number: number, rate: number, touched: TouchedWords, outputSquares?: number | null): number;
}

/** As PyTorch’s; ε is in the kernel. */
const beta1 = 0.9;
const beta2 = 0.999;

/**
 * SGD with momentum (velocity = momentum · velocity + gradient) and Adam. Rows of words are moved only by chunks that touch them, and so
 * are their moments, while the correction of the bias counts all steps (as PyTorch’s SparseAdam).
 */
export function weightUpdates(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  { optimiser, momentum, clip }: StepSettings,
): WeightUpdates {
  const learned = layout.weights.filter(({ isLearned }) => isLearned);
  const beforeOutput = learned.filter(({ name }) => !name.startsWith('output.'));
  const f32 = (at: number, length: number) => new Float32Array(memory.buffer, at, length);

  const touchedOf = ({ name }: PlacedWeight, touched: TouchedWords) =>
    name === 'embedding.weight' ? touched.embeddings : touched.output;
  const isSingles = ({ rows }: PlacedWeight) => rows === 1;

  function gradientBytes(weight: PlacedWeight, touched: TouchedWords): number {
    if (!weight.isSparse) return weight.bytes;
    const rows = touchedOf(weight, touched).length;
    return isSingles(weight) ? Math.ceil(rows / 4) * 16 : rows * weight.stride;
  }

  type Places = readonly [values: number, first: number, second: number];

  function stepNumbers([values, first, second]: Places, gradient: number, bytes: number, by: Scales): void {
    if (optimiser === 'adam')
      kernel.adam(values, gradient, first, second, bytes, by.factor, by.rate, by.correction);
    else kernel.descend(values, gradient, first, bytes, by.factor, by.rate, momentum);
  }

  function stepRows(weight: PlacedWeight, list: Uint32Array, by: Scales): void {
    const { at, gradient, first, second, stride } = weight;
    const { byteOffset, length } = list;
    if (optimiser === 'adam')
      kernel.adamRows(
        at,
        gradient,
        first,
        second,
        byteOffset,
        length,
        stride,
        by.factor,
        by.rate,
        by.correction,
      );
    else kernel.descendRows(at, gradient, first, byteOffset, length, stride, by.factor, by.rate, momentum);
  }

  /** Single numbers are laid side by side for the step. */
  function stepSingles(weight: PlacedWeight, list: Uint32Array, by: Scales): void {
    const { bias } = layout.sampled!;
    const from = [weight.at, weight.first, weight.second].filter((at) => at !== 0);
    const rowOf = from.map((at) => f32(at, weight.columns));
    const sideBySide = bias.map((at) => f32(at, list.length));
    rowOf.forEach((row, which) => list.forEach((word, at) => (sideBySide[which]![at] = row[word]!)));
    stepNumbers(bias, weight.gradient, Math.ceil(list.length / 4) * 16, by);
    rowOf.forEach((row, which) => list.forEach((word, at) => (row[word] = sideBySide[which]![at]!)));
  }

  return {
    step(number, rate, touched, outputSquares = null) {
      let squares = outputSquares ?? 0;
      for (const weight of outputSquares === null ? learned : beforeOutput)
        squares += kernel.sumOfSquares(weight.gradient, gradientBytes(weight, touched));
      const length = Math.sqrt(squares);
      const by: Scales = {
        factor: length > clip ? clip / length : 1,
        rate: optimiser === 'adam' ? rate / (1 - beta1 ** number) : rate,
        correction: 1 / Math.sqrt(1 - beta2 ** number),
      };
      for (const weight of learned) {
        if (!weight.isSparse)
          stepNumbers([weight.at, weight.first, weight.second], weight.gradient, weight.bytes, by);
        else if (isSingles(weight)) stepSingles(weight, touchedOf(weight, touched), by);
        else stepRows(weight, touchedOf(weight, touched), by);
      }
      return length;
    },
  };
}

interface Scales {
  /** Of the gradients. */
  readonly factor: number;
  readonly rate: number;
  readonly correction: number;
}
