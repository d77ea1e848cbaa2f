import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { kernelRowScores, plainRowScores } from '../../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from './random-space.ts';

const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');
const moduleOf = (build: string) =>
  new WebAssembly.Module(readFileSync(join(kernels, `nearest.${build}.wasm`)));

describe.each(['strict', 'relaxed'])('the %s search kernel', (build) => {
  const module = moduleOf(build);

  it.each([2, 3, 4, 7, 100, 301])('scores rows of %d dimensions as the plain way does', (dimensions) => {
    const space = randomSpace(120, dimensions, dimensions);
    for (const raw of [false, true]) {
      const kernel = kernelRowScores(module, space, raw);
      const plain = plainRowScores(space, raw);
      for (const measure of measures)
        for (const row of [0, 57]) {
          const query = space.vector(row);
          const expected = plain(query, measure);
          kernel(query, measure).forEach((score, at) => expect(score).toBeCloseTo(expected[at]!, 4));
        }
    }
  });

  it('gives zeros for vectors of zeros, never NaN', () => {
    const space = vectorSpace({
      words: ['a', 'b'],
      counts: null,
      dimensions: 3,
      values: new Float32Array(6),
    });
    for (const raw of [false, true])
      for (const measure of measures)
        expect([...kernelRowScores(module, space, raw)(space.vector(0), measure)]).toEqual([0, 0]);
  });
});
