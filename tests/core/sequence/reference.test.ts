import { describe, expect, it } from 'vitest';
import { weightShapes, type NetworkShape } from '../../../core/sequence/network-shape.ts';
import { runReference, zeroStates } from '../../../core/sequence/reference.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { smallChunk } from './small-network.ts';

const words = 7;
const [steps, batch] = [4, 2];
const step = 1e-5;

const kinds = (['rnn', 'lstm'] as const).flatMap((cell) =>
  [1, 2].flatMap((layers) =>
    [false, true].flatMap((masked) =>
      [false, true].map((isSampled) => ({ cell, layers, masked, isSampled })),
    ),
  ),
);

describe.each(kinds)('the reference: $cell, $layers layers, masks $masked, sampled $isSampled', (kind) => {
  const shape: NetworkShape = { cell: kind.cell, layers: kind.layers, inputs: 3, hidden: 4, words };
  const random = seeded(3);
  const weights = new Map(
    weightShapes(shape).map(({ name, rows, columns }) => [
      name,
      Float64Array.from({ length: rows * columns }, () => random() * 2 - 1),
    ]),
  );
  const chunk = smallChunk(words, steps, batch, 4);
  const masks = kind.masked
    ? [3, ...Array.from({ length: kind.layers }, () => 4)].map((units) =>
        Array.from({ length: steps * batch * units }, () => (random() < 0.3 ? 0 : 1 / 0.7)),
      )
    : null;
  const samples = kind.isSampled
    ? { drawn: [0, 3, 5], correction: (word: number) => Math.log(0.1 + word / 10) }
    : null;
  const states = zeroStates(shape, batch).map((ofText) =>
    ofText.map(({ hidden, cell }) => ({
      hidden: hidden.map(() => random() - 0.5),
      cell: cell.map(() => random() - 0.5),
    })),
  );
  const lossOf = () => runReference(shape, weights, chunk, states, masks, samples).loss;

  it.each(weightShapes(shape).map(({ name }) => name))('has the slopes of the loss by %s', (name) => {
    const gradient = runReference(shape, weights, chunk, states, masks, samples).gradients.get(name)!;
    const values = weights.get(name)!;
    const slopes = values.map((value, at) => {
      values[at] = value + step;
      const above = lossOf();
      values[at] = value - step;
      const below = lossOf();
      values[at] = value;
      return (above - below) / (2 * step);
    });
    expect(Math.max(...slopes.map((slope, at) => Math.abs(slope - gradient[at]!)))).toBeLessThan(1e-8);
    expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(1e-4);
  });
});
