import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frames } from '../../../core/lines/frames.ts';

it('finds what counting every stretch with a slot finds', () => {
  const sentence = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 3, max: 5 }),
      fc.integer({ min: 1, max: 3 }),
      (texts, n, minimum) => {
        const wanted = new Map<string, { fillers: number[]; texts: Set<number> }>();
        texts.forEach((sentences, text) => {
          for (const tokens of sentences)
            for (let at = 0; at + n <= tokens.length; at++)
              for (let slot = 1; slot < n - 1; slot++) {
                const words = tokens
                  .slice(at, at + n)
                  .map((token, place) => (place === slot ? '*' : String(token)));
                const known = wanted.get(words.join(' ')) ?? { fillers: [], texts: new Set() };
                known.fillers.push(tokens[at + slot]!);
                known.texts.add(text);
                wanted.set(words.join(' '), known);
              }
        });
        const all = texts.flat();
        const found = frames(
          Uint32Array.from(all.flat()),
          Uint8Array.from(all.flatMap((tokens) => tokens.map((_, at) => (at === 0 ? 0 : 1)))),
          Uint32Array.from(texts.map((_, at) => texts.slice(0, at).flat(2).length)),
          { n, minimum },
        );
        const rows = found.map(({ words, count, texts: range, variants, topShare }) => [
          words.map((word) => word ?? '*').join(' '),
          count,
          range,
          variants,
          topShare.toFixed(6),
        ]);
        const expected = [...wanted]
          .filter(([, { fillers }]) => fillers.length >= minimum && new Set(fillers).size > 1)
          .map(([frame, { fillers, texts: range }]) => {
            const most = Math.max(...[1, 2, 3].map((word) => fillers.filter((one) => one === word).length));
            return [
              frame,
              fillers.length,
              range.size,
              new Set(fillers).size,
              (most / fillers.length).toFixed(6),
            ];
          });
        expect(rows.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 300 },
  );
});
