import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomState, randomStream } from '../random.ts';
import { randomPurpose } from './random-purpose.ts';

/** Rows before a training begins, evenly between −.5 and .5 by dimensions (word2vec). They follow from the seed alone: nothing of them has to be kept. */
export function drawInitialVectors(
  { seed, dimensions }: Pick<TrainingSettings, 'seed' | 'dimensions'>,
  words: number,
  into: (row: number) => Float32Array | null,
): void {
  const random = randomStream(randomState(seed, randomPurpose.initialVectors));
  for (let row = 0; row < words; row += 1) {
    const vector = into(row);
    for (let at = 0; at < dimensions; at += 1) {
      const value = (random.fraction() - 0.5) / dimensions;
      if (vector !== null) vector[at] = value;
    }
  }
}

/** Some rows of the matrix that a training began with, rows × dimensions, row-major. */
export function initialRows(
  settings: Pick<TrainingSettings, 'seed' | 'dimensions'>,
  rows: readonly number[],
): Float32Array {
  const { dimensions } = settings;
  const values = new Float32Array(rows.length * dimensions);
  const places = new Map(rows.map((row, at) => [row, at]));
  drawInitialVectors(settings, 1 + rows.reduce((most, row) => Math.max(most, row), -1), (row) => {
    const at = places.get(row);
    return at === undefined ? null : values.subarray(at * dimensions, (at + 1) * dimensions);
  });
  return values;
}
