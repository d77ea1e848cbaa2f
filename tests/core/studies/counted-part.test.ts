import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  added,
  countBytes,
  countFrom,
  type Counted,
  type PublishedCount,
} from '../../../core/studies/counted-part.ts';
import { lastOfSentence, textParts, partBytes, partFrom } from '../../../core/studies/text-parts.ts';
import { pairCounts } from '../../../core/training/pair-counts.ts';

const words = 4;
const settings = { window: 2, dynamicWindow: true };

const counted = (tokens: readonly number[], ngrams: Counted['ngrams']): Counted => ({
  types: { counts: Float64Array.of(tokens.length, 1), texts: Float64Array.of(1, 0) },
  ngrams,
  pairs: pairCounts(Uint32Array.from(tokens), words, settings),
});
const rows = (...ids: readonly number[]): Counted['ngrams'] => ({
  n: 2,
  ids: Uint32Array.from(ids),
  counts: new Float64Array(ids.length / 2).fill(3),
  texts: new Float64Array(ids.length / 2).fill(1),
});

const made: PublishedCount = {
  plan: 'p',
  run: 2,
  seconds: 1,
  counted: counted([0, 1, 2, 0], rows(0, 1, 0, 3)),
};
const failed: PublishedCount = {
  plan: 'p',
  run: 1,
  seconds: 0,
  failure: { code: 'E_MODEL_TOO_LARGE', details: { needed: 2, limit: 1 } },
};

it('is read as it was published, a failure too', () => {
  expect(countFrom(countBytes(failed))).toEqual(failed);
  const read = countFrom(countBytes(made));
  const { pairs } = (made as { readonly counted: Counted }).counted;
  expect(read).toEqual({
    ...made,
    counted: {
      ...counted([0, 1, 2, 0], rows(0, 1, 0, 3)),
      pairs: { ...pairs, weights: Float64Array.from(pairs.weights) },
    },
  });
});

it('is not taken when any byte is another, or some are missing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(made, failed),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (part, place, change) => {
        const bytes = Uint8Array.from(countBytes(part));
        const at = place % bytes.length;
        bytes[at] = bytes[at]! ^ change;
        expect(countFrom(bytes)).toBe(null);
        expect(countFrom(countBytes(part).subarray(0, at))).toBe(null);
      },
    ),
    { numRuns: 50 },
  );
});

it('adds rows that one part alone has, and those of both', () => {
  const { ngrams } = added(counted([0, 1], rows(0, 1, 2, 0)), counted([1, 1], rows(0, 0, 0, 1, 3, 3)));
  expect([...ngrams.ids]).toEqual([0, 0, 0, 1, 2, 0, 3, 3]);
  expect([...ngrams.counts]).toEqual([3, 6, 3, 3]);
  expect([...ngrams.texts]).toEqual([1, 2, 1, 1]);
});

const text = fc.array(fc.nat(words - 1), { minLength: 1, maxLength: 12 });

it('pairs of parts add up to those of the whole, however it is divided', () => {
  const lastMarked = (ids: readonly number[]) => ids.with(-1, ids.at(-1)! + lastOfSentence);
  const pairsOf = (texts: readonly (readonly number[])[]) =>
    pairCounts(Uint32Array.from(texts.flatMap(lastMarked)), words, settings);
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.nat(8), (texts, cut) => {
      const none = rows();
      const both = added(
        { ...counted([], none), pairs: pairsOf(texts.slice(0, cut)) },
        { ...counted([], none), pairs: pairsOf(texts.slice(cut)) },
      ).pairs;
      const whole = pairsOf(texts);
      expect({ ...both, weights: [...both.weights] }).toEqual({ ...whole, weights: [...whole.weights] });
    }),
    { numRuns: 50 },
  );
});

it('parts hold every text once in its order, at most as many as were asked for, none empty', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 15 }),
      (texts, wanted) => {
        const given = texts.map((ids) => ({ ids: Uint32Array.from(ids), sentenceStarts: Uint32Array.of(0) }));
        const tokens = texts.reduce((sum, { length }) => sum + length, 0);
        const parts = [...textParts(given, tokens, wanted)].map((part) => partFrom(partBytes(part))!);
        expect(parts.length).toBeLessThanOrEqual(Math.min(wanted, texts.length));
        const found = parts.flatMap((part) =>
          Array.from({ length: part.starts.length - 1 }, (_, at) => [
            ...part.tokens.subarray(part.starts[at], part.starts[at + 1]),
          ]),
        );
        expect(found).toEqual(texts.map((ids) => ids.with(-1, ids.at(-1) + lastOfSentence)));
        for (const { starts } of parts) expect(starts.length).toBeGreaterThan(1);
      },
    ),
    { numRuns: 50 },
  );
});
