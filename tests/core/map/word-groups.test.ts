import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordGroups } from '../../../core/map/word-groups.ts';
import { clusters } from './clusters.ts';
import { ended } from './ended.ts';

it('finds groups that lie apart, names each by points of its own, and the largest is 0', () => {
  // Three bundles of directions of unequal size.
  const [sizes, dimensions] = [[5, 30, 12], 6];
  const values = new Float32Array(47 * dimensions);
  const kinds = sizes.flatMap((size, kind) => Array.from({ length: size }, () => kind));
  kinds.forEach((kind, point) => {
    const vector = Array.from({ length: dimensions }, (_, at) =>
      at === kind ? 1 : 0.02 * ((point + at) % 5),
    );
    const length = Math.hypot(...vector);
    values.set(
      vector.map((value) => value / length),
      point * dimensions,
    );
  });
  const { of, middles } = ended(wordGroups(values, dimensions, 3));
  expect([...of]).toEqual(kinds.map((kind) => [2, 0, 1][kind]!));
  for (const [group, points] of middles.entries())
    expect(points.map((point) => of[point])).toEqual([group, group, group]);
});

it('gives every point a group that exists, the same each time, whatever the points are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 25 }), (groups, count) => {
      const { values, dimensions } = clusters(count);
      const first = ended(wordGroups(values, dimensions, groups));
      expect(first.of).toHaveLength(values.length / dimensions);
      expect(first.middles.length).toBeLessThanOrEqual(groups);
      if (groups > 0) for (const group of first.of) expect(group).toBeLessThan(first.middles.length);
      expect(ended(wordGroups(values, dimensions, groups))).toEqual(first);
    }),
    { numRuns: 20 },
  );
});

it('takes points that all lie in one place for one group', () => {
  const values = new Float32Array(20).fill(0).map((_, at) => (at % 4 === 0 ? 1 : 0));
  expect(ended(wordGroups(values, 4, 3)).middles).toHaveLength(1);
});
