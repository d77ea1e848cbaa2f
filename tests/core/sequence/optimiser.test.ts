import { describe, expect, it } from 'vitest';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights } from '../../../core/sequence/network-weights.ts';
import {
  adamReference,
  clipReference,
  descentReference,
  runReference,
  zeroStates,
  type ReferenceMoments,
} from '../../../core/sequence/reference.ts';
import { samplesFor } from './expected-draws.ts';
import {
  differences,
  doubles,
  smallChunk,
  smallNetwork,
  touchedBy,
  type SmallOptions,
} from './small-network.ts';

const words = 41;
const shape: NetworkShape = { cell: 'lstm', layers: 2, inputs: 6, hidden: 9, words };
const kinds: (readonly [string, SmallOptions])[] = [
  ['Adam', { optimiser: 'adam' }],
  ['Adam, clipped', { optimiser: 'adam', clip: 0.05 }],
  ['gradient descent', {}],
  ['gradient descent with momentum, clipped', { momentum: 0.9, clip: 0.1 }],
  ['Adam, sampled softmax', { optimiser: 'adam', samples: 11, clip: 0.1 }],
  ['momentum, sampled softmax', { momentum: 0.5, samples: 11 }],
  ['Adam, frozen vectors', { optimiser: 'adam', embeddings: 'frozen', clip: 0.05 }],
];

describe.each(kinds)('five steps of %s', (_, options) => {
  it('move the weights as the reference does', () => {
    const small = smallNetwork(shape, options);
    const { settings, layout } = small;
    const weights = doubles(copyWeights(small.memory, layout));
    const moments = new Map<string, ReferenceMoments>(
      [...weights].map(([name, { length }]) => [
        name,
        { first: new Float64Array(length), second: new Float64Array(length) },
      ]),
    );
    let states = zeroStates(shape, 3);
    for (let number = 1; number <= 5; number += 1) {
      const rate = 0.02 / number;
      const chunk = smallChunk(words, 5, 3, number);
      small.network.train(chunk, { number, rate, epoch: 0, chunk: number, withNorms: false });
      const samples = layout.sampled === null ? null : samplesFor(small, number);
      const expected = runReference(shape, weights, chunk, states, null, samples);
      states = expected.states.map((ofText) => [...ofText]);
      const learned = layout.weights.filter(({ isLearned }) => isLearned);
      const gradients = new Map(learned.map(({ name }) => [name, expected.gradients.get(name)!]));
      clipReference(gradients, settings.clip);
      for (const weight of learned) {
        const width = weight.rows === 1 ? 1 : weight.columns;
        // Only the rows that were touched move where a word has a row.
        const pieces = weight.isSparse
          ? touchedBy(small, weight, chunk).map((word) => [word * width, (word + 1) * width] as const)
          : [[0, weight.rows * weight.columns] as const];
        const { first, second } = moments.get(weight.name)!;
        for (const [from, to] of pieces) {
          const part = (values: Float64Array) => values.subarray(from, to);
          const memory = { first: part(first), second: part(second) };
          const [values, gradient] = [part(weights.get(weight.name)!), part(gradients.get(weight.name)!)];
          if (settings.optimiser === 'adam') adamReference(values, gradient, memory, rate, number);
          else descentReference(values, gradient, memory, rate, settings.momentum);
        }
      }
    }
    for (const [name, error] of differences(copyWeights(small.memory, layout), weights))
      expect(error, name).toBeLessThan(1e-4);
  });

  it('are the same bytes again', () => {
    const run = () => {
      const small = smallNetwork(shape, { ...options, dropout: 0.3 });
      for (let number = 1; number <= 3; number += 1)
        small.network.train(smallChunk(words, 5, 3, number), {
          number,
          rate: 0.01,
          epoch: 0,
          chunk: number,
          withNorms: number === 2,
        });
      return copyWeights(small.memory, small.layout);
    };
    expect(run()).toEqual(run());
  });
});
