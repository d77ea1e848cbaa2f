import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { ask, corpusOf } from './small-corpus.ts';

const corpus = corpusOf(['the cat sat', 'the end', 'sat the cat', 'cat']);

describe('an edge of regions', () => {
  it('asks a token to be the first or the last of its sentence', () => {
    expect(ask(corpus, '<s> "the"')).toEqual([
      [0, 0],
      [3, 3],
    ]);
    expect(ask(corpus, '"cat" </s>')).toEqual([
      [7, 7],
      [8, 8],
    ]);
    expect(ask(corpus, '<s> "the"? "cat" </s>')).toEqual([[8, 8]]);
    expect(ask(corpus, '<s> []{2} </s>')).toEqual([[3, 4]]);
    expect(ask(corpus, '[] </s> <s> "the" within text')).toEqual([[2, 3]]);
    expect(ask(corpus, '<text> "the"')).toEqual([[0, 0]]);
    expect(ask(corpus, '"cat" (</s> | "sat")')).toEqual([
      [1, 2],
      [7, 7],
      [8, 8],
    ]);
    expect(ask(corpus, '(<s> | "the") "cat"')).toEqual([
      [0, 1],
      [6, 7],
      [8, 8],
    ]);
    expect(ask(corpus, '<s> a:[] []* b:[] </s> :: a.word = "sat"')).toEqual([[5, 7]]);
  });

  it('is refused with its place where no token stands beside it', () => {
    for (const [query, offset] of [
      ['<s>', 1],
      ['"a" <s>', 5],
      ['"a" (<s> | </s> "b" <s>)', 6],
      [`(${'(<s> | "a") '.repeat(60)} "b")`, 711],
    ] as const)
      expect(() => ask(corpus, query), query).toThrow(
        expect.objectContaining({ details: expect.objectContaining({ offset }) as unknown }) as Error,
      );
  });

  it('finds what a regular expression with the same edges finds', () => {
    // The same pattern twice: in CQL, and over letters with what may not stand before or behind.
    type Both = readonly [cql: string, letters: string];
    const { pattern } = fc.letrec<{ pattern: Both }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<Both>(['"a"', 'a'], ['"b"', 'b'], ['[]', '.']),
        fc.constantFrom<Both>(['<s>', '(?<!.)'], ['</s>', '(?!.)']),
        fc
          .array(tie('pattern'), { minLength: 2, maxLength: 4 })
          .map((parts): Both => [
            `(${parts.map(([one]) => one).join(' ')})`,
            `(?:${parts.map(([, one]) => one).join('')})`,
          ]),
        fc
          .tuple(tie('pattern'), tie('pattern'))
          .map(([[a, b], [c, d]]): Both => [`(${a} | ${c})`, `(?:${b}|${d})`]),
        fc
          .tuple(tie('pattern'), fc.constantFrom('?', '*', '{1,2}'))
          .map(([[cql, letters], range]): Both => [`(${cql})${range}`, `(?:${letters})${range}`]),
      ),
    }));
    const sentences = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(pattern, sentences, ([cql, letters], texts) => {
        let found;
        try {
          found = ask(corpusOf(texts.map((text) => text.split('').join(' '))), cql);
        } catch (error) {
          expect((error as AppError).details['reason']).toMatch(/no token/);
          return;
        }
        const wanted: (readonly [number, number])[] = [];
        let [before, last] = [0, -1];
        for (const text of texts) {
          for (let start = 0; start < text.length; start++) {
            const length = Array.from({ length: text.length - start }, (_, at) => at + 1).find((some) =>
              new RegExp(`(?<=^.{${start}})(?:${letters})(?=.{${text.length - start - some}}$)`).test(text),
            );
            const end = before + start + (length ?? 0) - 1;
            if (length === undefined || end <= last) continue;
            wanted.push([before + start, end]);
            last = end;
          }
          before += text.length;
        }
        expect(found, cql).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });
});
