import type { StatePart } from '../contract/sequence.ts';
import { matrixProducts } from './matrix-products.ts';
import { allocateNetwork, layoutNetwork } from './network-layout.ts';
import { gatesOf, type NetworkShape } from './network-shape.ts';
import { placeWeights } from './network-weights.ts';
import { outputLayer } from './output-layer.ts';
import { recurrentLayers, statesOf } from './recurrent-layers.ts';
import { sequenceKernel } from './sequence-kernel.ts';

/** A network that reads and answers, in the thread of its caller. Rows are those of the last read: step × batch + text. */
export interface ReadingNetwork {
  readonly shape: NetworkShape;
  /** All states are zero. */
  begin(): void;
  /**
   * Reads some steps of texts side by side, from the states that were left.
   * @param inputs rows of the vocabulary, steps × batch, step by step
   * @param resets 1: the state is set to zero before this input
   */
  read(inputs: Uint32Array, steps: number, batch: number, resets?: Uint8Array): void;
  /** One part of the states of a layer: steps × batch × hidden, without filling. A view that is valid until the next call or read. */
  part(part: StatePart, layer: number): Float32Array;
  /** Natural logarithms of the probabilities of all words after a row. A view that is valid until the next call. */
  logProbabilities(row: number): Float32Array;
  /** Those of the given words after each row; 0 for `noTarget`. */
  targetLogProbabilities(targets: Uint32Array): Float32Array;
  /**
   * One text alone: length of the gradient of −ln p(target) after the last step with respect to what each step hands on (of an LSTM:
   * hidden state and cell together), from the last step back; ends where the state was set to zero.
   */
  gradientNorms(target: number): Float32Array;
}

/** @throws AppError E_MODEL_TOO_LARGE */
export function readingNetwork(
  module: WebAssembly.Module,
  shape: NetworkShape,
  weights: ReadonlyMap<string, Float32Array>,
  most: { readonly batch: number; readonly steps: number },
): ReadingNetwork {
  const layout = layoutNetwork(shape, { ...most, training: null });
  const memory = allocateNetwork(layout);
  placeWeights(memory, layout, weights);
  const kernel = sequenceKernel(module, memory);
  const products = matrixProducts(kernel, layout);
  const recurrent = recurrentLayers(kernel, memory, layout, products);
  const output = outputLayer(kernel, memory, layout, products);
  const embedding = layout.weights.find(({ name }) => name === 'embedding.weight')!;
  const { layers, width, gates } = layout;
  const units = width / 4;
  let size = { steps: 0, batch: 0 };

  /** Where a part begins in a row, and how far apart rows are, in bytes. */
  function placeOf(part: StatePart, layer: number): { readonly at: number; readonly stride: number } {
    const { hidden, cells, gates: sums } = layers[layer]!;
    if (part === 'hidden') return { at: hidden, stride: width };
    if (part === 'cell') return { at: cells, stride: width };
    const gate = (gatesOf[shape.cell] as readonly string[]).indexOf(part);
    if (gate < 0) throw new Error(`a cell of the kind ${shape.cell} has no ${part}`);
    return { at: sums + gate * width, stride: width * gates };
  }

  return {
    shape,
    begin() {
      for (const { states } of layers)
        for (const at of [states[0]!.hidden, states[0]!.cells])
          if (at !== 0) kernel.clearNumbers(at, most.batch * width);
    },
    read(inputs, steps, batch, resets) {
      if (batch > most.batch || steps * batch > most.batch * most.steps)
        throw new RangeError('more than there is room for');
      const rows = steps * batch;
      size = { steps, batch };
      new Uint32Array(memory.buffer, layout.inputs, rows).set(inputs.subarray(0, rows));
      const flags = new Uint8Array(memory.buffer, layout.resets, rows);
      if (resets === undefined) flags.fill(0);
      else flags.set(resets.subarray(0, rows));
      kernel.gatherRows(embedding.at, layout.inputs, rows, embedding.stride, layers[0]!.input);
      recurrent.forward(size, statesOf.training, false);
    },
    part(part, layer) {
      const { at, stride } = placeOf(part, layer);
      const rows = size.steps * size.batch;
      if (stride === shape.hidden * 4) return new Float32Array(memory.buffer, at, rows * units);
      const values = new Float32Array(rows * shape.hidden);
      for (let row = 0; row < rows; row += 1)
        values.set(new Float32Array(memory.buffer, at + row * stride, shape.hidden), row * shape.hidden);
      return values;
    },
    logProbabilities: (row) => output.logProbabilities(row),
    targetLogProbabilities(targets) {
      const rows = size.steps * size.batch;
      const chosen = output.choose(targets, rows);
      const losses = output.losses(chosen);
      const list = new Uint32Array(memory.buffer, layout.output.chosenList, chosen.count);
      const answers = new Float32Array(rows);
      losses.forEach((loss, at) => (answers[list[at]!] = -loss));
      return answers;
    },
    gradientNorms(target) {
      const last = size.steps - 1;
      output.errorsOfRow(last, target, layout.noErrors);
      return recurrent.gradientNorms({ steps: size.steps, batch: 1 }, last, layout.noErrors);
    },
  };
}
