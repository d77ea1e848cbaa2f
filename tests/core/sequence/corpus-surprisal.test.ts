import { describe, expect, it } from 'vitest';
import { corpusRows } from '../../../core/sequence/corpus-rows.ts';
import { corpusSurprisal, orderSentences, sentenceCosts } from '../../../core/sequence/corpus-surprisal.ts';
import { inputsOf, surprisals } from '../../../core/sequence/read-text.ts';
import { fakeReader } from './fake-reader.ts';
import { corpusOf } from './small-corpus.ts';

const { texts, forms } = corpusOf('a b a\nb c', 'c c a b x\na', 'b');
const words = ['<unk>', '<eos>', 'a', 'b', 'c'];
const rowOf = (word: string) => Math.max(0, words.indexOf(word));
const corpus = corpusRows(() => texts, Uint32Array.from(forms, rowOf));

function finished<T>(steps: Generator<number, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

describe('the surprisal of a corpus', () => {
  const bits = finished(corpusSurprisal(fakeReader(5), corpus, 'sentence'));
  const costs = sentenceCosts(corpus, bits);

  it('is that of its sentences read one by one', () => {
    const sentences = ['a b a', 'b c', 'c c a b x', 'a', 'b'].map((line) => line.split(' '));
    sentences.forEach((sentence, number) => {
      const { tokens, endBits } = surprisals(
        fakeReader(5),
        inputsOf([sentence], { words, rowOf }, 'sentence'),
      );
      const expected = [...tokens.slice(1).map((token) => token.bits!), endBits];
      const [first, end] = [costs.firsts[number]!, costs.ends[number]!];
      expect(end - first).toBe(sentence.length);
      Array.from(bits.subarray(first, end + 1)).forEach((value, at) =>
        expect(value).toBeCloseTo(expected[at]!, 4),
      );
      const mean = expected.reduce((sum, one) => sum + one, 0) / expected.length;
      expect(costs.bitsPerWord[number]).toBeCloseTo(mean, 4);
    });
    expect([...costs.unknown]).toEqual([0, 0, 1, 0, 0]);
    expect(Number.isNaN(bits[0])).toBe(true);
  });

  it('orders sentences by what a word of them costs', () => {
    const all = { minWords: 1, maxWords: 9, wanted: () => true };
    const most = orderSentences(costs, { order: 'most', ...all });
    const values = Array.from(most, (sentence) => costs.bitsPerWord[sentence]!);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect([...orderSentences(costs, { order: 'least', ...all })]).toEqual([...most].reverse());
    expect([...orderSentences(costs, { order: 'least', ...all, minWords: 3 })].sort()).toEqual([0, 2]);
    expect([...orderSentences(costs, { order: 'most', ...all, wanted: (one) => one === 4 })]).toEqual([4]);
  });
});
