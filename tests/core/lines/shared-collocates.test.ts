import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedFirst, type RankedLink } from '../../../core/lines/shared-collocates.ts';

const linksOf = (lists: readonly (readonly string[])[]): RankedLink[] =>
  lists.flatMap((list, of) => list.map((collocate, at) => ({ of, collocate, rank: at + 1 })));

describe('the collocates of a network', () => {
  it('are first those that more words have, then those of the better rank', () => {
    const links = linksOf([
      ['tea', 'coffee', 'wind', 'man'],
      ['engine', 'wind', 'coffee', 'man'],
      ['man', 'army', 'wind', 'nation'],
    ]);
    expect(sharedFirst(links, 3, 6)).toEqual(['man', 'wind', 'coffee', 'engine', 'tea', 'army']);
  });

  it('are no more than was asked for, and each word has one', () => {
    const list = fc.uniqueArray(fc.constantFrom(...Array.from('abcdefghijkl')), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 20 }),
        (lists, most) => {
          const kept = sharedFirst(linksOf(lists), lists.length, most);
          expect(kept.length).toBeLessThanOrEqual(Math.max(most, lists.length));
          expect(new Set(kept).size).toBe(kept.length);
          for (const own of lists) expect(own.some((one) => kept.includes(one))).toBe(true);
          const shared = (one: string) => lists.filter((own) => own.includes(one)).length;
          kept.forEach((one, at) => {
            if (at > 0) expect(shared(one)).toBeLessThanOrEqual(shared(kept[at - 1]!));
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
