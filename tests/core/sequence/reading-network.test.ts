import { describe, expect, it } from 'vitest';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';
import { copyWeights } from '../../../core/sequence/network-weights.ts';
import { readingNetwork } from '../../../core/sequence/reading-network.ts';
import { runReference, zeroStates } from '../../../core/sequence/reference.ts';
import { noTarget } from '../../../core/sequence/sequence-data.ts';
import { difference, doubles, sequenceModule, smallChunk, smallNetwork } from './small-network.ts';

const words = 41;
const shapes: NetworkShape[] = (['rnn', 'lstm'] as const).flatMap((cell) =>
  [1, 2].map((layers) => ({ cell, layers, inputs: 6, hidden: 9, words })),
);

describe.each(shapes)('a network that reads: $cell, $layers layers', (shape) => {
  const small = smallNetwork(shape);
  const weights = copyWeights(small.memory, small.layout);
  const network = readingNetwork(sequenceModule('relaxed'), shape, weights, { batch: 3, steps: 7 });
  const chunk = smallChunk(words, 7, 3, 5);
  const reference = (one = chunk) => runReference(shape, doubles(weights), one, zeroStates(shape, one.batch));

  it('has the states of the reference', () => {
    network.begin();
    network.read(chunk.inputs, 7, 3, chunk.resets);
    const { hidden, states } = reference();
    for (let layer = 0; layer < shape.layers; layer += 1) {
      expect(
        difference(
          network.part('hidden', layer),
          hidden[layer]!.flat().flatMap((h) => [...h]),
        ),
      ).toBeLessThan(1e-5);
      if (shape.cell === 'rnn') continue;
      const cells = network.part('cell', layer);
      const last = states.flatMap((ofText) => [...ofText[layer]!.cell]);
      expect(difference(cells.slice(-3 * shape.hidden), last)).toBeLessThan(1e-5);
    }
  });

  it('goes on from where it was, in pieces and with fewer texts', () => {
    const alone = smallChunk(words, 7, 1, 6);
    network.begin();
    network.read(alone.inputs, 7, 1);
    const whole = network.part('hidden', shape.layers - 1).slice();
    network.begin();
    network.read(alone.inputs.subarray(0, 3), 3, 1);
    network.read(alone.inputs.subarray(3), 4, 1);
    expect(network.part('hidden', shape.layers - 1)).toEqual(whole.slice(3 * shape.hidden));
  });

  it('gives every word a probability, and each target its own', () => {
    network.begin();
    network.read(chunk.inputs, 7, 3, chunk.resets);
    const targets = network.targetLogProbabilities(chunk.targets);
    let loss = 0;
    let count = 0;
    chunk.targets.forEach((word, row) => {
      if (word === noTarget) {
        expect(targets[row]).toBe(0);
        return;
      }
      const all = network.logProbabilities(row);
      expect(all).toHaveLength(words);
      expect(all.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 5);
      expect(targets[row]!).toBeCloseTo(all[word]!, 5);
      loss -= targets[row]!;
      count += 1;
    });
    expect(loss / count).toBeCloseTo(reference().loss, 5);
  });

  it('follows the loss of the last word back to every state, as finite differences do', () => {
    const { inputs } = smallChunk(words, 6, 1, 8);
    const target = 3;
    network.begin();
    network.read(inputs, 6, 1);
    const norms = network.gradientNorms(target);
    expect(norms).toHaveLength(6);
    // States after `upTo` steps, changed a little, read on to the end.
    const part = (from: number, to: number) => ({
      steps: to - from,
      batch: 1,
      inputs: inputs.subarray(from, to),
      targets: Uint32Array.from({ length: to - from }, (_, at) => (at === to - from - 1 ? target : noTarget)),
      resets: new Uint8Array(to - from),
    });
    for (const back of [1, 2, 4]) {
      const upTo = 6 - back;
      const { states } = runReference(shape, doubles(weights), part(0, upTo), zeroStates(shape, 1));
      let squares = 0;
      for (const kind of shape.cell === 'rnn' ? (['hidden'] as const) : (['hidden', 'cell'] as const))
        for (let unit = 0; unit < shape.hidden; unit += 1) {
          const lossWith = (change: number) => {
            const changed = states.map((ofText) =>
              ofText.map((state) => ({ hidden: state.hidden.slice(), cell: state.cell.slice() })),
            );
            changed[0]!.at(-1)[kind][unit]! += change;
            return runReference(shape, doubles(weights), part(upTo, 6), changed).loss;
          };
          squares += ((lossWith(1e-5) - lossWith(-1e-5)) / 2e-5) ** 2;
        }
      expect(norms[back]! / Math.sqrt(squares)).toBeCloseTo(1, 3);
    }
  });
});

it('has all parts of the cells of an LSTM, within their bounds', () => {
  const shape: NetworkShape = { cell: 'lstm', layers: 1, inputs: 6, hidden: 9, words };
  const small = smallNetwork(shape);
  const network = readingNetwork(sequenceModule(), shape, copyWeights(small.memory, small.layout), {
    batch: 2,
    steps: 4,
  });
  const { inputs } = smallChunk(words, 4, 2, 1);
  network.begin();
  network.read(inputs, 4, 2);
  const part = (name: Parameters<typeof network.part>[0]) => network.part(name, 0).slice();
  const [h, i, f, o, g, c] = [
    part('hidden'),
    part('input'),
    part('forget'),
    part('output'),
    part('candidate'),
    part('cell'),
  ];
  for (const gate of [i, f, o]) expect(gate.every((x) => x > 0 && x < 1)).toBe(true);
  expect(g.every((x) => Math.abs(x) < 1)).toBe(true);
  for (let at = 0; at < h.length; at += 1) {
    const before = at < 18 ? 0 : c[at - 18]!;
    expect(c[at]!).toBeCloseTo(f[at]! * before + i[at]! * g[at]!, 5);
    expect(h[at]!).toBeCloseTo(o[at]! * Math.tanh(c[at]!), 5);
  }
});
