import { randomStream } from '../random.ts';
import { aliasTable, noiseShares } from '../vocabulary/noise.ts';
import { matrix, type MatrixProducts } from './matrix-products.ts';
import type { NetworkLayout } from './network-layout.ts';
import { sumOf, type ChosenRows, type ChunkLoss } from './output-layer.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

/** The words whose output weights a chunk has touched; row i of the gradients is that of `touched[i]`. */
export interface SampledGradients extends ChunkLoss {
  readonly touched: Uint32Array;
}

export interface SampledOutput {
  /**
   * Gradients of the softmax over each target and some words that are drawn for the whole chunk.
   * @param random the state that the words are drawn with
   */
  gradients(chosen: ChosenRows, random: Uint32Array): SampledGradients;
}

/**
 * More than half of all words cost more to draw than to compute. 0 stands for the full softmax.
 */
export const samplesInUse = (samples: number, words: number) => (samples * 2 > words ? 0 : samples);

/**
 * Words are drawn as they occur, raised to this: as often as the text itself would draw them, the frequent ones crowd out the others;
 * from the ranks alone (log-uniform) a corpus that is not quite Zipf’s is missed.
 */
const samplingExponent = 0.75;

/**
 * Sampled softmax (Jean et al. 2015): distinct words, shared by the chunk. What each word’s score loses is the logarithm of how often it
 * was expected to be drawn, 1 − (1 − q)^tries, so that with more and more samples the gradients become those of the full softmax.
 */
export function sampledOutput(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  products: MatrixProducts,
  counts: Uint32Array,
): SampledOutput {
  const { output, width, sampled } = layout;
  if (sampled === null) throw new Error('the layout has no place for samples');
  const { padded } = sampled;
  const samples = layout.use.training!.samples;
  const units = width / 4;
  const weights = layout.weights.find(({ name }) => name === 'output.weight')!;
  const bias = layout.weights.find(({ name }) => name === 'output.bias')!;
  const shares = noiseShares(counts, samplingExponent);
  const table = aliasTable(shares);
  const f32 = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
  const u32 = (at: number, length: number) => new Uint32Array(memory.buffer, at, length);
  const drawn = u32(sampled.drawn, padded);
  /** Where a word’s gradient goes in this chunk, −1 elsewhere. */
  const slotOf = new Int32Array(counts.length).fill(-1);

  /** Fills `drawn`. @returns how many draws it took */
  function draw(state: Uint32Array): number {
    const random = randomStream(state);
    let tries = 0;
    for (let count = 0; count < samples; tries += 1) {
      const column = random.below(counts.length);
      const word = random.next() <= table.thresholds[column]! ? column : table.aliases[column]!;
      if (slotOf[word] !== -1) continue;
      slotOf[word] = count;
      drawn[count] = word;
      count += 1;
    }
    return tries;
  }

  return {
    gradients({ at, count, errors }, state) {
      const tries = draw(state);
      const correction = (word: number) => Math.log(-Math.expm1(tries * Math.log1p(-shares[word]!)));
      // No target is this; the weights there are multiplied by nothing.
      drawn.fill(0xffffffff, samples);
      const corrections = f32(sampled.corrections, padded).fill(-Infinity);
      const biases = f32(bias.at, counts.length);
      for (let at = 0; at < samples; at += 1) corrections[at] = biases[drawn[at]!]! - correction(drawn[at]!);

      kernel.gatherRows(weights.at, sampled.drawn, samples, width, sampled.weights);
      const drawnWeights = matrix(sampled.weights, padded, units, width);
      const read = matrix(at, count, units, width);
      const scores = matrix(sampled.scores, count, padded, padded * 4);
      products.packTransposed(drawnWeights, layout.right);
      products.times(read, layout.right, padded, scores, false);

      const targets = u32(output.chosenTargets, count);
      const targetScores = f32(sampled.targetScores, count);
      kernel.gatherRows(weights.at, output.chosenTargets, count, width, sampled.targetWeights);
      kernel.dotRows(at, sampled.targetWeights, count, width, sampled.targetScores);
      for (let row = 0; row < count; row += 1)
        targetScores[row] = targetScores[row]! + biases[targets[row]!]! - correction(targets[row]!);
      kernel.sampledGradients(
        scores.at,
        scores.stride,
        sampled.corrections,
        sampled.drawn,
        output.chosenTargets,
        sampled.targetScores,
        count,
        1 / count,
        output.losses,
      );

      products.product(scores, drawnWeights, matrix(errors, count, units, width));
      kernel.addScaledRows(sampled.targetWeights, sampled.targetScores, count, width, errors);

      const touched = touch(targets);
      kernel.clearNumbers(weights.gradient + padded * width, Math.max(0, touched.length - padded) * width);
      products.productOfColumns(scores, read, matrix(weights.gradient, padded, units, width), false);
      kernel.scatterScaledRows(at, sampled.targetScores, sampled.slots, count, width, weights.gradient);
      kernel.sumRows(scores.at, count, padded * 4, bias.gradient, false);
      // Up to a whole vector: the optimiser takes four at a time.
      const biasGradients = f32(bias.gradient, Math.max(padded, Math.ceil(touched.length / 4) * 4));
      biasGradients.fill(0, samples);
      const slots = u32(sampled.slots, count);
      for (let row = 0; row < count; row += 1)
        biasGradients[slots[row]!] = biasGradients[slots[row]!]! + targetScores[row]!;
      for (const word of touched) slotOf[word] = -1;
      return { ...sumOf(new Float64Array(memory.buffer, output.losses, count)), touched };
    },
  };

  /** Gives each target a slot, behind those of the drawn words where it is none of them. @returns the words by slot */
  function touch(targets: Uint32Array): Uint32Array {
    const touched = u32(sampled!.touched, padded + targets.length);
    const slots = u32(sampled!.slots, targets.length);
    touched.set(drawn.subarray(0, samples));
    let count = samples;
    targets.forEach((word, row) => {
      if (slotOf[word] === -1) {
        slotOf[word] = count;
        touched[count] = word;
        count += 1;
      }
      slots[row] = slotOf[word]!;
    });
    return touched.subarray(0, count);
  }
}
