import { matrix, type MatrixProducts } from './matrix-products.ts';
import type { LayerLayout, NetworkLayout, PlacedWeight } from './network-layout.ts';
import type { SequenceKernel } from './sequence-kernel.ts';

/** Which states a reading goes on from, and leaves. */
export const statesOf = { training: 0, measuring: 1 } as const;

/** Rows of a chunk stand step by step, all texts of the batch in each. */
export interface ChunkSize {
  readonly steps: number;
  readonly batch: number;
}

export interface RecurrentLayers {
  /** The weights have changed: they are packed again before they are next used. */
  weightsChanged(): void;
  /** From `input` of the first layer to `input` of the output. `withMasks`: what is read and handed on is multiplied by the masks. */
  forward(size: ChunkSize, states: number, withMasks: boolean): void;
  /** From the errors of the output’s input to the gradients of all weights and the errors of the first layer’s input. Gates are lost. */
  backward(size: ChunkSize, withMasks: boolean, intoFirstInput: boolean): void;
  /**
   * From errors of the hidden states of the last layer at one step back in time: lengths of the gradient with respect to what each step
   * hands on (hidden state and cell together), from that step back; the mean of the texts that have an error and whose state has not
   * been set to zero since. To be asked before {@link backward}.
   * @param errors batch × width
   */
  gradientNorms(size: ChunkSize, step: number, errors: number): Float32Array;
}

export function recurrentLayers(
  kernel: SequenceKernel,
  memory: WebAssembly.Memory,
  layout: NetworkLayout,
  products: MatrixProducts,
): RecurrentLayers {
  const { shape, layers, output, width, gates, resets } = layout;
  const isLstm = shape.cell === 'lstm';
  const units = width / 4;
  const gatesWidth = width * gates;
  const numbers = new Float32Array(memory.buffer);
  const flags = new Uint8Array(memory.buffer);
  const weight = (name: string) => layout.weights.find((one) => one.name === name)!;
  const ofLayer = layers.map((_, layer) => ({
    input: weight(`rnn.weight_ih_l${layer}`),
    recurrent: weight(`rnn.weight_hh_l${layer}`),
    bias: weight(`rnn.bias_ih_l${layer}`),
  }));
  let arePacked = false;

  const matrixOf = ({ stride }: PlacedWeight, at: number) => matrix(at, gates * units, stride / 4, stride);
  /** Where what a layer puts out is read. */
  const reader = (layer: number) => layers[layer + 1] ?? output;

  function packWeights(): void {
    if (arePacked) return;
    layers.forEach((layer, at) => {
      const { input, recurrent } = ofLayer[at]!;
      products.packTransposed(matrixOf(input, input.at), layer.packedInput);
      products.packTransposed(matrixOf(recurrent, recurrent.at), layer.packedRecurrent);
    });
    arePacked = true;
  }

  function forwardLayer(layer: LayerLayout, bias: number, { steps, batch }: ChunkSize, which: number): void {
    const sums = matrix(layer.gates, steps * batch, gates * units, gatesWidth);
    const inputs = matrix(layer.input, steps * batch, layer.inputWidth / 4, layer.inputWidth);
    products.times(inputs, layer.packedInput, sums.columns, sums, false);
    const state = layer.states[which]!;
    const stepBytes = batch * width;
    for (let step = 0; step < steps; step += 1) {
      const at = step * stepBytes;
      const flagsAt = resets + step * batch;
      const before = step === 0 ? state.hidden : layer.hidden + at - stepBytes;
      kernel.carryRows(before, flagsAt, batch, width, layer.entering + at);
      const entering = matrix(layer.entering + at, batch, units, width);
      const own = matrix(layer.gates + at * gates, batch, gates * units, gatesWidth);
      products.times(entering, layer.packedRecurrent, sums.columns, own, true);
      if (isLstm) {
        const cellsBefore = step === 0 ? state.cells : layer.cells + at - stepBytes;
        kernel.carryRows(cellsBefore, flagsAt, batch, width, layer.enteringCells + at);
        kernel.lstmForward(
          own.at,
          bias,
          layer.enteringCells + at,
          layer.cells + at,
          layer.bounded + at,
          layer.hidden + at,
          batch,
          width,
        );
      } else kernel.rnnForward(own.at, bias, layer.hidden + at, batch, width);
    }
    const last = (steps - 1) * stepBytes;
    copy(layer.hidden + last, state.hidden, stepBytes);
    if (isLstm) copy(layer.cells + last, state.cells, stepBytes);
  }

  const copy = (from: number, to: number, bytes: number) =>
    numbers.copyWithin(to / 4, from / 4, (from + bytes) / 4);

  /** One step of a layer backwards: `carried` and `carriedCells` from the step after it to the step before it, errors of the sums to `target`. */
  function backwardStep(
    layer: LayerLayout,
    step: number,
    batch: number,
    error: number,
    packedRecurrent: number,
    target: number,
  ): void {
    const { carried, carriedCells } = layout;
    const at = step * batch * width;
    const flagsAt = resets + step * batch;
    if (isLstm) {
      kernel.lstmBackward(
        layer.gates + at * gates,
        layer.enteringCells + at,
        layer.bounded + at,
        error,
        carried,
        carriedCells,
        target,
        batch,
        width,
      );
      kernel.carryRows(carriedCells, flagsAt, batch, width, carriedCells);
    } else kernel.rnnBackward(layer.hidden + at, error, carried, target, batch, width);
    const errors = matrix(target, batch, gates * units, gatesWidth);
    products.times(errors, packedRecurrent, units, matrix(carried, batch, units, width), false);
    kernel.carryRows(carried, flagsAt, batch, width, carried);
  }

  function clearCarried(batch: number): void {
    kernel.clearNumbers(layout.carried, batch * width);
    kernel.clearNumbers(layout.carriedCells, batch * width);
  }

  function packRecurrentBack(layer: number): number {
    const { recurrent } = ofLayer[layer]!;
    products.pack(matrixOf(recurrent, recurrent.at), layout.right);
    return layout.right;
  }

  function backwardLayer(index: number, { steps, batch }: ChunkSize, intoInput: boolean): void {
    const layer = layers[index]!;
    const { input, recurrent, bias } = ofLayer[index]!;
    const { inputErrors: errors } = reader(index);
    const rows = steps * batch;
    clearCarried(batch);
    const packed = packRecurrentBack(index);
    for (let step = steps - 1; step >= 0; step -= 1) {
      const at = step * batch * width;
      backwardStep(layer, step, batch, errors + at, packed, layer.gates + at * gates);
    }
    const sumErrors = matrix(layer.gates, rows, gates * units, gatesWidth);
    const inputs = matrix(layer.input, rows, layer.inputWidth / 4, layer.inputWidth);
    products.productOfColumns(sumErrors, inputs, matrixOf(input, input.gradient), false);
    const entering = matrix(layer.entering, rows, units, width);
    products.productOfColumns(sumErrors, entering, matrixOf(recurrent, recurrent.gradient), false);
    kernel.sumRows(layer.gates, rows, gatesWidth, bias.gradient, false);
    if (intoInput)
      products.product(
        sumErrors,
        matrixOf(input, input.at),
        matrix(layer.inputErrors, rows, layer.inputWidth / 4, layer.inputWidth),
      );
  }

  return {
    weightsChanged: () => void (arePacked = false),
    forward(size, states, withMasks) {
      packWeights();
      layers.forEach((layer, index) => {
        const rows = size.steps * size.batch;
        if (index === 0 && withMasks)
          kernel.multiplyNumbers(layer.input, layer.inputMask, rows * layer.inputWidth, layer.input);
        forwardLayer(layer, ofLayer[index]!.bias.at, size, states);
        const { input, inputMask } = reader(index);
        if (withMasks) kernel.multiplyNumbers(layer.hidden, inputMask, rows * width, input);
        else if (input !== layer.hidden) copy(layer.hidden, input, rows * width);
      });
    },
    backward(size, withMasks, intoFirstInput) {
      for (let index = layers.length - 1; index >= 0; index -= 1) {
        const { inputErrors, inputMask } = reader(index);
        const bytes = size.steps * size.batch * width;
        if (withMasks) kernel.multiplyNumbers(inputErrors, inputMask, bytes, inputErrors);
        backwardLayer(index, size, index > 0 || intoFirstInput);
      }
      if (!intoFirstInput || !withMasks) return;
      const { inputErrors, inputMask, inputWidth } = layers[0]!;
      kernel.multiplyNumbers(inputErrors, inputMask, size.steps * size.batch * inputWidth, inputErrors);
    },
    gradientNorms({ batch }, step, errors) {
      const layer = layers.at(-1)!;
      const { carried, carriedCells, noErrors, stepGates } = layout;
      clearCarried(batch);
      copy(errors, carried, batch * width);
      kernel.clearNumbers(noErrors, batch * width);
      const packed = packRecurrentBack(layers.length - 1);
      const open = new Set(Array.from({ length: batch }, (_, text) => text));
      const lengthOf = (text: number) => {
        let sum = 0;
        for (const begin of isLstm ? [carried, carriedCells] : [carried])
          for (let at = begin / 4 + text * units, end = at + units; at < end; at += 1)
            sum += numbers[at]! ** 2;
        return Math.sqrt(sum);
      };
      const meanLength = () => [...open].reduce((sum, text) => sum + lengthOf(text), 0) / open.size;
      for (const text of open) if (lengthOf(text) === 0) open.delete(text);
      const norms: number[] = [];
      for (let at = step; at >= 0 && open.size > 0; at -= 1) {
        norms.push(meanLength());
        // What came before a text’s or a sentence’s beginning does not vanish: it has no part in it.
        for (const text of open) if (flags[resets + at * batch + text] === 1) open.delete(text);
        if (at > 0) backwardStep(layer, at, batch, noErrors, packed, stepGates);
      }
      return Float32Array.from(norms);
    },
  };
}
