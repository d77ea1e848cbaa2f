import { describe, expect, it } from 'vitest';
import { corpusRows } from '../../../core/sequence/corpus-rows.ts';
import { similarSpans, spanOf } from '../../../core/sequence/similar-spans.ts';
import { fakeReader } from './fake-reader.ts';
import { textsOf } from './small-corpus.ts';

const texts = textsOf([
  [4, 9],
  [1, 6, 7],
]);
const corpus = corpusRows(
  () => texts,
  Uint32Array.from({ length: 10 }, (_, id) => id + 2),
);

function finished<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe('places whose states are like those of a span', () => {
  it('has the mean of the states of a span', () => {
    const span = spanOf(Float32Array.of(1, 0, 3, 2, 5, 4), 2, 1, 2, 0);
    expect([...span.mean]).toEqual([4, 3]);
    expect(span.length).toBe(2);
  });

  it('are one a sentence, the best first, and none where the sentence is shorter', () => {
    const span = { mean: Float32Array.of(1, 5), length: 3, layer: 0 };
    const places = finished(similarSpans(fakeReader(12), corpus, { memory: 'sentence', span, keep: 10 }));
    expect(places).toHaveLength(4);
    // By hand: counts and sums of each window.
    const windows = new Map<number, number>();
    let at = 0;
    let states: (readonly [number, number])[] = [];
    let first = 0;
    for (const row of corpus.rows) {
      const plain = row & 0x7fffffff;
      if (plain === 1) {
        states = [[1, 1]];
        first = at + 1;
      } else {
        const [count, sum] = states.at(-1);
        states.push([count + 1, sum + plain]);
        const some = states.slice(1).slice(-3);
        if (some.length === 3) {
          const mean = [0, 1].map((unit) => some.reduce((total, state) => total + state[unit]!, 0));
          const cosine = (mean[0]! + 5 * mean[1]!) / Math.hypot(1, 5) / Math.hypot(mean[0]!, mean[1]!);
          windows.set(first, Math.max(windows.get(first) ?? -1, cosine));
        }
      }
      at += 1;
    }
    const expected = [...windows.values()].sort((a, b) => b - a);
    places.forEach(({ score }, rank) => expect(score).toBeCloseTo(expected[rank]!, 6));
  });
});
