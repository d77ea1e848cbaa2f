import type { OutputLayer, TrainingSettings } from '../contract/settings/training.ts';
import { huffmanTree } from '../vocabulary/huffman.ts';
import { noiseShares } from '../vocabulary/noise.ts';
import { dot, type VectorSpace } from './vector-space.ts';

export interface SlotModel {
  readonly space: VectorSpace;
  /** Output vectors, words × dimensions; under hierarchical softmax row i is inner node i. */
  readonly output: Float32Array;
  /** Occurrences of each word: noise and Huffman tree follow from them. */
  readonly counts: Uint32Array;
  readonly settings: Pick<TrainingSettings, 'architecture' | 'output' | 'combine' | 'noiseExponent'>;
}

/**
 * The probability of every word to stand in a slot, given context words on both sides.
 *
 * Full softmax is what the model learned. Hierarchical softmax multiplies the branches along each word’s path. Negative
 * sampling learns log P(w|c) − log noise(w) + constant (Levy & Goldberg 2014), so noise(w) · exp(u·v) is what is proportional to a
 * probability. CBOW combines the context before the output layer; skip-gram predicts from each context word for itself, and
 * the logarithms are averaged.
 * @param context rows of the known context words, at least one
 * @returns one number for each word, sum 1
 */
export function slotProbabilities(model: SlotModel, context: readonly number[]): Float64Array {
  const logarithms = logProbabilityOf(model);
  const { space, settings } = model;
  if (settings.architecture === 'cbow')
    return normalised(logarithms(combined(space, context, settings.combine)));
  const mean = new Float64Array(space.words.length);
  for (const row of context) {
    const one = logarithms(Float64Array.from(space.vector(row)));
    const shift = logOfSum(one);
    for (let word = 0; word < mean.length; word += 1)
      mean[word] = mean[word]! + (one[word]! - shift) / context.length;
  }
  return normalised(mean);
}

type LogProbabilities = (hidden: Float64Array) => Float64Array;

/** Log probabilities up to a constant. */
function logProbabilityOf({ space, output, counts, settings }: SlotModel): LogProbabilities {
  const { dimensions, words } = space;
  const score = (hidden: Float64Array, row: number) =>
    dot(hidden, output.subarray(row * dimensions, (row + 1) * dimensions));
  const byLayer: Readonly<Record<OutputLayer, () => LogProbabilities>> = {
    'full-softmax': () => (hidden) => Float64Array.from(words, (_, word) => score(hidden, word)),
    'negative-sampling': () => {
      const noise = noiseShares(counts, settings.noiseExponent).map(Math.log);
      return (hidden) => Float64Array.from(words, (_, word) => score(hidden, word) + noise[word]!);
    },
    'hierarchical-softmax': () => {
      const { offsets, points, codes } = huffmanTree(counts);
      return (hidden) => {
        // Each node once: all paths together visit it many times.
        const node = Float64Array.from({ length: words.length - 1 }, (_, at) => score(hidden, at));
        return Float64Array.from(words, (_, word) => {
          let sum = 0;
          for (let at = offsets[word]!; at < offsets[word + 1]!; at += 1)
            sum += logLogistic(codes[at] === 0 ? node[points[at]!]! : -node[points[at]!]!);
          return sum;
        });
      };
    },
  };
  return byLayer[settings.output]();
}

const logLogistic = (x: number) => (x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x)));

function combined(space: VectorSpace, rows: readonly number[], how: 'mean' | 'sum'): Float64Array {
  const hidden = new Float64Array(space.dimensions);
  for (const row of rows) space.vector(row).forEach((value, at) => (hidden[at] = hidden[at]! + value));
  return how === 'mean' ? hidden.map((value) => value / rows.length) : hidden;
}

function logOfSum(logarithms: Float64Array): number {
  const highest = logarithms.reduce((most, value) => Math.max(most, value), -Infinity);
  return highest + Math.log(logarithms.reduce((sum, value) => sum + Math.exp(value - highest), 0));
}

function normalised(logarithms: Float64Array): Float64Array {
  const total = logOfSum(logarithms);
  return logarithms.map((value) => Math.exp(value - total));
}
