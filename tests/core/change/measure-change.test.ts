import { expect, it } from 'vitest';
import { measureChange } from '../../../core/change/measure-change.ts';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { ended } from '../map/ended.ts';
import { textsOfWords } from './texts-of-words.ts';
import { swapped, topicTexts, withSwaps } from './topic-texts.ts';

const documents = topicTexts(40, 60, 8);
const sides = Uint8Array.from({ length: 40 }, (_, text) => text % 2);
const course = { divisions: 60, resamples: 20, splits: 10, seed: 3 };

function measured(texts: readonly (readonly string[])[]) {
  const encoded = textsOfWords(texts);
  const targets = encoded.words.map((_, row) => row);
  const contexts = periodContexts(encoded, targets, { window: 4, exponent: 0.75 });
  const answer = ended(measureChange(contexts, sides, course));
  const ranked = targets
    .map((row) => ({ word: encoded.words[row]!, ...answer.tests[row]! }))
    .sort((a, b) => b.excess - a.excess);
  return { answer, ranked };
}

it('puts the words whose contexts were swapped first, and the same again with the same seed', () => {
  const changed = documents.map((document, text) => (sides[text] === 1 ? withSwaps(document) : document));
  const { answer, ranked } = measured(changed);
  expect(
    ranked
      .slice(0, 6)
      .map(({ word }) => word)
      .sort(),
  ).toEqual([...swapped.keys()].sort());
  for (const { q } of ranked.slice(0, 6)) expect(q).toBeLessThanOrEqual(0.05);
  answer.intervals.forEach(({ low, high }, at) => {
    expect(low!).toBeLessThanOrEqual(answer.scores[at]! + 1e-12);
    expect(high!).toBeGreaterThanOrEqual(answer.scores[at]! - 1e-12);
  });
  expect(measured(changed).answer).toEqual(answer);
});

it('finds nothing between texts in which nothing was', () => {
  const { answer, ranked } = measured(documents);
  expect(ranked.filter(({ q }) => q <= 0.05)).toEqual([]);
  expect(answer.control.splits).toBe(10);
  expect(answer.control.withFindings).toBeLessThanOrEqual(3);
});
