import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { unitClasses } from '../../../../core/corpus/tokenize/character-classes.ts';
import { textEntries, textMatcher } from '../../../../core/corpus/tokenize/text-matches.ts';
import { cutAt } from './tokens-of.ts';

function found(parts: readonly string[], entries: readonly string[], tellingUnits = 10) {
  const known = textEntries(entries, 'en', defaultTokenSettings);
  const matcher = textMatcher(known, entries, () => unitClasses, tellingUnits);
  return [...parts.flatMap((part) => matcher.read(part, false)), ...matcher.read('', true)];
}

describe('entries in a text', () => {
  it('are told with their places, the longest first', () => {
    const entries = ['a b', 'a b c', '++'];
    expect(found(['x a b c++ A  b d'], entries)).toEqual([
      { start: 2, end: 7, entry: 1 },
      { start: 7, end: 9, entry: 2 },
      { start: 10, end: 14, entry: 0 },
    ]);
  });

  it('stand at the edges of words, but in scripts without spaces', () => {
    expect(found(['xa b a bx a b́ a b'], ['a b']).map(({ start }) => start)).toEqual([15]);
    expect(found(['云a云b云'], ['a云b'])).toHaveLength(1);
    expect(found(['那黛玉x𠀀黛玉'], ['黛玉']).map(({ start }) => start)).toEqual([1, 6]);
  });

  it('are the same wherever the text was cut', () => {
    const letters = fc.constantFrom('a', 'b', ' ', '+', '云', '\n', '́', '𠀀', '.');
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }).map((all) => all.join('')),
        fc.uniqueArray(fc.constantFrom('a b', 'a+', '+', 'b a b', '云a', '𠀀', '. a', 'a b ab'), {
          maxLength: 4,
        }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        (text, entries, places) => {
          const whole = found([text], entries);
          expect(found(cutAt(text, places), entries)).toEqual(whole);
          let last = 0;
          for (const { start, end, entry } of whole) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(text.slice(start, end).replaceAll(/\s+/gu, ' ')).toBe(entries[entry]);
            last = end;
          }
        },
      ),
    );
  });

  it('lie in a text of blanks or of one letter without end', () => {
    expect(found([' '.repeat(100_000), 'a', ' '.repeat(1000), 'b'], ['a b'])).toEqual([]);
    expect(found(['a'.repeat(100_000)], ['a a'])).toEqual([]);
  });
});
