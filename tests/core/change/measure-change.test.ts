import { expect, it } from 'vitest';
import { comparisonBy, resolutionOf } from '../../../core/change/comparison.ts';
import { divisionNumber, type ChangeCourse } from '../../../core/change/measure-change.ts';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import type { ChangeMethod } from '../../../core/contract/change.ts';
import { measured as measuredChange } from './measured.ts';
import { textsOfWords } from './texts-of-words.ts';
import { swapped, topicTexts, withSwaps } from './topic-texts.ts';

const documents = topicTexts(40, 60, 8);
const sides = Uint8Array.from({ length: 40 }, (_, text) => text % 2);
const course = { divisions: 60, resamples: 20, splits: 10, seed: 3 } as const;

const changed = documents.map((document, text) => (sides[text] === 1 ? withSwaps(document) : document));

function measured(
  texts: readonly (readonly string[])[],
  method: ChangeMethod = 'temporal-referencing',
  asked: ChangeCourse = course,
) {
  const encoded = textsOfWords(texts);
  const contexts = periodContexts(encoded, [...encoded.words.keys()], { window: 4 });
  const compare = comparisonBy(method, contexts);
  const answer = measuredChange(compare, sides, asked, resolutionOf(method, encoded.words.length));
  const ranked = encoded.words
    .map((word, row) => ({ word, score: answer.scores[row]!, ...answer.tests[row]! }))
    .sort((a, b) => b.excess - a.excess);
  return { answer, ranked, compare };
}

it.each([
  ['temporal-referencing', course],
  ['procrustes', { ...course, divisions: 24, resamples: 3, splits: 0 }],
  ['overlap', { ...course, divisions: 24, resamples: 3, splits: 0 }],
  ['lnd', { ...course, divisions: 24, resamples: 3, splits: 0 }],
] as const)('puts the words whose contexts were swapped first, by %s', (method, asked) => {
  const { answer, ranked, compare } = measured(changed, method, asked);
  // Of only 248 words, those of the same topic have lost a neighbour too, and tell so: the score is larger where it is the word itself.
  const first = ranked.toSorted((a, b) => b.score - a.score).slice(0, 6);
  expect(first.map(({ word }) => word).sort()).toEqual([...swapped.keys()].sort());
  // With 24 divisions no q can be small (see permutation-test).
  for (const { p, q } of first) expect(asked.divisions < 59 ? p : q).toBeLessThanOrEqual(0.05);
  if (method === 'temporal-referencing' || method === 'procrustes')
    expect(ranked.slice(0, 6).map(({ word }) => word)).toEqual(
      expect.arrayContaining(first.map(({ word }) => word)),
    );
  answer.intervals.forEach(({ low, high }, at) => {
    expect(low!).toBeLessThanOrEqual(answer.scores[at]! + 1e-12);
    expect(high!).toBeGreaterThanOrEqual(answer.scores[at]! - 1e-12);
  });
  // A division hangs on its number alone, whatever was asked before.
  const one = compare(divisionNumber(sides, asked, 7));
  compare(divisionNumber(sides, asked, 3));
  expect(compare(divisionNumber(sides, asked, 7))).toEqual(one);
});

it('finds nothing between texts in which nothing was', () => {
  const { answer, ranked } = measured(documents);
  expect(ranked.filter(({ q }) => q <= 0.05)).toEqual([]);
  expect(answer.control.splits).toBe(10);
  expect(answer.control.withFindings).toBeLessThanOrEqual(3);
  expect(measured(documents).answer).toEqual(answer);
});
