import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { runQuery } from '../../../core/query/run-query.ts';
import type { Pattern, TokenTest } from '../../../core/query/query-tree.ts';
import { standardMatches } from './plain-reference.ts';
import { ask, corpusOf } from './small-corpus.ts';

const tagged = corpusOf(
  ['the/DET old/ADJ book/NN on/PREP the/DET table/NN in/PREP the/DET room/NN'],
  ['word', 'pos'],
);

describe('a query', () => {
  it('keeps the standard matches of the manual’s example', () => {
    const d = '[pos="DET"]';
    const query = `${d}? [pos="ADJ"]* [pos="NN"] ([pos="PREP"] ${d}? [pos="ADJ"]* [pos="NN"])*`;
    expect(ask(tagged, query)).toEqual([
      [0, 2],
      [4, 5],
      [7, 8],
    ]);
  });

  it('asks several attributes of one token, and joins conditions', () => {
    expect(ask(tagged, '[word="t.*" & pos="NN"]')).toEqual([[5, 5]]);
    expect(ask(tagged, '[pos="NN" & !(word="book" | word="room")]')).toEqual([[5, 5]]);
    expect(ask(tagged, '[pos!="NN"] [pos="NN"]')).toEqual([
      [1, 2],
      [4, 5],
      [7, 8],
    ]);
  });

  it('does not go over the end of a sentence unless it is told to', () => {
    const corpus = corpusOf(['we went to new', 'york is far']);
    expect(ask(corpus, '"new" "york"')).toEqual([]);
    expect(ask(corpus, '"new" "york" within text')).toEqual([[3, 4]]);
  });

  it('fits whole tokens, ignoring case and marks where it is told to', () => {
    const corpus = corpusOf(['US us Us café cafe causes']);
    expect(ask(corpus, '"us"')).toEqual([[1, 1]]);
    expect(ask(corpus, '"us"%c').length).toBe(3);
    expect(ask(corpus, '"cafe"%d').length).toBe(2);
    expect(ask(corpus, '".*us.*"').length).toBe(2);
    expect(ask(corpus, '"c.f."%d').length).toBe(2);
  });

  it('compares labelled tokens', () => {
    const corpus = corpusOf(['day by day and year by month', 'step by step']);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word = b.word')).toEqual([
      [0, 2],
      [7, 9],
    ]);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word != b.word')).toEqual([[4, 6]]);
    expect(ask(corpus, 'a:[] "by" [] :: a.word = "d.*"')).toEqual([[0, 2]]);
    expect(() => ask(corpus, 'a:[] "by" b:[] :: a.word = c.word')).toThrow(/E_QUERY_INVALID/);
  });

  it('compares labelled tokens whatever their capitals, and reads flags one by one or together', () => {
    const corpus = corpusOf(['Day by day', 'day by day', 'day by night', 'é by E']);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word = b.word')).toEqual([[3, 5]]);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word = b.word %c')).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word != b.word%c')).toEqual([
      [6, 8],
      [9, 11],
    ]);
    expect(ask(corpus, 'a:[] "by" b:[] :: a.word = b.word%c%d')).toHaveLength(3);
    expect(ask(corpus, '"É"%c%d')).toEqual(ask(corpus, '"É"%cd'));
  });

  it('compares labelled tokens at any distance, of one attribute or of two, as trying every pair does', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const token = fc.tuple(word, word).map((both) => both.join('/'));
    const sentences = fc.array(fc.array(token, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(sentences, fc.nat(3), fc.boolean(), fc.boolean(), (texts, gap, equal, isAcross) => {
        const corpus = corpusOf(
          texts.map((one) => one.join(' ')),
          ['word', 'lemma'],
        );
        const rows = texts.flatMap((one, at) => one.map((both) => ({ at, both: both.split('/') })));
        const wanted: [number, number][] = [];
        let furthest = -1;
        rows.forEach(({ at, both }, start) => {
          for (let end = start + 1; end <= start + 1 + gap; end++) {
            const other = rows[end];
            if (other?.at !== at) return;
            if ((both[0] === other.both[isAcross ? 1 : 0]) !== equal) continue;
            // “Standard” keeps the outer one of matches that lie within one another.
            if (end > furthest) wanted.push([start, end]);
            furthest = Math.max(furthest, end);
            return;
          }
        });
        const condition = `:: a.word ${equal ? '=' : '!='} b.${isAcross ? 'lemma' : 'word'}`;
        expect(ask(corpus, `a:[] []{0,${gap}} b:[] ${condition}`)).toEqual(wanted);
        // No sentence has more than six tokens: a gap without an end, which is followed token by token, finds what one of four does.
        expect(ask(corpus, `a:[] []* b:[] ${condition}`)).toEqual(
          ask(corpus, `a:[] []{0,4} b:[] ${condition}`),
        );
        expect(ask(corpus, `(a:"a" | c:"b") []? b:[] ${condition}`)).toEqual(
          ask(corpus, `a:"a" []? b:[] ${condition}`),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what contains, or lies within, another pattern, and words of lists', () => {
    const corpus = corpusOf(['the cat saw the dog', 'the bird saw the cow']);
    expect(ask(corpus, '"the" [] "saw" containing "cat"')).toEqual([[0, 2]]);
    expect(ask(corpus, '"saw" within ("cat" []* "dog")')).toEqual([[2, 2]]);
    expect(ask(corpus, '[word=$animals]')).toEqual([
      [1, 1],
      [4, 4],
    ]);
  });

  it.each([
    ['"a" [', 5],
    ['"a"{2', 5],
    ['[word="in" pos="x"]', 11],
    ['"a" "(b"', 5],
    ['', 0],
  ])('says where %s stops being understood', (query, offset) => {
    expect(() => ask(tagged, query)).toThrow(
      expect.objectContaining({
        code: 'E_QUERY_INVALID',
        details: expect.objectContaining({ offset }) as unknown,
      }) as Error,
    );
  });

  it('refuses what fits nothing at all, and stops an expression that runs away', () => {
    expect(() => ask(tagged, '[]*')).toThrow(/E_QUERY_INVALID/);
    expect(() => ask(tagged, '"a"{3,2}')).toThrow(/E_QUERY_INVALID/);
    const corpus = corpusOf([`${'a'.repeat(60)}!`]);
    expect(() => ask(corpus, '"(a+)+b"')).toThrow(/E_QUERY_SLOW/);
    expect(ask(corpus, '"a+!"')).toEqual([[0, 0]]);
  });

  it('finds what trying everything finds', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const token = word.map((one): Pattern => ({ kind: 'token', test: is(one) }));
    const any = fc.constant<Pattern>({ kind: 'token', test: { kind: 'any' } });
    const { pattern } = fc.letrec<{ pattern: Pattern }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 3 },
        token,
        any,
        fc
          .array(tie('pattern'), { minLength: 2, maxLength: 3 })
          .map((parts): Pattern => ({ kind: 'sequence', parts })),
        fc
          .array(tie('pattern'), { minLength: 2, maxLength: 2 })
          .map((parts): Pattern => ({ kind: 'either', parts })),
        fc
          .tuple(tie('pattern'), fc.nat(2), fc.option(fc.nat(2), { nil: null }))
          .map(([part, least, more]): Pattern => ({
            kind: 'repeat',
            part,
            least,
            most: more === null ? null : least + more,
          })),
      ),
    }));
    const sentences = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(pattern, sentences, (tree, texts) => {
        const words = texts.flat();
        const starts = texts.map((_, at) => texts.slice(0, at).flat().length);
        const corpus = corpusOf(texts.map((one) => one.join(' ')));
        const wanted = () =>
          standardMatches(
            tree,
            words.length,
            starts,
            (test, place) => test.kind === 'any' || (test.kind === 'is' && test.pattern === words[place]),
          );
        let hits;
        try {
          hits = runQuery({ pattern: tree, conditions: null, restrictions: [] }, corpus);
        } catch (error) {
          expect((error as AppError).details['reason']).toBe('the query also fits where there is no token');
          return;
        }
        expect([...hits.starts].map((start, hit) => [start, hits.ends[hit]])).toEqual(wanted());
      }),
      { numRuns: 500 },
    );
  });
});

const is = (pattern: string): TokenTest => ({
  kind: 'is',
  attribute: null,
  negated: false,
  pattern,
  literal: false,
  ignoreCase: false,
  ignoreMarks: false,
  at: 0,
});
