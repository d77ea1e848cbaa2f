import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ngrams } from '../../../core/lines/ngrams.ts';

it('finds what counting every stretch finds', () => {
  const text = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 2, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 2 }),
      (texts, n, minimum, least) => {
        const wanted = new Map<string, { count: number; texts: Set<number> }>();
        texts.forEach((sentences, text) => {
          for (const sentence of sentences)
            for (let at = 0; at + n <= sentence.length; at++) {
              const key = sentence.slice(at, at + n).join(' ');
              const known = wanted.get(key) ?? { count: 0, texts: new Set() };
              known.count++;
              known.texts.add(text);
              wanted.set(key, known);
            }
        });
        const sentences = texts.flat();
        const ids = Uint32Array.from(sentences.flat());
        const goesOn = Uint8Array.from(
          sentences.flatMap((sentence) => sentence.map((_, at) => (at === 0 ? 0 : 1))),
        );
        const textStarts = Uint32Array.from(texts.map((_, at) => texts.slice(0, at).flat(2).length));
        const found = ngrams(ids, goesOn, textStarts, { n, minimum, texts: least });
        const rows = [...found.counts].map((count, row) => [
          [...found.ids.subarray(row * n, (row + 1) * n)].join(' '),
          count,
          found.texts[row],
        ]);
        const expected = [...wanted]
          .filter(([, one]) => one.count >= minimum && one.texts.size >= least)
          .map(([key, one]) => [key, one.count, one.texts.size]);
        expect(rows.toSorted()).toEqual(expected.toSorted());
        expect(found.counts).toEqual(found.counts.toSorted((a, b) => b - a));
      },
    ),
  );
});
