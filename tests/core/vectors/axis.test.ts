import { expect, it } from 'vitest';
import { leaveOneOutRange, semanticAxis } from '../../../core/vectors/axis.ts';
import { plainRowScores } from '../../../core/vectors/row-scores.ts';
import { dot, vectorSpace } from '../../../core/vectors/vector-space.ts';
import { sineSpace } from './sine-space.ts';

const scores = plainRowScores(sineSpace, false);

it('is the difference of two widened poles, as NumPy has it', () => {
  const axis = semanticAxis(sineSpace, scores, { positive: [0, 1], negative: [2], neighbours: 2 });
  expect(axis.added).toEqual({ positive: [37, 11, 38, 12], negative: [39, 13] });
  const places = [5, 20, 33].map((row) => dot(sineSpace.unitVector(row), axis.direction));
  [-0.369922113, -0.642492429, 0.706048146].forEach((value, at) => expect(places[at]).toBeCloseTo(value, 6));
});

it('moves within the range of the axes that lack one pole word', () => {
  const axis = semanticAxis(sineSpace, scores, { positive: [0, 1], negative: [2], neighbours: 2 });
  // The negative pole has one word, which cannot be left out.
  expect(axis.leftOut.map(({ row }) => row)).toEqual([0, 1]);
  const ranges = [5, 20, 33].map((row) => leaveOneOutRange(sineSpace, axis, row));
  [
    [-0.677179999, 0.159940012],
    [-0.87369396, -0.157532412],
    [0.241922849, 0.912314187],
  ].forEach(([low, high], at) => {
    expect(ranges[at]!.low).toBeCloseTo(low!, 6);
    expect(ranges[at]!.high).toBeCloseTo(high!, 6);
  });
  const single = semanticAxis(sineSpace, scores, { positive: [0], negative: [2], neighbours: 0 });
  expect(leaveOneOutRange(sineSpace, single, 5)).toEqual({ low: null, high: null });
});

it('weighs pole words alike, however long their vectors are, and has no direction between equal poles', () => {
  const space = vectorSpace({
    words: ['a', 'b', 'c', 'd'],
    counts: null,
    dimensions: 2,
    values: Float32Array.of(100, 0, 0, 1, -3, 0, 1, 0),
  });
  const of = (positive: number[], negative: number[]) =>
    semanticAxis(space, plainRowScores(space, false), { positive, negative, neighbours: 0 }).direction;
  const [x, y] = of([0, 1], [2]);
  // ((1, 0) + (0, 1)) ÷ 2 − (−1, 0)
  expect(x! / y!).toBeCloseTo(3, 6);
  expect([...of([0], [3])]).toEqual([0, 0]);
});
