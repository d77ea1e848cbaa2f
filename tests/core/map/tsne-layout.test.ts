import { describe, expect, it } from 'vitest';
import { quadTree } from '../../../core/map/quad-tree.ts';
import { affinitiesOf, tsneGradient, tsneSize } from '../../../core/map/tsne-layout.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { randomSpace } from '../vectors/random-space.ts';
import { plainNearest } from './plain-nearest.ts';

const random = seeded(3);
const somePlaces = (points: number) => Float64Array.from({ length: points * 2 }, () => random() * 4 - 2);

/** Every pair, one by one. */
function plainRepulsion(places: Float64Array, point: number): readonly [number, number, number] {
  let [sum, x, y] = [0, 0, 0];
  for (let other = 0; other < places.length / 2; other += 1) {
    if (other === point) continue;
    const dx = places[point * 2]! - places[other * 2]!;
    const dy = places[point * 2 + 1]! - places[other * 2 + 1]!;
    const q = 1 / (1 + dx * dx + dy * dy);
    sum += q;
    x += q * q * dx;
    y += q * q * dy;
  }
  return [sum, x, y];
}

describe('the tree', () => {
  it('adds up every pair where nothing is taken together, points in one place too', () => {
    const places = somePlaces(120);
    for (const twin of [3, 4, 5]) places.copyWithin(twin * 2, 0, 2);
    const tree = quadTree(places);
    for (let point = 0; point < 120; point += 1) {
      const force = new Float64Array(2);
      const [sum, x, y] = plainRepulsion(places, point);
      expect(tree.repulsion(point, 0, force)).toBeCloseTo(sum, 9);
      expect(force[0]).toBeCloseTo(x, 9);
      expect(force[1]).toBeCloseTo(y, 9);
    }
  });

  it('is near that where far points are taken together', () => {
    const places = somePlaces(800);
    const tree = quadTree(places);
    for (let point = 0; point < 800; point += 50) {
      const force = new Float64Array(2);
      const [sum] = plainRepulsion(places, point);
      expect(Math.abs(tree.repulsion(point, 0.5, force) / sum - 1)).toBeLessThan(0.02);
    }
  });
});

describe('t-SNE', () => {
  const space = randomSpace(50, 8);
  const { perplexity, neighbours } = tsneSize(50);
  const nearest = plainNearest(space, neighbours);
  const affinities = affinitiesOf(nearest, perplexity);

  it('has affinities of the perplexity that was asked for, whose sum is 1', () => {
    expect(perplexity).toBe(16);
    expect(affinities.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    // One point against all others with one p(j|i): by hand, where all are as far away.
    const even = affinitiesOf(
      { each: 2, rows: Uint32Array.of(1, 2, 0, 2, 0, 1), distances: new Float64Array(6).fill(0.3) },
      2,
    );
    expect([...even.values]).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1 / 3, 12),
      expect.closeTo(1 / 3, 12),
    ]);
  });

  it('goes down the slope of the divergence, as differences of the divergence say', () => {
    const places = somePlaces(50);
    const { gradient } = tsneGradient(affinities, places, 0);
    const step = 1e-5;
    for (let at = 0; at < places.length; at += 7) {
      const moved = (by: number) => {
        const there = places.slice();
        there[at] = there[at]! + by;
        return tsneGradient(affinities, there, 0).divergence;
      };
      expect(gradient[at]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 7);
    }
  });
});
