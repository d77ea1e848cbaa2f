import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measures } from '../../../core/contract/search.ts';
import { kernelRowScores, plainRowScores } from '../../../core/vectors/row-scores.ts';
import { storedSpace, vectorSpace } from '../../../core/vectors/vector-space.ts';
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

  it.each([2, 100, 301])(
    'answers the first time, row by row, what it answers ever after: %d dimensions',
    (dimensions) => {
      const { words, counts, values } = randomSpace(2500, dimensions, dimensions);
      const stretches = function* () {
        for (let first = 0; first < words.length; first += 700)
          yield { first, values: values.slice(first * dimensions, (first + 700) * dimensions) };
      };
      const one = (row: number) => values.slice(row * dimensions, (row + 1) * dimensions);
      for (const raw of [false, true])
        for (const measure of measures) {
          const space = storedSpace({ words, counts, dimensions }, { all: () => values, one, stretches });
          const kernel = kernelRowScores(module, space, raw);
          const [first, second] = [0, 1].map(() => kernel(one(31), measure).slice());
          expect(first).toEqual(second);
          const held = kernelRowScores(module, vectorSpace({ words, counts, dimensions, values }), raw);
          expect(held(one(31), measure)).toEqual(first);
        }
    },
  );

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
