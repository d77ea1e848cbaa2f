import { vectorSpace, type VectorSpace } from '../../../core/vectors/vector-space.ts';
import { seeded } from '../../fixtures/small-language.ts';

/** Words w0, w1, … with random vectors; counts fall. */
export function randomSpace(words: number, dimensions: number, seed = 1): VectorSpace {
  const random = seeded(seed);
  return vectorSpace({
    words: Array.from({ length: words }, (_, at) => `w${at}`),
    counts: Uint32Array.from({ length: words }, (_, at) => 10 * (words - at)),
    dimensions,
    values: Float32Array.from({ length: words * dimensions }, () => random() - 0.5),
  });
}
