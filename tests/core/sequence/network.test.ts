import { describe, expect, it } from 'vitest';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights } from '../../../core/sequence/network-weights.ts';
import { runReference, zeroStates } from '../../../core/sequence/reference.ts';
import { differences, doubles, gradientsOf, masksOf, smallChunk, smallNetwork } from './small-network.ts';
import { samplesFor } from './expected-draws.ts';

const words = 41;
const shapes: NetworkShape[] = (['rnn', 'lstm'] as const).flatMap((cell) =>
  [1, 2].flatMap((layers) => [
    { cell, layers, inputs: 6, hidden: 9, words },
    { cell, layers, inputs: 17, hidden: 8, words },
  ]),
);
const kinds = shapes.flatMap((shape) =>
  [0, 0.4].flatMap((dropout) =>
    [0, 11].map((samples) => ({
      name: `${shape.cell}, ${shape.layers} × ${shape.hidden} of ${shape.inputs}, ${samples > 0 ? 'sampled' : 'full'} softmax, dropout ${dropout}`,
      shape,
      dropout,
      samples,
    })),
  ),
);
const rounding = 2e-5;

describe.each(kinds)('a chunk of $name', ({ shape, dropout, samples }) => {
  it.each(['strict', 'relaxed'] as const)('has the loss and the gradients of the reference (%s)', (build) => {
    const small = smallNetwork(shape, { dropout, samples, build });
    let states = zeroStates(shape, 3);
    for (const [number, steps] of [5, 3].entries()) {
      const chunk = smallChunk(words, steps, 3, number + 1);
      const weights = doubles(copyWeights(small.memory, small.layout));
      const step = { number: 1, rate: 0, epoch: 0, chunk: number, withNorms: false };
      const { sum, count } = small.network.train(chunk, step);
      const expected = runReference(
        shape,
        weights,
        chunk,
        states,
        dropout > 0 ? masksOf(small, steps * 3) : null,
        samples > 0 ? samplesFor(small, number) : null,
      );
      states = expected.states.map((ofText) => [...ofText]);
      expect(sum / count).toBeCloseTo(expected.loss, 5);
      for (const [name, error] of differences(gradientsOf(small, chunk), expected.gradients))
        expect(error, name).toBeLessThan(rounding);
    }
  });
});
