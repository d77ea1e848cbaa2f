import { describe, expect, it } from 'vitest';
import { groupWords } from '../../../core/sequence/network-layout.ts';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights, placeWeights } from '../../../core/sequence/network-weights.ts';
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

describe.each(['strict', 'relaxed'] as const)(
  'the full softmax over several groups of words (%s)',
  (build) => {
    const shape: NetworkShape = { cell: 'lstm', layers: 1, inputs: 6, hidden: 9, words: 2 * groupWords + 61 };

    it.each([
      ['as probable as one another', 0],
      ['the first the likeliest', -60],
      ['each far likelier than the one before', 60],
    ])('has the loss and the gradients of the reference: %s', (_, lead) => {
      for (const blockRows of [15, 6]) {
        const small = smallNetwork(shape, { build, blockRows });
        const weights = copyWeights(small.memory, small.layout);
        const bias = weights.get('output.bias')!;
        bias.forEach((value, word) => (bias[word] = value + lead * Math.floor(word / groupWords)));
        placeWeights(small.memory, small.layout, weights);
        const chunk = smallChunk(shape.words, 5, 3, 2);
        const step = { number: 1, rate: 0, epoch: 0, chunk: 0, withNorms: false };
        const { sum, count, length } = small.network.train(chunk, step);
        small.network.begin('measuring');
        const measured = small.network.measure(chunk);
        const states = zeroStates(shape, 3);
        const expected = runReference(shape, doubles(weights), chunk, states, null, null);
        expect(sum / count / expected.loss).toBeCloseTo(1, 6);
        expect(measured.sum / count / expected.loss).toBeCloseTo(1, 6);
        for (const [name, error] of differences(gradientsOf(small, chunk), expected.gradients))
          expect(error, name).toBeLessThan(rounding);
        const squares = [...expected.gradients.values()].flatMap((gradient) => [
          ...gradient.map((x) => x * x),
        ]);
        expect(length / Math.sqrt(squares.reduce((a, b) => a + b, 0))).toBeCloseTo(1, 5);
      }
    });
  },
);

it('computes the scores of a chunk in blocks or all at once', () => {
  const shape: NetworkShape = { cell: 'lstm', layers: 1, inputs: 6, hidden: 9, words };
  const chunk = smallChunk(words, 5, 3, 1);
  const [whole, blocks] = [15, 6].map((blockRows) => {
    const small = smallNetwork(shape, { blockRows });
    const step = { number: 1, rate: 0, epoch: 0, chunk: 0, withNorms: false };
    const loss = small.network.train(chunk, step);
    small.network.begin('measuring');
    return { loss, measured: small.network.measure(chunk), gradients: gradientsOf(small, chunk) };
  });
  expect(blocks!.loss.sum).toBe(whole!.loss.sum);
  expect(blocks!.measured.sum).toBeCloseTo(whole!.loss.sum, 4);
  for (const [name, error] of differences(blocks!.gradients, doubles(whole!.gradients)))
    expect(error, name).toBeLessThan(1e-6);
});
