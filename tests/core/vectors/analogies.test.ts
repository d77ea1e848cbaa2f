import { describe, expect, it } from 'vitest';
import { fitWithTheOthers, offsetVector, solveAnalogy } from '../../../core/vectors/analogies.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { plainRowScores } from '../../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { randomSpace } from './random-space.ts';

// Royal, male, female, and something else.
const space = vectorSpace({
  words: ['king', 'queen', 'man', 'woman', 'stone'],
  counts: null,
  dimensions: 4,
  values: Float32Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0.1, 1, 0, 0, 0.1, 0, 1, 0, 0, 0, 0, 1),
});
const scores = plainRowScores(space, false);
const [king, queen, man, woman, stone] = [0, 1, 2, 3, 4];

describe.each(['add', 'mul'] as const)('3Cos%s', (method) => {
  const answer = solveAnalogy(space, scores, { positive: [king, woman], negative: [man], method, top: 2 });

  it('finds what is to woman as king is to man', () => {
    expect(answer.neighbours.map(({ row }) => row)).toEqual([queen, stone]);
  });

  it('shows the input words in their places, and the baseline beside', () => {
    expect(answer.ranking.map(({ row }) => row).slice(0, 3)).toEqual(expect.arrayContaining([queen, woman]));
    expect(answer.ranking).toHaveLength(5);
    expect(answer.baseline[0]).toMatchObject({ row: queen });
  });
});

it('3CosMul is the quotient of its definition', () => {
  const random = randomSpace(30, 8);
  const cosine = (a: number, b: number) => (1 + measureOf.cosine(random.vector(a), random.vector(b))) / 2;
  const { neighbours } = solveAnalogy(random, plainRowScores(random, false), {
    positive: [1, 2],
    negative: [3, 4],
    method: 'mul',
    top: 5,
  });
  for (const { row, score } of neighbours)
    expect(score).toBeCloseTo(
      (cosine(row, 1) * cosine(row, 2)) / (cosine(row, 3) * cosine(row, 4) + 1e-6),
      4,
    );
});

it('means weigh every word alike, whatever the lengths of the vectors', () => {
  const long = vectorSpace({
    words: ['a', 'b'],
    counts: null,
    dimensions: 2,
    values: Float32Array.of(100, 0, 0, 1),
  });
  const [x, y] = offsetVector(long, [0, 1], []);
  expect(x).toBeCloseTo(Math.SQRT1_2, 6);
  expect(y).toBeCloseTo(Math.SQRT1_2, 6);
});

it('the odd one out fits least with the others', () => {
  const fit = fitWithTheOthers(space, [king, queen, man, stone]);
  expect(fit.indexOf(Math.min(...fit))).toBe(3);
});
