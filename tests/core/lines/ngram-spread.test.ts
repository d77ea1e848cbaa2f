import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dispersion } from '../../../core/lines/dispersion-measures.ts';
import { ngramDeviations } from '../../../core/lines/ngram-spread.ts';

it('is the DP of counting each text, sentence by sentence', () => {
  const text = fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 2, maxLength: 5 }),
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 2 })), {
        minLength: 1,
        maxLength: 3,
        selector: String,
      }),
      (texts, wanted) => {
        const sentences = texts.flat();
        const ids = Uint32Array.from(sentences.flat());
        const goesOn = Uint8Array.from(sentences.flatMap((one) => one.map((_, at) => (at === 0 ? 0 : 1))));
        const textStarts = Uint32Array.from(texts.map((_, at) => texts.slice(0, at).flat(2).length));
        const found = ngramDeviations(ids, goesOn, textStarts, Uint32Array.from(wanted.flat()), 2);
        wanted.forEach(([a, b], row) => {
          const hits = texts.map((some) =>
            some.reduce(
              (sum, sentence) => sum + sentence.filter((id, at) => id === a && sentence[at + 1] === b).length,
              0,
            ),
          );
          const plain = dispersion(
            hits,
            texts.map((some) => some.flat().length),
          );
          if (plain === null) expect(found[row]).toBeNaN();
          else expect(found[row]).toBeCloseTo(plain.dp, 10);
        });
      },
    ),
  );
});

it('is not known of one text', () => {
  expect(
    ngramDeviations(Uint32Array.of(1, 2), Uint8Array.of(0, 1), Uint32Array.of(0), Uint32Array.of(1, 2), 2),
  ).toEqual(Float64Array.of(NaN));
});
