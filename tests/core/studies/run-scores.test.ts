import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packRows, unpackedRow } from '../../../core/studies/packed-rows.ts';
import { readyRuns } from '../../../core/studies/run-scores.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { unit } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from '../vectors/random-space.ts';

const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');

describe.each(['strict', 'relaxed'])('the %s kernel', (build) => {
  const module = new WebAssembly.Module(readFileSync(join(kernels, `nearest.${build}.wasm`)));

  it.each([1, 15, 16, 17, 100, 301])(
    'compares packed rows of %d dimensions as the plain way does',
    (dimensions) => {
      const words = 61;
      const rowOf = Int32Array.from({ length: words }, (_, row) => (row === 5 ? -1 : row));
      const packed = [1, 2, 3].map((seed) =>
        packRows(randomSpace(words, dimensions, seed).values, dimensions, rowOf),
      );
      const runs = readyRuns(module, packed);
      expect([runs.count, runs.words]).toEqual([3, words]);
      packed.forEach((run, at) => {
        expect(runs.unitVector(at, 5)).toBeNull();
        const asked = unit(randomSpace(1, dimensions, 99).values);
        const scores = Float32Array.from(runs.cosines(at, asked));
        let furthest = 0;
        for (let word = 0; word < words; word += 1) {
          const row = unpackedRow(run, word);
          if (row === null) {
            expect(scores[word]).toBeNaN();
            continue;
          }
          const own = runs.unitVector(at, word)!;
          furthest = Math.max(
            furthest,
            Math.abs(scores[word]! - measureOf.cosine(row, asked)),
            ...unit(row).map((value, d) => Math.abs(own[d]! - value)),
          );
        }
        expect(furthest).toBeLessThan(1e-5);
      });
    },
  );
});
