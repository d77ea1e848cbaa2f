import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeOf, attributesOf } from '../../../core/opened/token-attributes.ts';
import { corpusOf, plainTexts, type PlainToken } from './annotated-corpus.ts';
import { extent } from '../../extent.ts';

const valuesOf = (texts: readonly (readonly PlainToken[])[], name: 'form' | 'lemma' | 'who') =>
  texts.flat().map((token) => token[name]);

describe('attributes of tokens', () => {
  it('are what the texts say of each token, by the layer or by the region around it', () => {
    fc.assert(
      fc.property(plainTexts, (texts) => {
        const corpus = corpusOf(texts);
        const names = attributesOf(corpus).map(({ name }) => name);
        for (const [name, field] of [
          ['form', 'form'],
          ['word', 'form'],
          ['lemma', 'lemma'],
          ['turn_who', 'who'],
        ] as const) {
          const wanted = valuesOf(texts, field);
          // A layer that no token has a value of is not stored.
          expect(names.includes(name)).toBe(wanted.some((value) => value !== ''));
          if (!names.includes(name)) continue;
          const { ids, values } = attributeOf(corpus, name, 0);
          expect(Array.from(ids, (id) => values[id])).toEqual(wanted);
        }
      }),
      { numRuns: extent(15, 200) },
    );
  });

  it('say which there are where one is asked for that there is not', () => {
    const corpus = corpusOf([[{ form: 'went', lemma: 'go', who: 'A', first: true }]]);
    expect(() => attributeOf(corpus, 'mood', 7)).toThrow(
      expect.objectContaining({
        code: 'E_QUERY_INVALID',
        details: { offset: 7, expected: ['word', 'form', 'lemma', 'turn_who'], found: 'mood' },
      }) as Error,
    );
  });
});
