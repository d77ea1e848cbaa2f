import { randomState, randomStream } from '../random.ts';
import type { NetworkLayout, PlacedWeight } from './network-layout.ts';

/** Purposes of random numbers: each has streams of its own. */
export const randomPurpose = { initialWeights: 11, dropout: 12, samples: 13 } as const;

/** Where number `column` of row `row` of a weight stands, counted in numbers from its beginning; rows of a bias of gates are its gates. */
function rowsOf({ rows, columns, stride, blockRows, blockStride, bytes }: PlacedWeight) {
  const stored = rows === 1 ? bytes / stride : rows;
  const width = rows === 1 ? columns / stored : columns;
  return {
    count: stored,
    width,
    offset: (row: number) => (Math.floor(row / blockRows) * blockStride + (row % blockRows)) * (stride / 4),
  };
}

const numbersOf = (memory: WebAssembly.Memory, { at, bytes }: PlacedWeight) =>
  new Float32Array(memory.buffer, at, bytes / 4);

/** All weights by name, row by row and without filling. */
export function copyWeights(
  memory: WebAssembly.Memory,
  { weights }: NetworkLayout,
): Map<string, Float32Array> {
  return new Map(
    weights.map((weight) => {
      const numbers = numbersOf(memory, weight);
      const { count, width, offset } = rowsOf(weight);
      const copy = new Float32Array(weight.rows * weight.columns);
      for (let row = 0; row < count; row += 1) {
        const from = offset(row);
        copy.set(numbers.subarray(from, from + width), row * width);
      }
      return [weight.name, copy];
    }),
  );
}

/** Fills the memory with weights in the form of {@link copyWeights}; those that are not given stay as they are. */
export function placeWeights(
  memory: WebAssembly.Memory,
  { weights }: NetworkLayout,
  given: ReadonlyMap<string, Float32Array>,
): void {
  for (const weight of weights) {
    const values = given.get(weight.name);
    if (values === undefined) continue;
    const numbers = numbersOf(memory, weight);
    const { count, width, offset } = rowsOf(weight);
    for (let row = 0; row < count; row += 1)
      numbers.set(values.subarray(row * width, (row + 1) * width), offset(row));
  }
  forbidFilling(memory, weights);
}

/** What fills up the rows of scores has no probability. */
function forbidFilling(memory: WebAssembly.Memory, weights: readonly PlacedWeight[]): void {
  for (const weight of weights)
    if (weight.name === 'output.bias') numbersOf(memory, weight).fill(-Infinity, weight.columns);
}

/** Learned vectors begin within ± this. */
const embeddingRange = 0.1;

/**
 * Weights to begin with, the same from the same seed: uniform within ±1 ÷ √units (as PyTorch), word vectors within ±0.1, biases 0 but
 * for that of the forget gate, which is 1 (Jozefowicz et al. 2015): what is in the cell stays there until something else is learned.
 */
export function drawWeights(
  memory: WebAssembly.Memory,
  { weights, shape }: NetworkLayout,
  seed: number,
): void {
  weights.forEach((weight, index) => {
    const numbers = numbersOf(memory, weight);
    const { count, width, offset } = rowsOf(weight);
    if (weight.rows === 1) {
      if (weight.name.startsWith('rnn.') && shape.cell === 'lstm')
        numbers.fill(1, offset(1), offset(1) + width);
      return;
    }
    const random = randomStream(randomState(seed, randomPurpose.initialWeights, index));
    const range = weight.name === 'embedding.weight' ? embeddingRange : 1 / Math.sqrt(shape.hidden);
    for (let row = 0; row < count; row += 1)
      for (let at = offset(row), end = at + width; at < end; at += 1)
        numbers[at] = (random.fraction() * 2 - 1) * range;
  });
  forbidFilling(memory, weights);
}

/** Standard deviation of the sums that the inputs bring to the gates of the first layer in the beginning. */
const firstSpread = 0.5;

/**
 * Brings the input weights of the first layer to the length of the vectors that are read: as PyTorch draws them, they suit vectors of length
 * √dimensions, and shorter ones – word2vec’s, or those that are still to be learned – hardly move a gate.
 * @param counts how often each word is read
 */
export function fitInputWeights(
  memory: WebAssembly.Memory,
  { weights, shape }: NetworkLayout,
  counts: ArrayLike<number>,
): void {
  const weight = (name: string) => weights.find((one) => one.name === name)!;
  const embedding = weight('embedding.weight');
  const vectors = numbersOf(memory, embedding);
  const width = embedding.stride / 4;
  let squares = 0;
  let total = 0;
  for (let word = 0; word < shape.words; word += 1) {
    let square = 0;
    for (let at = word * width; at < (word + 1) * width; at += 1) square += vectors[at]! ** 2;
    squares += counts[word]! * square;
    total += counts[word]!;
  }
  if (!(squares > 0)) return;
  const length = Math.sqrt(squares / total);
  // A uniform number within ±1 has the standard deviation 1 ÷ √3.
  const factor = (firstSpread * Math.sqrt(3 * shape.hidden)) / length;
  const numbers = numbersOf(memory, weight('rnn.weight_ih_l0'));
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = numbers[at]! * factor;
}
