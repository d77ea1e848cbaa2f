import { describe, expect, it } from 'vitest';
import type { OutputLayer } from '../../../core/contract/settings/training.ts';
import { slotProbabilities } from '../../../core/vectors/prediction.ts';
import { huffmanTree } from '../../../core/vocabulary/huffman.ts';
import { noiseShares } from '../../../core/vocabulary/noise.ts';
import { corpusOf, trained } from '../training/small-run.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from './random-space.ts';

const layers = ['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const;
const words = 20;
const space = randomSpace(words, 6, 3);
const output = randomSpace(words, 6, 4).values.map((value) => value * 4);
const model = (layer: OutputLayer, architecture: 'cbow' | 'skip-gram', combine: 'mean' | 'sum' = 'mean') => ({
  space,
  output,
  counts: space.counts!,
  settings: { architecture, output: layer, combine, noiseExponent: 0.75 },
});
const score = (hidden: ArrayLike<number>, row: number) =>
  Array.from({ length: 6 }, (_, at) => hidden[at]! * output[row * 6 + at]!).reduce(
    (sum, value) => sum + value,
    0,
  );

describe.each(layers)('probabilities under %s', (layer) => {
  it.each(['cbow', 'skip-gram'] as const)('are positive and sum to 1 (%s)', (architecture) => {
    const probabilities = slotProbabilities(model(layer, architecture), [1, 4, 4]);
    expect(probabilities.every((one) => one > 0)).toBe(true);
    expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  it('are those of the definition for one context word', () => {
    const hidden = space.vector(7);
    const tree = huffmanTree(space.counts!);
    const noise = noiseShares(space.counts!, 0.75);
    const weight = (row: number) => {
      if (layer === 'full-softmax') return Math.exp(score(hidden, row));
      if (layer === 'negative-sampling') return noise[row]! * Math.exp(score(hidden, row));
      let product = 1;
      for (let at = tree.offsets[row]!; at < tree.offsets[row + 1]!; at += 1) {
        const x = score(hidden, tree.points[at]!);
        product *= 1 / (1 + Math.exp(tree.codes[at] === 0 ? -x : x));
      }
      return product;
    };
    const weights = Array.from({ length: words }, (_, row) => weight(row));
    const total = weights.reduce((sum, one) => sum + one, 0);
    // The paths of a tree divide the whole: no scaling is left to do.
    if (layer === 'hierarchical-softmax') expect(total).toBeCloseTo(1, 9);
    for (const architecture of ['cbow', 'skip-gram'] as const)
      slotProbabilities(model(layer, architecture), [7]).forEach((one, row) =>
        expect(one).toBeCloseTo(weights[row]! / total, 9),
      );
  });

  it('are near the frequencies of a text that was learned by heart', async () => {
    // After “a” comes x three times out of four, y once; the same counts for all layers.
    const corpus = corpusOf(Array.from({ length: 400 }, (_, at) => (at % 4 === 0 ? 'a y' : 'a x')));
    const {
      vocabulary,
      input,
      output: outputs,
      settings,
    } = await trained(corpus, {
      output: layer,
      window: 1,
      dimensions: 10,
      epochs: 300,
      subsample: 0,
      negative: 10,
      rate: 0.05,
    });
    const learned = vectorSpace({
      words: vocabulary.words,
      counts: vocabulary.counts,
      dimensions: 10,
      values: input,
    });
    const probabilities = slotProbabilities(
      { space: learned, output: outputs, counts: vocabulary.counts, settings },
      [learned.rowOf('a')],
    );
    const share = (word: string) => probabilities[learned.rowOf(word)]!;
    expect(share('x')).toBeGreaterThan(0.6);
    expect(share('x')).toBeLessThan(0.95);
    expect(share('y')).toBeGreaterThan(0.05);
    expect(share('y')).toBeLessThan(0.4);
  });
});

it('CBOW takes the sum of the context where it was trained so', () => {
  const summed = slotProbabilities(model('full-softmax', 'cbow', 'sum'), [2, 3]);
  const hidden = space.vector(2).map((value, at) => value + space.vector(3)[at]!);
  const weights = Array.from({ length: words }, (_, row) => Math.exp(score(hidden, row)));
  const total = weights.reduce((sum, one) => sum + one, 0);
  summed.forEach((one, row) => expect(one).toBeCloseTo(weights[row]! / total, 6));
});
