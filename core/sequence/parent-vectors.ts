import { randomState, randomStream } from '../random.ts';
import { unknownRow } from './sequence-data.ts';

/** Vectors of a word2vec model: rows × dimensions, row-major, by falling frequency. */
export interface WordVectors {
  readonly words: readonly string[];
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** Purpose of the random stream. */
const filling = 0x66696c6c;

/**
 * The inputs of a network out of a word2vec model. `<unk>` is the mean of the rarest tenth of the model’s words, for which it stands
 * in;  `<eos>` and words that the model lacks get seeded noise as wide as its numbers spread, so that they can be told apart.
 * @param words of the network, by row
 * @returns words × dimensions, row-major
 */
export function parentVectors(words: readonly string[], parent: WordVectors, seed: number): Float32Array {
  const { dimensions, values } = parent;
  const rows = new Map(parent.words.map((word, row) => [word, row]));
  const spread = spreadOf(values);
  const random = randomStream(randomState(seed, filling));
  const result = new Float32Array(words.length * dimensions);
  words.forEach((word, at) => {
    const target = result.subarray(at * dimensions, (at + 1) * dimensions);
    const row = rows.get(word);
    if (at === unknownRow) target.set(meanOfRarest(parent));
    else if (row !== undefined) target.set(values.subarray(row * dimensions, (row + 1) * dimensions));
    // Uniform in ±√3 times the spread has that spread.
    else
      for (let d = 0; d < dimensions; d += 1)
        target[d] = Math.fround((random.fraction() * 2 - 1) * spread * Math.sqrt(3));
  });
  return result;
}

/** Standard deviation of numbers about 0. */
function spreadOf(values: Float32Array): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares / Math.max(1, values.length));
}

function meanOfRarest({ words, dimensions, values }: WordVectors): Float32Array {
  const first = Math.floor(words.length * 0.9);
  const mean = new Float64Array(dimensions);
  for (let row = first; row < words.length; row += 1)
    for (let d = 0; d < dimensions; d += 1) mean[d]! += values[row * dimensions + d]!;
  return Float32Array.from(mean, (sum) => sum / Math.max(1, words.length - first));
}
