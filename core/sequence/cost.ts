import type { SequenceSettings } from '../contract/settings/sequence.ts';
import { gatesOf, weightShapes, type NetworkShape } from './network-shape.ts';

export interface SequenceCost {
  /** Weights that are learned: vectors that are frozen are not among them. */
  readonly parameters: number;
  /** Memory while training, in bytes, roughly. */
  readonly bytes: number;
  /** Multiplications and additions, roughly: only for comparing settings with each other. */
  readonly operations: number;
}

/** Tokens of the two parts, ends of sentences left out. */
export interface PartSizes {
  readonly trainTokens: number;
  readonly heldOutTokens: number;
}

/** What a run will take, before it starts. */
export function sequenceCost(
  shape: NetworkShape,
  settings: SequenceSettings,
  { trainTokens, heldOutTokens }: PartSizes,
): SequenceCost {
  const { layers, inputs, hidden, words } = shape;
  const { embeddings, output, samples, batch, steps, epochs, optimiser } = settings;
  const weights = weightShapes(shape);
  const all = weights.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const frozen = embeddings === 'frozen' ? words * inputs : 0;
  const gates = gatesOf[shape.cell].length * hidden;
  const recurrent = gates * (inputs + hidden) + (layers - 1) * gates * 2 * hidden;
  const outputs = (output === 'full-softmax' ? words : samples + 1) * hidden;
  // Backwards costs twice what forwards does; what is held out is only read, and with every word.
  const perToken = 6 * (recurrent + outputs);
  const perMeasured = 2 * (recurrent + words * hidden);
  const moments = optimiser === 'adam' ? 2 : 1;
  const states = batch * steps * (inputs + layers * (2 * gates + 4 * hidden));
  const scores = batch * steps * (output === 'full-softmax' ? words : samples + 1);
  return {
    parameters: all - frozen,
    bytes: 4 * (all + (all - frozen) * (1 + moments) + states + scores + trainTokens + heldOutTokens),
    operations: epochs * (trainTokens * perToken + heldOutTokens * perMeasured),
  };
}
