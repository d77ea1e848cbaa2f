import type { StatePart } from '../contract/sequence.ts';
import type { NetworkShape } from './network-shape.ts';

/** A trained network that reads texts side by side and remembers, from one reading to the next, what it read before. */
export interface Reader {
  readonly shape: NetworkShape;
  /** Forgets everything: all states are zero. */
  begin(): void;
  /**
   * @param inputs rows of the vocabulary, steps × batch, step-major
   * @param resets steps × batch: 1 where the state is zero before this input
   */
  read(inputs: Uint32Array, steps: number, batch: number, resets?: Uint8Array): void;
  /** States or gates of the last reading: steps × batch × hidden. */
  part(part: StatePart, layer: number): Float32Array;
  /** Natural logarithms of the probabilities of every row after one input of the last reading, counted as in `inputs`. */
  logProbabilities(at: number): Float32Array;
  /** The same of one row after each input: steps × batch; 0 where there is no target. */
  targetLogProbabilities(targets: Uint32Array): Float32Array;
  /** Of a reading of one text: from the last step back, the length of the gradient of a target’s loss after it with respect to each state. */
  gradientNorms(target: number): readonly number[] | Float32Array;
}

export const bitsOf = (logProbability: number) => -logProbability / Math.LN2;
