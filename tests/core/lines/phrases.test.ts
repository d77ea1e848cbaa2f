import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrases } from '../../../core/lines/phrases.ts';

describe('phrases', () => {
  it('score as Mikolov et al. and gensim have it, and never over the end of a sentence', () => {
    // new york ×3 in sentences, once over the end of one; the ×4.
    const forms = ['new', 'york', 'the', 'unused'];
    const ids = Uint32Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 2, 0, 1);
    const stretches = () => [{ ids, breaks: new Set([0, 11]) }];
    const rows = phrases(stretches, { forms, counts: [4, 4, 4, 0] }, { minCount: 1, threshold: 0 });
    expect(rows).toEqual([
      { words: 'new york', count: 3, first: 4, second: 4, score: (2 / 16) * 3 },
      { words: 'the new', count: 3, first: 4, second: 4, score: (2 / 16) * 3 },
      { words: 'york the', count: 3, first: 4, second: 4, score: (2 / 16) * 3 },
    ]);
    expect(phrases(stretches, { forms, counts: [4, 4, 4, 0] }, { minCount: 4, threshold: 0 })).toEqual([]);
  });

  it('are those that counting every pair finds', () => {
    const sentences = fc.array(fc.array(fc.nat(6), { minLength: 1, maxLength: 9 }), { maxLength: 30 });
    fc.assert(
      fc.property(sentences, fc.integer({ min: 1, max: 3 }), (all, minCount) => {
        const forms = 'abcdefg'.split('');
        const counts = forms.map((_, id) => all.flat().filter((one) => one === id).length);
        const types = counts.filter((count) => count > 0).length;
        const expected = new Map<string, number>();
        for (const sentence of all)
          sentence.slice(1).forEach((id, at) => {
            const words = `${forms[sentence[at]!]!} ${forms[id]!}`;
            expected.set(words, (expected.get(words) ?? 0) + 1);
          });
        const scored = [...expected]
          .map(([words, count]) => {
            const [first, second] = words.split(' ').map((form) => counts[forms.indexOf(form)]!) as [
              number,
              number,
            ];
            return { words, count, first, second, score: ((count - minCount) / first / second) * types };
          })
          .filter(({ count, score }) => count >= minCount && score > 0.5);
        let at = 0;
        const starts = new Set(all.map((sentence) => (at += sentence.length) - sentence.length));
        const found = phrases(
          () => [{ ids: Uint32Array.from(all.flat()), breaks: starts }],
          { forms, counts },
          { minCount, threshold: 0.5 },
        );
        const byWords = (a: { words: string }, b: { words: string }) => (a.words < b.words ? -1 : 1);
        expect(found.toSorted(byWords)).toEqual(scored.toSorted(byWords));
      }),
    );
  });
});
