import { describe, expect, it } from 'vitest';
import { association, partitionTest } from '../../../core/evidence/word-association.ts';
import { dot } from '../../../core/vectors/vector-space.ts';
import { sineSpace } from '../vectors/sine-space.ts';

const [targets, attributes] = [
  [4, 17, 6, 13, 20, 1, 15, 3],
  [8, 9, 10, 11, 12],
];
const cosines = {
  values: Float64Array.from(
    targets.flatMap((row) =>
      attributes.map((column) => dot(sineSpace.unitVector(row), sineSpace.unitVector(column))),
    ),
  ),
  targets: [4, 4] as const,
  attributes: [3, 2] as const,
};

describe('the association test', () => {
  it('has the effect, deviation and statistic that NumPy has', () => {
    const { effect, sd, statistic } = association(cosines);
    expect(effect).toBeCloseTo(0.767742869, 6);
    expect(sd).toBeCloseTo(0.6612161315, 6);
    expect(statistic).toBeCloseTo(2.0305758793, 6);
  });

  it('goes as far as it goes when one word is left out', () => {
    const effects = [...targets, ...attributes].map((_, at) => association(cosines, at).effect);
    expect(Math.min(...effects)).toBeCloseTo(0.4951124525, 6);
    expect(Math.max(...effects)).toBeCloseTo(1.4960724744, 6);
    expect(targets[effects.indexOf(Math.max(...effects))]).toBe(4);
    expect(targets[effects.indexOf(Math.min(...effects))]).toBe(15);
  });

  it('looks at all 70 divisions of eight targets, as itertools has them', () => {
    const test = partitionTest(association(cosines).scores, 1);
    // 11 and 22 of 70.
    expect(test.p).toBeCloseTo(11 / 70, 12);
    expect(test.pTwoSided).toBeCloseTo(22 / 70, 12);
    expect(test).toMatchObject({ partitions: 70, exact: true });
  });

  it('draws where there are too many, near what counting all 2,704,156 gives', () => {
    const scores = Float64Array.from(
      { length: 24 },
      (_, at) => Math.sin(3 + at * at * 0.7) + (at < 12 ? 0.35 : 0),
    );
    const test = partitionTest(scores, 7);
    expect(test).toMatchObject({ partitions: 100_000, exact: false });
    // Five standard errors of a share of 100,000.
    expect(Math.abs(test.p - 318_396 / 2_704_156)).toBeLessThan(5 * Math.sqrt((0.1177 * 0.8823) / 100_000));
    expect(partitionTest(scores, 7)).toEqual(test);
    expect(partitionTest(scores, 8).p).not.toBe(test.p);
  });

  it('finds every division as large where all targets are alike', () => {
    expect(partitionTest(new Float64Array(18).fill(0.1), 1)).toMatchObject({
      p: 1,
      pTwoSided: 1,
      partitions: 48_620,
    });
  });
});
