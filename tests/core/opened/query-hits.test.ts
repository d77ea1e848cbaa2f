import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hitsOf } from '../../../core/opened/query-hits.ts';
import type { Pattern, TokenTest } from '../../../core/query/query-tree.ts';
import { standardMatches } from '../query/plain-reference.ts';
import { corpusOf, plainTexts, turnsOf, type PlainToken } from './annotated-corpus.ts';
import { extent } from '../../extent.ts';

const is = (attribute: string, pattern: string, negated: boolean): TokenTest => ({
  kind: 'is',
  attribute,
  negated,
  pattern,
  ignoreCase: false,
  ignoreMarks: false,
  literal: false,
  at: 0,
});

const condition = fc
  .tuple(
    fc.constantFrom(['form', 'go'], ['form', 'been'], ['lemma', 'go'], ['lemma', 'be'], ['turn_who', 'A']),
    fc.boolean(),
  )
  .map(([[attribute, value], negated]) => is(attribute, value, negated));

const token = fc.oneof(
  condition,
  fc.array(condition, { minLength: 2, maxLength: 2 }).map((parts): TokenTest => ({ kind: 'and', parts })),
  fc.constant<TokenTest>({ kind: 'any' }),
);

const { pattern } = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3 },
    token.map((test): Pattern => ({ kind: 'token', test })),
    fc
      .array(tie('pattern'), { minLength: 2, maxLength: 2 })
      .map((parts): Pattern => ({ kind: 'sequence', parts })),
    fc
      .array(tie('pattern'), { minLength: 2, maxLength: 2 })
      .map((parts): Pattern => ({ kind: 'either', parts })),
    tie('pattern').map((part): Pattern => ({ kind: 'repeat', part, least: 1, most: 2 })),
  ),
}));

function asCql(part: Pattern): string {
  switch (part.kind) {
    case 'token':
      return `[${part.test.kind === 'any' ? '' : conditionText(part.test)}]`;
    case 'sequence':
      return `(${part.parts.map(asCql).join(' ')})`;
    case 'either':
      return `(${part.parts.map(asCql).join(' | ')})`;
    case 'repeat':
      return `(${asCql(part.part)}){${part.least},${part.most ?? ''}}`;
  }
}

function conditionText(test: TokenTest): string {
  if (test.kind === 'is') return `${test.attribute}${test.negated ? '!=' : '='}"${test.pattern}"`;
  return test.kind === 'and' ? test.parts.map(conditionText).join(' & ') : '';
}

const fieldOf = { form: 'form', lemma: 'lemma', turn_who: 'who' } as const;

function fits(test: TokenTest, one: PlainToken): boolean {
  if (test.kind === 'and') return test.parts.every((part) => fits(part, one));
  if (test.kind !== 'is') return true;
  return (one[fieldOf[test.attribute as keyof typeof fieldOf]] === test.pattern) !== test.negated;
}

/** Where a match may not go on, and the tokens that are in a turn. */
function regionsIn(texts: readonly (readonly PlainToken[])[], within: string) {
  const starts: number[] = [];
  const inTurn = new Set<number>();
  let first = 0;
  for (const text of texts) {
    starts.push(first);
    for (const [at, one] of text.entries()) if (within === 's' && one.first) starts.push(first + at);
    for (const { start, end } of turnsOf(text)) {
      if (within === 'turn') starts.push(first + start, first + end + 1);
      for (let at = start; at <= end; at++) inTurn.add(first + at);
    }
    first += text.length;
  }
  return { starts, inTurn };
}

describe('hits of a query over layers', () => {
  // What costs time is a project: every one is asked several patterns, within each kind of regions.
  it('are those that trying everything finds, within sentences, texts and turns', () => {
    fc.assert(
      fc.property(plainTexts, fc.array(pattern, { minLength: 3, maxLength: 3 }), (texts, trees) => {
        const tokens = texts.flat();
        // Both layers are there: what nobody says is no attribute.
        fc.pre(tokens.some(({ lemma }) => lemma !== '') && tokens.some(({ who }) => who !== ''));
        const corpus = corpusOf(texts);
        for (const within of ['s', 'text', 'turn']) {
          const { starts, inTurn } = regionsIn(texts, within);
          for (const tree of trees) {
            const wanted = standardMatches(
              tree,
              tokens.length,
              starts,
              (test, place) => (within !== 'turn' || inTurn.has(place)) && fits(test, tokens[place]!),
            );
            const hits = hitsOf(corpus, {
              query: `${asCql(tree)} within ${within}`,
              language: 'cql',
              matchCase: false,
              matchMarks: false,
              texts: 'all',
            });
            expect(Array.from(hits.starts, (start, hit) => [start, hits.ends[hit]])).toEqual(wanted);
          }
        }
      }),
      { numRuns: extent(12, 150) },
    );
  });

  it('name the regions that there are where one is asked for that there is not', () => {
    const corpus = corpusOf([[{ form: 'went', lemma: 'go', who: 'A', first: true }]]);
    const question = { language: 'cql', matchCase: false, matchMarks: false, texts: 'all' } as const;
    expect(() => hitsOf(corpus, { query: '"went" within scene', ...question })).toThrow(
      expect.objectContaining({
        code: 'E_QUERY_INVALID',
        details: { offset: 14, expected: ['s', 'text', 'turn'], found: 'scene' },
      }) as Error,
    );
  });
});
