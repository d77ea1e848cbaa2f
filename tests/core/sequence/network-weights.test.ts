import { describe, expect, it } from 'vitest';
import { allocateNetwork, layoutNetwork } from '../../../core/sequence/network-layout.ts';
import { weightShapes, type NetworkShape } from '../../../core/sequence/network-shape.ts';
import {
  copyWeights,
  drawWeights,
  fitInputWeights,
  placeWeights,
} from '../../../core/sequence/network-weights.ts';

const shape: NetworkShape = { cell: 'lstm', layers: 2, inputs: 50, hidden: 33, words: 101 };
const layout = layoutNetwork(shape, { batch: 1, steps: 2, training: null });

function drawn(seed: number) {
  const memory = allocateNetwork(layout);
  drawWeights(memory, layout, seed);
  return { memory, weights: copyWeights(memory, layout) };
}

const spread = (values: Float32Array) =>
  Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);

describe('the weights to begin with', () => {
  it('have the shapes and the order of PyTorch', () => {
    const { weights } = drawn(1);
    expect([...weights].map(([name, { length }]) => [name, length])).toEqual(
      weightShapes(shape).map(({ name, rows, columns }) => [name, rows * columns]),
    );
  });

  it('depend on the seed alone, and lie within ±1 ÷ √units', () => {
    const { weights } = drawn(1);
    expect(drawn(1).weights).toEqual(weights);
    expect(drawn(2).weights.get('output.weight')).not.toEqual(weights.get('output.weight'));
    for (const name of ['rnn.weight_hh_l0', 'rnn.weight_ih_l1', 'output.weight']) {
      const values = weights.get(name)!;
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(1 / Math.sqrt(33));
      expect(spread(values) * Math.sqrt(3 * 33)).toBeCloseTo(1, 1);
    }
  });

  it('let the forget gates keep what is in the cell', () => {
    const bias = drawn(1).weights.get('rnn.bias_ih_l1')!;
    expect([...bias]).toEqual(Array.from({ length: 4 * 33 }, (_, at) => Number(at >= 33 && at < 66)));
  });

  it('come back as they were placed', () => {
    const { weights } = drawn(3);
    const memory = allocateNetwork(layout);
    placeWeights(memory, layout, weights);
    expect(copyWeights(memory, layout)).toEqual(weights);
  });

  it.each([0.01, 1, 20])('move the first gates as far by vectors of length %d as by others', (length) => {
    const { memory, weights } = drawn(1);
    const vectors = weights.get('embedding.weight')!;
    const scale = length / (spread(vectors) * Math.sqrt(50));
    placeWeights(memory, layout, new Map([['embedding.weight', vectors.map((value) => value * scale)]]));
    fitInputWeights(memory, layout, new Uint32Array(shape.words).fill(3));
    const after = copyWeights(memory, layout);
    const [w, x] = [after.get('rnn.weight_ih_l0')!, after.get('embedding.weight')!];
    const sums = Float32Array.from({ length: 132 * 101 }, (_, at) => {
      const [row, word] = [Math.floor(at / 101), at % 101];
      let sum = 0;
      for (let i = 0; i < 50; i += 1) sum += w[row * 50 + i]! * x[word * 50 + i]!;
      return sum;
    });
    expect(spread(sums)).toBeCloseTo(0.5, 1);
    expect(after.get('rnn.weight_ih_l1')).toEqual(weights.get('rnn.weight_ih_l1'));
  });
});
