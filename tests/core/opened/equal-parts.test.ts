import fc from 'fast-check';
import { expect, it } from 'vitest';
import { equalParts } from '../../../core/opened/equal-parts.ts';

it('puts values in order together so that parts have about as many tokens', () => {
  expect(equalParts([10, 10, 10, 10], 2)).toEqual([0, 0, 1, 1]);
  expect(equalParts([30, 10, 10, 10], 2)).toEqual([0, 1, 1, 1]);
  expect(equalParts([5, 7], 4)).toEqual([0, 1]);
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 2, max: 8 }),
      (tokens, most) => {
        const parts = equalParts(tokens, most);
        expect(parts).toEqual(parts.toSorted((a, b) => a - b));
        expect(parts.at(-1)).toBeLessThan(most);
      },
    ),
  );
});
