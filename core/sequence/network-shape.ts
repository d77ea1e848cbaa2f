import type { Cell } from '../contract/settings/sequence.ts';

export interface NetworkShape {
  readonly cell: Cell;
  readonly layers: number;
  /** Dimensions of the word vectors that are read. */
  readonly inputs: number;
  /** Units of each layer. */
  readonly hidden: number;
  /** Rows of the vocabulary. */
  readonly words: number;
}

export interface WeightShape {
  /** As PyTorch names them in a module of `embedding`, `rnn` and `output`. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
}

/** Gates of a cell, in the order of their rows in the weights: PyTorch’s. */
export const gatesOf = {
  rnn: ['hidden'],
  lstm: ['input', 'forget', 'candidate', 'output'],
} as const;

/** Every weight of a network in the order in which they are stored, hashed and exported; row-major, without padding. */
export function weightShapes({ cell, layers, inputs, hidden, words }: NetworkShape): readonly WeightShape[] {
  const gates = gatesOf[cell].length * hidden;
  return [
    { name: 'embedding.weight', rows: words, columns: inputs },
    ...Array.from({ length: layers }, (_, layer) => [
      { name: `rnn.weight_ih_l${layer}`, rows: gates, columns: layer === 0 ? inputs : hidden },
      { name: `rnn.weight_hh_l${layer}`, rows: gates, columns: hidden },
      { name: `rnn.bias_ih_l${layer}`, rows: 1, columns: gates },
    ]).flat(),
    { name: 'output.weight', rows: words, columns: hidden },
    { name: 'output.bias', rows: 1, columns: words },
  ];
}
