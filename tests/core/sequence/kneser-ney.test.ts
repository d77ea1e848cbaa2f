import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../core/sequence/encode-corpus.ts';
import { countBaselines, countModels, discountsOf } from '../../../core/sequence/kneser-ney.ts';
import { endRow, startOfText } from '../../../core/sequence/sequence-data.ts';
import { corpusOf } from './small-corpus.ts';

function finished<T>(steps: Generator<number, T>): T {
  let last = 0;
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(last);
    last = step.value;
  }
}

function encoded(text: string) {
  const { texts, forms } = corpusOf(text);
  const all = [{ document: 1, from: 0, to: texts[0]!.ids.length, heldOut: false }];
  return encodeCorpus(() => texts, forms, all, { minCount: 1, maxVocabulary: 0 });
}

describe('Kneser–Ney models', () => {
  it('give what a hand computes', () => {
    // Rows: <unk> 0, <eos> 1, a 2, b 3, c 4. Pairs: •a 3 (twice from <eos>, once from b), ab 2, ac 1, b• 1, ba 1, c• 1.
    const data = encoded('a b a c\na b');
    const models = finished(countModels(data));
    const [eos, a, b, c] = [1, 2, 3, 4] as const;
    expect(data.words).toEqual(['<unk>', '<eos>', 'a', 'b', 'c']);
    // Words: a 3, b 2, c 1, <eos> 2; n1 = 1, n2 = 2, n3 = 1, n4 = 0: Y = 1/5, D1 = 1 − 2·Y·2 = .2, D2 = 2 − 3·Y/2 = 1.7, D3 = Y.
    const left = (0.2 + 1.7 + 0.2 + 1.7) / 8 / 5;
    expect(models.unigram(a)).toBeCloseTo((3 - 0.2) / 8 + left, 12);
    expect(models.unigram(0)).toBeCloseTo(left, 12);
    // Contexts before: a 2 (<eos>, b), b 1, c 1, <eos> 2; n1 = 2, n2 = 2, n3 = 0: Y = 1/3, D1 = 1/3, D2 = Y.
    const rest = ((1 / 3) * 4) / 6 / 5;
    const lowest = [rest, 5 / 3 / 6 + rest, 5 / 3 / 6 + rest, 2 / 3 / 6 + rest, 2 / 3 / 6 + rest];
    // Pairs: n1 = 4 (ac, b<eos>, ba, c<eos>), n2 = 2 (<eos>a, ab): Y = 1/2, D1 = 1 − 2·½·½ = ½, D2 = Y = ½.
    expect(models.bigram(a, b)).toBeCloseTo((2 - 0.5 + (0.5 + 0.5) * lowest[b]!) / 3, 12);
    expect(models.bigram(eos, a)).toBeCloseTo((2 - 0.5 + 0.5 * lowest[a]!) / 2, 12);
    expect(models.bigram(b, c)).toBeCloseTo((1 * lowest[c]!) / 2, 12);
    // An unseen context tells nothing.
    expect(models.bigram(0, c)).toBeCloseTo(lowest[c]!, 12);
  });

  it('are distributions in every context', () => {
    const sentence = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        const data = encoded(sentences.map((words) => words.join(' ')).join('\n'));
        const models = finished(countModels(data));
        const rows = data.words.map((_, row) => row);
        const sum = (of: (word: number) => number) => {
          const all = rows.map(of);
          for (const one of all) expect(one).toBeGreaterThan(0);
          return all.reduce((total, one) => total + one, 0);
        };
        expect(sum((word) => models.unigram(word))).toBeCloseTo(1, 10);
        for (const before of rows) {
          expect(sum((word) => models.bigram(before, word))).toBeCloseTo(1, 10);
          for (const earlier of rows)
            expect(sum((word) => models.trigram(earlier, before, word))).toBeCloseTo(1, 10);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('remember nothing across the beginning of a sentence', () => {
    const models = finished(countModels(encoded('a b\nc a\na b')));
    for (const earlier of [1, 2, 3, 4])
      expect(models.trigram(earlier, endRow, 2)).toBe(models.trigram(2, endRow, 2));
  });

  it('predict text with an order the better the longer they look', () => {
    const cycle = Array.from({ length: 60 }, (_, i) => ['a b c b', 'c b a b', 'a b c b'][i % 3]).join('\n');
    const data = encoded(cycle);
    const { unigram, bigram, trigram } = finished(countBaselines({ ...data, heldOut: data.training }));
    expect(bigram).toBeLessThan(unigram);
    expect(trigram).toBeLessThan(bigram);
  });

  it('measure exactly what the models say of each target', () => {
    const data = encoded('a b a c\na b');
    const models = finished(countModels(data));
    const heldOut = Uint32Array.of((startOfText | 1) >>> 0, 3, 2, 1, 4, 1, (startOfText | 1) >>> 0, 2, 1);
    const targets: readonly (readonly [number, number, number])[] = [
      [1, 1, 3],
      [1, 3, 2],
      [3, 2, 1],
      [2, 1, 4],
      [1, 4, 1],
      [1, 1, 2],
      [1, 2, 1],
    ];
    const mean = targets.reduce((sum, one) => sum - Math.log(models.trigram(...one)), 0) / targets.length;
    const { trigram, unigram } = finished(countBaselines({ ...data, heldOut }));
    expect(trigram).toBeCloseTo(Math.exp(mean), 10);
    const single =
      targets.reduce((sum, [, , word]) => sum - Math.log(models.unigram(word)), 0) / targets.length;
    expect(unigram).toBeCloseTo(Math.exp(single), 10);
  });

  it('take the discounts from counts of counts, and a half where there are none', () => {
    // n1 = 8, n2 = 4, n3 = 2, n4 = 1: Y = 1/2.
    const counts = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 17];
    expect(discountsOf(counts)).toEqual([0, 0.5, 1.25, 2]);
    expect(discountsOf([7, 9])).toEqual([0, 0.5, 0.5, 0.5]);
  });
});
