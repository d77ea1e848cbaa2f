import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpusRows, documentOf, isEnd } from '../../../core/sequence/corpus-rows.ts';
import { readCorpus } from '../../../core/sequence/read-corpus.ts';
import { startOfText } from '../../../core/sequence/sequence-data.ts';
import { fakeReader } from './fake-reader.ts';
import { textsOf } from './small-corpus.ts';

const rowOfType = Uint32Array.from({ length: 10 }, (_, id) => (id === 0 ? 0 : id + 1));
const corpora = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 120 }), {
  minLength: 1,
  maxLength: 40,
});

describe('a passage through the corpus', () => {
  it.each(['sentence', 'document'] as const)(
    'reads every row once, with the state that its %s gives it',
    (memory) => {
      fc.assert(
        fc.property(corpora, (lengths) => {
          const texts = textsOf(lengths);
          const corpus = corpusRows(() => texts, rowOfType);
          const reader = fakeReader(11);
          const seen = new Map<number, readonly [count: number, sum: number, target: number]>();
          let done = 0;
          for (const share of readCorpus(reader, corpus, memory, ({ places, targets }) => {
            const states = reader.part('hidden', 0);
            places.forEach((place, cell) => {
              if (place < 0) return;
              expect(seen.has(place)).toBe(false);
              seen.set(place, [states[cell * 2]!, states[cell * 2 + 1]!, targets[cell]!]);
            });
          })) {
            expect(share).toBeGreaterThanOrEqual(done);
            done = share;
          }
          let count = 0;
          let sum = 0;
          for (let at = 0; at < corpus.rows.length; at += 1) {
            const row = corpus.rows[at]!;
            const begins = row >= startOfText;
            const last = at + 1 === corpus.rows.length || corpus.rows[at + 1]! >= startOfText;
            if (last) {
              expect(seen.has(at)).toBe(false);
              continue;
            }
            if (begins || (memory === 'sentence' && isEnd(row))) count = sum = 0;
            count += 1;
            sum += row & ~startOfText;
            expect(seen.get(at)).toEqual([count, sum, corpus.rows[at + 1]!]);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('knows the place of every row', () => {
    const texts = textsOf([[2, 1], [3]]);
    const corpus = corpusRows(() => texts, rowOfType);
    expect(Array.from(corpus.rows, (row) => row & ~startOfText)).toEqual([1, 0, 2, 1, 3, 1, 1, 0, 2, 3, 1]);
    expect([...corpus.positions]).toEqual([0, 0, 1, 1, 2, 2, 0, 0, 1, 2, 2]);
    expect(Array.from(corpus.rows, (_, row) => documentOf(corpus, row))).toEqual([
      1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2,
    ]);
  });
});
