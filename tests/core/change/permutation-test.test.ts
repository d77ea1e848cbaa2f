import { describe, expect, it } from 'vitest';
import { falseDiscoveryRates, nullScores, testScores } from '../../../core/change/permutation-test.ts';
import { seeded } from '../../fixtures/small-language.ts';

it('false discovery rates are those of SciPy', () => {
  const rates = falseDiscoveryRates([0.01, 0.3, 0.02, 0.04, 0.9, 0.005, 0.04]);
  [
    0.035, 0.35000000000000003, 0.04666666666666667, 0.055999999999999994, 0.9, 0.035, 0.055999999999999994,
  ].forEach((rate, at) => expect(rates[at]).toBeCloseTo(rate, 12));
  expect(falseDiscoveryRates([])).toEqual([]);
});

describe('the test by random divisions', () => {
  const random = seeded(4);
  const words = 300;
  // Each word with a middle and a spread of its own.
  const division = () =>
    Float64Array.from(
      { length: words },
      (_, word) => 0.2 + (word % 7) / 10 + (0.01 + (word % 5) / 100) * (random() + random() + random() - 1.5),
    );
  const chance = nullScores(Array.from({ length: 100 }, division));

  it('gives even p to what is chance, and hardly ever finds a word there', () => {
    const controls = Array.from({ length: 200 }, () => testScores(chance, division()));
    const values = controls.flat().map((test) => test!.p);
    for (const share of [0.01, 0.05, 0.5]) {
      const below = values.filter((value) => value <= share).length / values.length;
      expect(Math.abs(below - share)).toBeLessThan(0.2 * share + 0.002);
    }
    const withFindings = controls.filter((tests) => tests.some((test) => test!.q <= 0.05)).length;
    // One in twenty at most, however these divisions fell out.
    expect(withFindings).toBeLessThanOrEqual(10);
  });

  it('finds what lies outside of the divisions of its own word', () => {
    const scores = division();
    scores[7] = 0.2 + 0.3;
    const test = testScores(chance, scores)[7]!;
    // Word 7 has the middle .2: the same score would be nothing for word 3.
    expect(test.expected).toBeCloseTo(0.2, 2);
    expect(test.q).toBeLessThan(0.05);
    expect(testScores(chance, scores)[3]!.q).toBeGreaterThan(0.05);
  });

  it('finds no words that rise and fall together by chance, though each alone would be rare', () => {
    // In one division of fifteen half of the words lie far out at once: one by one that is a p of .03, which the rate of 150 such words takes for a finding.
    const together = () => {
      const scores = division();
      if (random() < 1 / 15) for (let word = 0; word < words; word += 2) scores[word]! += 0.2;
      return scores;
    };
    const others = nullScores(Array.from({ length: 100 }, together));
    const found = Array.from({ length: 200 }, () => testScores(others, together())).filter((tests) =>
      tests.some((test) => test!.q <= 0.05),
    );
    expect(found.length).toBeLessThanOrEqual(10);
  });

  it('says what so many divisions can say at most: none of 200 leaves 1.5 %, and fewer than 59 find nothing', () => {
    const scores = division();
    scores[7] = 5;
    const best = (count: number) =>
      testScores(nullScores(Array.from({ length: count }, division)), scores)[7]!.q;
    expect(best(200)).toBeCloseTo(1 - 0.05 ** (1 / 200), 6);
    expect(best(59)).toBeLessThanOrEqual(0.05);
    expect(best(58)).toBeGreaterThan(0.05);
  });

  it('says nothing of words that most divisions leave on one side, nor of those without a score', () => {
    const divisions = Array.from({ length: 20 }, (_, at) =>
      Float64Array.of(at < 12 ? NaN : 0.1 * at, 0.5 + at / 100),
    );
    const rare = nullScores(divisions);
    expect(testScores(rare, Float64Array.of(0.9, NaN))).toEqual([null, null]);
    expect(testScores(rare, Float64Array.of(0.9, 0.6))[1]).not.toBeNull();
  });
});
