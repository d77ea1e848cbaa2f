import { expect, it } from 'vitest';
import { corpusRows, isEnd } from '../../../core/sequence/corpus-rows.ts';
import { unitPeaks } from '../../../core/sequence/unit-peaks.ts';
import { fakeReader } from './fake-reader.ts';
import { textsOf } from './small-corpus.ts';

it('The places where a unit stands highest and lowest are found among all words, ends of sentences left out', () => {
  const texts = textsOf([
    [3, 9, 2],
    [14, 1],
  ]);
  const corpus = corpusRows(
    () => texts,
    Uint32Array.from({ length: 10 }, (_, id) => id + 2),
  );
  const options = { memory: 'sentence', parts: [{ part: 'hidden', layer: 0 }], keep: 3 } as const;
  const steps = unitPeaks(fakeReader(12), corpus, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const [peaks] = step.value;
  // Unit 0 counts inputs since the beginning of the sentence, <eos> among them.
  const counts = peaks!.highest[0]!.ranked().map(({ score }) => score);
  expect(counts).toEqual([15, 14, 13]);
  const lowest = peaks!.lowest[0]!.ranked();
  expect(lowest.map(({ score }) => -score)).toEqual([2, 2, 2]);
  for (const { place } of [...peaks!.highest[0]!.ranked(), ...lowest])
    expect(isEnd(corpus.rows[place]!)).toBe(false);
});
