import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ngrams } from '../../../core/lines/ngrams.ts';
import { partOfRow, tokenRow, unbrokenRow, valueCounts } from '../../../core/opened/token-row.ts';
import { corpusOf, plainTexts } from './annotated-corpus.ts';
import { extent } from '../../extent.ts';

describe('a row of tokens over a layer', () => {
  it('has what stands in a row as often as it stands there, and nothing over a gap', () => {
    fc.assert(
      fc.property(plainTexts, (texts) => {
        fc.pre(texts.flat().some(({ lemma }) => lemma !== ''));
        const row = unbrokenRow(corpusOf(texts), 's', 'lemma');
        const found = ngrams(row.ids, row.goesOn, row.textStarts, { n: 2, minimum: 1 });
        const wanted = new Map<string, number>();
        for (const text of texts)
          for (let at = 1; at < text.length; at++) {
            const [one, next] = [text[at - 1]!, text[at]!];
            if (next.first || one.lemma === '' || next.lemma === '') continue;
            const pair = `${one.lemma} ${next.lemma}`;
            wanted.set(pair, (wanted.get(pair) ?? 0) + 1);
          }
        const counted = Array.from(found.counts, (count, at) => [
          `${row.values[found.ids[2 * at]!]!} ${row.values[found.ids[2 * at + 1]!]!}`,
          count,
        ]);
        expect(new Map(counted as [string, number][])).toEqual(wanted);
      }),
      { numRuns: extent(12, 200) },
    );
  });

  it('of some texts is their tokens alone', () => {
    fc.assert(
      fc.property(plainTexts, (texts) => {
        fc.pre(texts.flat().some(({ lemma }) => lemma !== ''));
        const corpus = corpusOf(texts);
        const row = tokenRow(corpus, 's', 'lemma');
        const chosen = { documents: [1] };
        const part = partOfRow(corpus, row, chosen);
        expect(Array.from(part.ids, (id) => row.values[id])).toEqual(texts[0]!.map(({ lemma }) => lemma));
        const { counts, tokens } = valueCounts(corpus, row, chosen);
        expect(tokens).toBe(texts[0]!.length);
        row.values.forEach((value, id) => {
          if (id > 0) expect(counts[id]).toBe(texts[0]!.filter(({ lemma }) => lemma === value).length);
        });
      }),
      { numRuns: extent(12, 200) },
    );
  });
});
