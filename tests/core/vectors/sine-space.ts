import { vectorSpace } from '../../../core/vectors/vector-space.ts';

/** 40 words of 6 dimensions, sin(1 + 1.7 row + 0.9 dimension²): easily made again in another program. */
export const sineSpace = vectorSpace({
  words: Array.from({ length: 40 }, (_, row) => `w${row}`),
  counts: Uint32Array.from({ length: 40 }, (_, row) => 100 - row),
  dimensions: 6,
  values: Float32Array.from({ length: 240 }, (_, at) =>
    Math.sin(1 + Math.floor(at / 6) * 1.7 + (at % 6) ** 2 * 0.9),
  ),
});
