import { noTarget } from './sequence-data.ts';
import type { NetworkShape } from './network-shape.ts';

/**
 * The recurrent networks in slow, plain code and double precision: what the kernel must compute, up to rounding. One text of the batch
 * after the other, one number after the other.
 */

/** By name, row by row, as in `weightShapes`. */
export type ReferenceWeights = ReadonlyMap<string, Float64Array>;

export interface ReferenceChunk {
  readonly steps: number;
  readonly batch: number;
  /** Step by step, all texts in each. */
  readonly inputs: ArrayLike<number>;
  readonly targets: ArrayLike<number>;
  readonly resets: ArrayLike<number>;
}

/** What is multiplied with the input of each layer and with what the softmax reads: rows × units of each. */
export type ReferenceMasks = readonly ArrayLike<number>[];

/** Sampled softmax: the words of the chunk, and what each word’s score loses. */
export interface ReferenceSamples {
  readonly drawn: readonly number[];
  readonly correction: (word: number) => number;
}

/** Of each text and layer. */
export interface ReferenceState {
  readonly hidden: Float64Array;
  readonly cell: Float64Array;
}

export interface ReferenceResult {
  /** Mean of the predicted words, in nats. */
  readonly loss: number;
  /** Of the mean loss. */
  readonly gradients: ReferenceWeights;
  /** hidden[layer][step][text] */
  readonly hidden: readonly (readonly (readonly Float64Array[])[])[];
  /** states[text][layer] after the last step. */
  readonly states: readonly (readonly ReferenceState[])[];
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Everything that one step of one layer computes for one text. */
interface CellStep {
  readonly input: Float64Array;
  readonly before: ReferenceState;
  /** RNN: one; LSTM: input, forget, candidate, output. */
  readonly gates: readonly Float64Array[];
  readonly after: ReferenceState;
}

/** row `at` of W, times x */
function dot(w: Float64Array, at: number, x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i += 1) sum += w[at * x.length + i]! * x[i]!;
  return sum;
}

export function zeroStates({ layers, hidden }: NetworkShape, batch: number): ReferenceState[][] {
  return Array.from({ length: batch }, () =>
    Array.from({ length: layers }, () => ({
      hidden: new Float64Array(hidden),
      cell: new Float64Array(hidden),
    })),
  );
}

export function runReference(
  shape: NetworkShape,
  weights: ReferenceWeights,
  chunk: ReferenceChunk,
  states: readonly (readonly ReferenceState[])[],
  masks: ReferenceMasks | null = null,
  samples: ReferenceSamples | null = null,
): ReferenceResult {
  const { layers, inputs, hidden, words, cell } = shape;
  const w = (name: string) => weights.get(name)!;
  const gradients = new Map([...weights].map(([name, values]) => [name, new Float64Array(values.length)]));
  const g = (name: string) => gradients.get(name)!;
  const maskOf = (which: number, row: number, unit: number, width: number) =>
    masks === null ? 1 : masks[which]![row * width + unit]!;
  const predicted = Array.from(chunk.targets)
    .slice(0, chunk.steps * chunk.batch)
    .filter((word) => word !== noTarget).length;

  function forwardCell(layer: number, input: Float64Array, before: ReferenceState): CellStep {
    const sum = (gate: number, unit: number) => {
      const row = gate * hidden + unit;
      return (
        dot(w(`rnn.weight_ih_l${layer}`), row, input) +
        dot(w(`rnn.weight_hh_l${layer}`), row, before.hidden) +
        w(`rnn.bias_ih_l${layer}`)[row]!
      );
    };
    const gate = (at: number, squash: (x: number) => number) =>
      Float64Array.from({ length: hidden }, (_, unit) => squash(sum(at, unit)));
    if (cell === 'rnn') {
      const state = gate(0, Math.tanh);
      return { input, before, gates: [state], after: { hidden: state, cell: before.cell } };
    }
    const [into, forget, candidate, out] = [
      gate(0, logistic),
      gate(1, logistic),
      gate(2, Math.tanh),
      gate(3, logistic),
    ];
    const after = before.cell.map((c, unit) => forget[unit]! * c + into[unit]! * candidate[unit]!);
    return {
      input,
      before,
      gates: [into, forget, candidate, out],
      after: { cell: after, hidden: after.map((c, unit) => out[unit]! * Math.tanh(c)) },
    };
  }

  /** Adds to the gradients of the layer. @returns errors of the input and of the state before */
  function backwardCell(
    layer: number,
    step: CellStep,
    hiddenError: Float64Array,
    cellError: Float64Array,
  ): { readonly input: Float64Array; readonly before: ReferenceState } {
    const input = new Float64Array(step.input.length);
    const beforeHidden = new Float64Array(hidden);
    const beforeCell = new Float64Array(hidden);
    for (let unit = 0; unit < hidden; unit += 1) {
      const sums: number[] = [];
      if (cell === 'rnn') sums.push(hiddenError[unit]! * (1 - step.after.hidden[unit]! ** 2));
      else {
        const [i, f, c, o] = step.gates.map((gate) => gate[unit]!) as [number, number, number, number];
        const bounded = Math.tanh(step.after.cell[unit]!);
        const error = cellError[unit]! + hiddenError[unit]! * o * (1 - bounded ** 2);
        sums.push(
          error * c * i * (1 - i),
          error * step.before.cell[unit]! * f * (1 - f),
          error * i * (1 - c ** 2),
          hiddenError[unit]! * bounded * o * (1 - o),
        );
        beforeCell[unit] = error * f;
      }
      sums.forEach((error, gate) => {
        const row = gate * hidden + unit;
        g(`rnn.bias_ih_l${layer}`)[row]! += error;
        step.input.forEach((x, at) => {
          g(`rnn.weight_ih_l${layer}`)[row * step.input.length + at]! += error * x;
          input[at]! += error * w(`rnn.weight_ih_l${layer}`)[row * step.input.length + at]!;
        });
        step.before.hidden.forEach((h, at) => {
          g(`rnn.weight_hh_l${layer}`)[row * hidden + at]! += error * h;
          beforeHidden[at]! += error * w(`rnn.weight_hh_l${layer}`)[row * hidden + at]!;
        });
      });
    }
    return { input, before: { hidden: beforeHidden, cell: beforeCell } };
  }

  /** Loss of one prediction and the errors of what it was read from; adds to the gradients of the output. */
  function predict(
    read: Float64Array,
    target: number,
  ): { readonly loss: number; readonly errors: Float64Array } {
    const list =
      samples === null
        ? Array.from({ length: words }, (_, word) => word)
        : [target, ...samples.drawn.filter((word) => word !== target)];
    const scores = list.map(
      (word) =>
        dot(w('output.weight'), word, read) + w('output.bias')[word]! - (samples?.correction(word) ?? 0),
    );
    const top = Math.max(...scores);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
    const errors = new Float64Array(hidden);
    let loss = 0;
    list.forEach((word, at) => {
      const probability = Math.exp(scores[at]! - top) / total;
      if (word === target) loss = -Math.log(probability);
      const error = (probability - (word === target ? 1 : 0)) / predicted;
      g('output.bias')[word]! += error;
      for (let unit = 0; unit < hidden; unit += 1) {
        g('output.weight')[word * hidden + unit]! += error * read[unit]!;
        errors[unit]! += error * w('output.weight')[word * hidden + unit]!;
      }
    });
    return { loss, errors };
  }

  const allHidden = Array.from({ length: layers }, () =>
    Array.from({ length: chunk.steps }, (): Float64Array[] => []),
  );
  let loss = 0;
  const lastStates = states.map((ofText, text) => {
    let state: readonly ReferenceState[] = ofText;
    const tape: { readonly cells: readonly CellStep[]; readonly errors: Float64Array }[] = [];
    for (let step = 0; step < chunk.steps; step += 1) {
      const row = step * chunk.batch + text;
      if (chunk.resets[row] === 1) state = zeroStates(shape, 1)[0]!;
      const word = chunk.inputs[row]!;
      let read: Float64Array = w('embedding.weight').slice(word * inputs, (word + 1) * inputs);
      const cells: CellStep[] = [];
      for (let layer = 0; layer < layers; layer += 1) {
        read = read.map((x, unit) => x * maskOf(layer, row, unit, read.length));
        const done = forwardCell(layer, read, state[layer]!);
        cells.push(done);
        allHidden[layer]![step]!.push(done.after.hidden);
        read = done.after.hidden;
      }
      state = cells.map(({ after }) => after);
      read = read.map((x, unit) => x * maskOf(layers, row, unit, hidden));
      const target = chunk.targets[row]!;
      const result = target === noTarget ? null : predict(read, target);
      loss += (result?.loss ?? 0) / predicted;
      const errors = result?.errors ?? new Float64Array(hidden);
      tape.push({ cells, errors: errors.map((e, unit) => e * maskOf(layers, row, unit, hidden)) });
    }

    let later = zeroStates(shape, 1)[0]!;
    for (let step = chunk.steps - 1; step >= 0; step -= 1) {
      const row = step * chunk.batch + text;
      let errors: Float64Array = tape[step]!.errors;
      const earlier: ReferenceState[] = [];
      for (let layer = layers - 1; layer >= 0; layer -= 1) {
        const hiddenError = errors.map((e, unit) => e + later[layer]!.hidden[unit]!);
        const back = backwardCell(layer, tape[step]!.cells[layer]!, hiddenError, later[layer]!.cell);
        earlier[layer] = back.before;
        errors = back.input.map((e, unit) => e * maskOf(layer, row, unit, back.input.length));
      }
      errors.forEach((e, at) => (g('embedding.weight')[chunk.inputs[row]! * inputs + at]! += e));
      later = chunk.resets[row] === 1 ? zeroStates(shape, 1)[0]! : earlier;
    }
    return state;
  });
  return { loss, gradients, hidden: allHidden, states: lastStates };
}

/** What an optimiser remembers of one weight. */
export interface ReferenceMoments {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/** One step of Adam with the usual constants, in place. */
export function adamReference(
  values: Float64Array,
  gradients: Float64Array,
  { first, second }: ReferenceMoments,
  rate: number,
  number: number,
): void {
  for (let at = 0; at < values.length; at += 1) {
    const g = gradients[at]!;
    const m = 0.9 * first[at]! + 0.1 * g;
    const v = 0.999 * second[at]! + 0.001 * g * g;
    first[at] = m;
    second[at] = v;
    const mean = m / (1 - 0.9 ** number);
    const variance = v / (1 - 0.999 ** number);
    values[at] = values[at]! - (rate * mean) / (Math.sqrt(variance) + 1e-8);
  }
}

/** One step of gradient descent with momentum, in place. */
export function descentReference(
  values: Float64Array,
  gradients: Float64Array,
  { first: velocity }: ReferenceMoments,
  rate: number,
  momentum: number,
): void {
  for (let at = 0; at < values.length; at += 1) {
    const v = momentum * velocity[at]! + gradients[at]!;
    velocity[at] = v;
    values[at] = values[at]! - rate * v;
  }
}

/** The length of all gradients together is brought down to `clip`, in place (Pascanu et al. 2013). */
export function clipReference(gradients: ReferenceWeights, clip: number): void {
  let squares = 0;
  for (const values of gradients.values()) for (const g of values) squares += g * g;
  const factor = Math.min(1, clip / Math.sqrt(squares));
  for (const values of gradients.values()) values.forEach((g, at) => (values[at] = g * factor));
}
