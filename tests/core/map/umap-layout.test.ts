import { UMAP } from 'umap-js';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { fuzzyGraph } from '../../../core/map/fuzzy-graph.ts';
import { mapMemory } from '../../../core/map/map-kernel.ts';
import { nearestRows } from '../../../core/map/nearest-rows.ts';
import { exponential, logarithm } from '../../../core/map/series.ts';
import { curve, umapSettings } from '../../../core/map/umap-layout.ts';
import { randomSpace } from '../vectors/random-space.ts';
import { ended } from './ended.ts';
import { plainNearest } from './plain-nearest.ts';

const module = kernelModule(commandLineEnvironment(), 'map', 'strict');

describe('neighbours by products of matrices', () => {
  it.each([
    [7, 5, 3],
    [130, 9, 14],
    [2100, 17, 10],
  ])('are those of comparing each with each: %i points, %i dimensions', (points, dimensions, each) => {
    const space = randomSpace(points, dimensions);
    const values = new Float32Array(points * dimensions);
    for (let row = 0; row < points; row += 1) values.set(space.unitVector(row), row * dimensions);
    const asked = points < 500 ? [...space.words.keys()] : [0, 5, 2047, 2048, points - 1];
    const found = ended(nearestRows(module, values, dimensions, each, asked));
    const plain = plainNearest(space, each, asked);
    found.distances.forEach((distance, at) => expect(distance).toBeCloseTo(plain.distances[at]!, 5));
    // Where two are as near, either may come first.
    expect([...found.rows].filter((row, at) => row !== plain.rows[at]).length).toBeLessThan(3);
  });
});

it('series give the exponential and the logarithm', () => {
  for (let x = -699; x < 700; x += 1.37) {
    expect(exponential(x) / Math.exp(x)).toBeCloseTo(1, 13);
    const positive = Math.exp(x);
    expect(logarithm(positive)).toBeCloseTo(Math.log(positive), 11);
  }
  expect([exponential(-800), exponential(0), logarithm(1)]).toEqual([0, 1, 0]);
});

it('powers in the kernel are right to a millionth', () => {
  const { kernel, buffer, places } = mapMemory(module, [16]);
  const numbers = new Float32Array(buffer, places[0], 4);
  for (let x = 1e-12; x < 1e6; x *= 7.3) {
    numbers.set([x, x * 1.5, x * 2, x * 3]);
    const asked = [...numbers];
    (kernel as unknown as { powers(at: number, b: number): void }).powers(places[0]!, curve.b);
    asked.forEach((one, at) => expect(numbers[at]! / one ** curve.b).toBeCloseTo(1, 5));
  }
});

describe('the graph of UMAP', () => {
  it('is that of umap-js', () => {
    const points = 60;
    const nearest = plainNearest(randomSpace(points, 8), 14);
    const umap = new UMAP({ nNeighbors: umapSettings.neighbours, random: () => 0.5 });
    const withItself = (of: ArrayLike<number>, row: number, own: number) => [
      own,
      ...Array.from({ length: 14 }, (_, at) => of[row * 14 + at]!),
    ];
    const all = Array.from({ length: points }, (_, row) => row);
    umap.setPrecomputedKNN(
      all.map((row) => withItself(nearest.rows, row, row)),
      all.map((row) => withItself(nearest.distances, row, 0)),
    );
    umap.initializeFit(all.map(() => []));
    const { graph } = umap as unknown as { graph: { get(row: number, column: number): number } };
    const own = fuzzyGraph(nearest, umapSettings.neighbours);
    const seen = new Set<string>();
    own.weights.forEach((weight, edge) => {
      const [first, second] = [own.first[edge]!, own.second[edge]!];
      seen.add(`${first} ${second}`);
      expect(weight).toBeCloseTo(graph.get(first, second), 9);
    });
    expect(seen.size).toBe(own.weights.length);
    for (const row of all)
      for (const column of all)
        if (row !== column && graph.get(row, column) > 0) expect(seen.has(`${row} ${column}`)).toBe(true);
  });
});
