import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSpans, rankCollocates } from '../../../core/lines/collocates.ts';

const forms = ['the', 'strong', 'tea', 'drinks', 'she'];
const ids = (text: string) => Uint32Array.from(text.split(' '), (word) => forms.indexOf(word));

describe('collocates', () => {
  it('counts what stands within the span, and stops at the edge of a document', () => {
    const counts = countSpans([ids('she drinks strong tea'), ids('strong tea the tea')], 2, 1, 1);
    expect(counts.occurrences).toBe(3);
    expect(counts.spanTokens).toBe(1 + 2 + 1);
    expect([...counts.together].sort()).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });

  it('ranks by logDice and leaves out what is met too seldom', () => {
    const documents = [ids('strong tea strong tea the she the drinks strong tea the the')];
    const counts = Uint32Array.of(4, 3, 3, 1, 1);
    const rows = rankCollocates(countSpans(documents, 2, 1, 1), { forms, counts }, 12, 2);
    expect(rows.map((row) => row.word)).toEqual(['strong', 'the']);
    expect(rows[0]).toMatchObject({ together: 4, count: 3 });
  });

  it('finds as many pairs as a plain double loop', () => {
    const documents = fc.array(fc.uint8Array({ max: 4, maxLength: 30 }), { maxLength: 5 });
    fc.assert(
      fc.property(documents, fc.nat(5), fc.nat(5), (lists, left, right) => {
        const counts = countSpans(
          lists.map((list) => Uint32Array.from(list)),
          1,
          left,
          right,
        );
        const plain = new Map<number, number>();
        for (const list of lists)
          list.forEach((node, at) => {
            if (node !== 1) return;
            list.forEach((type, near) => {
              if (near !== at && near >= at - left && near <= at + right)
                plain.set(type, (plain.get(type) ?? 0) + 1);
            });
          });
        expect(counts.together).toEqual(plain);
      }),
    );
  });
});
