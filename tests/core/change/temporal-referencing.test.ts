import { describe, expect, it } from 'vitest';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { temporalReferencing } from '../../../core/change/temporal-referencing.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { textsOfWords } from './texts-of-words.ts';

const random = seeded(9);
const documents = Array.from({ length: 12 }, () =>
  Array.from({ length: 60 }, () => `w${Math.floor(random() ** 2 * 15)}`),
);
const texts = textsOfWords(documents);
const sides = Uint8Array.from({ length: 12 }, (_, text) => text % 2);
const settings = { window: 3 };

/** Straight from the definition, with words for keys: the words carry their period, contexts do not. */
function plainly(word: string, times: readonly number[]): number {
  const rows = [new Map<string, number>(), new Map<string, number>()];
  const totals = [0, 0];
  const all = new Map<string, number>();
  documents.forEach((document, text) => {
    document.forEach((one, at) => {
      all.set(one, (all.get(one) ?? 0) + 1);
      if (one !== word) return;
      document.forEach((context, other) => {
        const distance = Math.abs(at - other);
        if (distance === 0 || distance > 3) return;
        const weight = ((4 - distance) / 3) * times[text]!;
        const side = text % 2;
        rows[side]!.set(context, (rows[side]!.get(context) ?? 0) + weight);
        totals[side] = totals[side]! + weight;
      });
    });
  });
  const smoothed = [...all.values()].reduce((sum, count) => sum + count ** 0.75, 0);
  const information = (side: number, context: string) => {
    const count = rows[side]!.get(context) ?? 0;
    return count === 0
      ? 0
      : Math.max(0, Math.log(count / totals[side]! / (all.get(context)! ** 0.75 / smoothed)));
  };
  let [both, a, b] = [0, 0, 0];
  for (const context of all.keys()) {
    const [x, y] = [information(0, context), information(1, context)];
    both += x * y;
    a += x * x;
    b += y * y;
  }
  return 1 - both / Math.sqrt(a * b);
}

describe('temporal referencing', () => {
  const targets = texts.words.map((_, row) => row);
  const contexts = periodContexts(texts, targets, settings);

  it('is 1 − cosine of the two rows of each word, as its definition has it', () => {
    const scores = temporalReferencing(contexts, { sides });
    const once = documents.map(() => 1);
    targets.forEach((row) => expect(scores[row]).toBeCloseTo(plainly(texts.words[row]!, once), 6));
  });

  it('takes texts as often as they were drawn', () => {
    const times = Uint32Array.from({ length: 12 }, (_, text) => [0, 2, 1, 1, 3, 0][text % 6]!);
    const scores = temporalReferencing(contexts, { sides, times });
    targets.forEach((row) => expect(scores[row]).toBeCloseTo(plainly(texts.words[row]!, [...times]), 6));
  });

  it('finds nothing between the same texts, and no number where a period lacks the word', () => {
    const twice = textsOfWords([
      ['a', 'b', 'c', 'a', 'd'],
      ['a', 'b', 'c', 'a', 'd'],
      ['e', 'c', 'd'],
    ]);
    const own = periodContexts(twice, [twice.words.indexOf('a'), twice.words.indexOf('e')], settings);
    const [a, e] = temporalReferencing(own, { sides: Uint8Array.of(0, 1, 0) });
    expect(a).toBeCloseTo(0, 12);
    expect(e).toBeNaN();
  });
});
