import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitTexts, type CorpusText } from '../../../core/sequence/split-texts.ts';
import { textsOf } from './small-corpus.ts';

const options = { heldOut: 0.1, seed: 1 };
const size = ({ from, to }: { from: number; to: number }) => to - from;

describe('the split into training and held-out texts', () => {
  it('keeps whole texts from training, about as many tokens as were asked for', () => {
    const texts = textsOf(Array.from({ length: 40 }, (_, i) => Array.from({ length: 5 + (i % 7) }, () => 6)));
    const stretches = splitTexts(texts, options);
    expect(stretches.map(({ document, from, to }) => [document, from, to])).toEqual(
      texts.map(({ document, ids }) => [document, 0, ids.length]),
    );
    const tokens = stretches.reduce((sum, one) => sum + size(one), 0);
    const kept = stretches.filter(({ heldOut }) => heldOut).reduce((sum, one) => sum + size(one), 0);
    expect(kept / tokens).toBeGreaterThan(0.09);
    expect(kept / tokens).toBeLessThan(0.11);
  });

  it('is the same for the same seed and another for another', () => {
    const texts = textsOf(Array.from({ length: 30 }, () => [5, 5, 5]));
    expect(splitTexts(texts, options)).toEqual(splitTexts(texts, options));
    expect(splitTexts(texts, options)).not.toEqual(splitTexts(texts, { ...options, seed: 2 }));
  });

  it('cuts few texts into blocks of sentences, never single ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 60 }), {
          minLength: 1,
          maxLength: 9,
        }),
        fc.integer({ min: 0, max: 1000 }),
        (sentences, seed) => {
          const texts = textsOf(sentences);
          const stretches = splitTexts(texts, { heldOut: 0.2, seed });
          for (const text of texts) {
            const own = stretches.filter(({ document }) => document === text.document);
            expect(own[0]!.from).toBe(0);
            expect(own.at(-1).to).toBe(text.ids.length);
            own.slice(1).forEach((one, at) => expect(one.from).toBe(own[at]!.to));
            for (const { from, to } of own) {
              const starts = text.sentenceStarts.filter((start) => start >= from && start < to);
              expect(starts[0]).toBe(from);
              expect(starts.length).toBeGreaterThanOrEqual(2);
            }
          }
          expect(new Set(stretches.map(({ heldOut }) => heldOut)).size).toBe(2);
        },
      ),
    );
  });

  it('never keeps everything, nor nothing, however the sizes are', () => {
    const texts = textsOf([[1000], ...Array.from({ length: 11 }, () => [2])]);
    const stretches = splitTexts(texts, { heldOut: 0.5, seed: 3 });
    expect(new Set(stretches.map(({ heldOut }) => heldOut)).size).toBe(2);
  });

  it.each<[string, CorpusText[]]>([
    ['no text', []],
    ['one sentence', textsOf([[7]])],
    ['an empty text', textsOf([[]])],
  ])('is refused for %s', (_, texts) => {
    expect(() => splitTexts(texts, options)).toThrow(expect.objectContaining({ code: 'E_HELD_OUT_EMPTY' }));
  });
});
