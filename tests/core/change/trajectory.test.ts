import { expect, it } from 'vitest';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { temporalReferencing } from '../../../core/change/temporal-referencing.ts';
import { distancesOf, trajectories } from '../../../core/change/trajectory.ts';
import { ended } from '../map/ended.ts';
import { textsOfWords } from './texts-of-words.ts';
import { topicTexts, withSwaps } from './topic-texts.ts';

const periods = 4;
const sides = Uint8Array.from({ length: 40 }, (_, text) => text % periods);
// The words are swapped from the third period on.
const documents = topicTexts(40, 40, 5).map((document, text) =>
  sides[text]! >= 2 ? withSwaps(document) : document,
);
const texts = textsOfWords(documents);
const followed = ['t0w0', 't1w0', 't9w3'];
const contexts = periodContexts(
  texts,
  followed.map((word) => texts.words.indexOf(word)),
  { window: 4 },
);

it('measures between two periods what temporal referencing measures', () => {
  const two = sides.map((side) => Math.min(side, 1));
  const { first, step } = distancesOf(contexts, { sides: two }, 2);
  temporalReferencing(contexts, { sides: two }).forEach((score, target) => {
    expect(first[target * 2]).toBeNaN();
    expect(first[target * 2 + 1]).toBeCloseTo(score, 12);
    expect(step[target * 2 + 1]).toBeCloseTo(score, 12);
  });
});

it('shows when a word moved, and that others did not', () => {
  const found = ended(trajectories(contexts, sides, periods, { divisions: 120, resamples: 20, seed: 2 }));
  const { distances, tests, intervals } = found;
  for (const target of [0, 1]) {
    const at = (period: number) => target * periods + period;
    expect(tests[at(1)]!.q).toBeGreaterThan(0.05);
    for (const period of [2, 3]) expect(tests[at(period)]!.q).toBeLessThanOrEqual(0.05);
    // The step is the third period; from there on it stays where it is.
    expect(distances.step[at(2)]).toBeGreaterThan(tests[at(2)]!.expected);
    expect(distances.step[at(3)]).toBeLessThan(distances.step[at(2)]!);
    expect(intervals[at(2)]!.low!).toBeLessThanOrEqual(distances.first[at(2)]!);
    expect(intervals[at(2)]!.high!).toBeGreaterThanOrEqual(distances.first[at(2)]!);
  }
  for (const period of [1, 2, 3]) expect(tests[2 * periods + period]!.q).toBeGreaterThan(0.05);
  expect(ended(trajectories(contexts, sides, periods, { divisions: 120, resamples: 20, seed: 2 }))).toEqual(
    found,
  );
});
