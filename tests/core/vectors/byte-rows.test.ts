import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bestRows, nearestTo } from '../../../core/vectors/neighbours.ts';
import { kernelRowScores } from '../../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { seeded } from '../../fixtures/small-language.ts';

const kernels = join(import.meta.dirname, '..', '..', '..', 'resources', 'kernels');
const moduleOf = (build: string) =>
  new WebAssembly.Module(readFileSync(join(kernels, `nearest.${build}.wasm`)));

const count = 10_050;

/** Rows of the same kind: even, with one large number each, close to one another, whole numbers (many the same), or broken here and there. */
const kinds = ['even', 'peaked', 'close', 'alike', 'broken'] as const;

function rowsOf(kind: (typeof kinds)[number], dimensions: number, seed: number): Float32Array {
  const random = seeded(seed);
  const values = Float32Array.from({ length: count * dimensions }, () => random() - 0.5);
  const any = (some: number) => Math.floor(random() * some);
  for (let row = 0; row < count; row++) {
    const at = row * dimensions;
    if (kind === 'peaked') values[at + any(dimensions)] = 40;
    if (kind === 'close') for (let i = at; i < at + dimensions; i++) values[i] = 1 + values[i]! / 10;
    if (kind === 'alike') for (let i = at; i < at + dimensions; i++) values[i] = Math.round(values[i]! * 2.2);
  }
  if (kind === 'broken')
    for (let one = 0; one < 40; one++) {
      const at = any(count) * dimensions;
      if (one % 2 === 0) values.fill(0, at, at + dimensions);
      else values[at + any(dimensions)] = one % 3 === 0 ? NaN : Infinity;
    }
  return values;
}

describe.each(['strict', 'relaxed'])('rows in bytes, %s build', (build) => {
  const module = moduleOf(build);

  it('give the same neighbours with the same scores as comparing every row', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom(3, 16, 50, 77),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('cosine' as const, 'dot' as const),
        fc.constantFrom(1, 10, 60),
        (kind, dimensions, seed, measure, top) => {
          const space = vectorSpace({
            words: Array.from({ length: count }, (_, at) => `w${at}`),
            counts: Uint32Array.from({ length: count }, (_, at) => 2 * (count - at)),
            dimensions,
            values: rowsOf(kind, dimensions, seed),
          });
          const scores = kernelRowScores(module, space, false);
          scores(space.vector(0), measure);
          scores(space.vector(0), measure);
          for (const row of [0, seed % count, count - 1]) {
            const query = space.vector(row);
            const exclude = [row, 5];
            for (const minCount of [0, count]) {
              const rows = minCount === 0 ? count : 5026;
              const some = scores.among?.(query, measure, { most: top, rows, exclude }) ?? null;
              if (some !== null) answered++;
              const found = nearestTo(space, scores, query, { measure, top, minCount, exclude });
              const all = scores(query, measure);
              expect(found).toEqual(bestRows(all, { most: top, largestFirst: true, rows, exclude }));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
    // Else it would say nothing of them.
    expect(answered).toBeGreaterThan(40);
  });

  it('are not asked for vectors as they are, distances, or long lists', () => {
    const values = rowsOf('even', 20, 3);
    const words = Array.from({ length: count }, (_, at) => `w${at}`);
    const space = vectorSpace({ words, counts: null, dimensions: 20, values });
    const wanted = { most: 10, rows: count, exclude: [] };
    for (const raw of [false, true]) {
      const scores = kernelRowScores(module, space, raw);
      expect(scores.among?.(space.vector(1), 'cosine', wanted)).toBeNull();
      for (let time = 0; time < 2; time++) scores(space.vector(0), 'cosine');
      expect(scores.among?.(space.vector(1), 'cosine', wanted) === null).toBe(raw);
      expect(scores.among?.(space.vector(1), 'euclidean', wanted)).toBeNull();
      expect(scores.among?.(space.vector(1), 'cosine', { ...wanted, most: 201 })).toBeNull();
      expect(scores.among?.(new Float32Array(20), 'cosine', wanted)).toBeNull();
    }
  });
});
