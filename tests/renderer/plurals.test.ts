import { describe, expect, it } from 'vitest';
import { en } from './wording.ts';

/** Everything that is said with something put into it, by where it stands. */
function* sayings(
  words: object,
  path = '',
): Generator<{ path: string; say: (...args: unknown[]) => unknown }> {
  for (const [name, value] of Object.entries(words) as [string, unknown][]) {
    if (typeof value === 'function') yield { path: `${path}${name}`, say: value as () => unknown };
    else if (typeof value === 'object' && value !== null) yield* sayings(value, `${path}${name}.`);
  }
}

/** No nouns of many; the name of a model may stand before `does` and `methods`. */
const allowed =
  /^1 (?:is|was|has|its|this|across|stands|shares|words\/s|tokens\/s|names|exists|others?|does|methods)\b/u;

describe('a sentence about one thing', () => {
  it('has its noun in the singular, whatever is counted', () => {
    const wrong = [...sayings(en)].flatMap(({ path, say }) => {
      // Some take the number itself first, others only as it is shown: one of both is how it is called.
      const [first = [], second = []] = [
        Array<unknown>(8).fill('1'),
        [1, ...Array<unknown>(7).fill('1')],
      ].map((args) => {
        try {
          const many = String(say(...args)).match(/(?<![\p{L}\d.,–-])1 [a-z]+s\b(?:\/s)?/gu) ?? [];
          return many.filter((one) => !allowed.test(one));
        } catch {
          // Takes something else than numbers.
          return [];
        }
      });
      return first.filter((one) => second.includes(one)).map((one) => `${path}: ${one}`);
    });
    expect(wrong).toEqual([]);
  });
});
