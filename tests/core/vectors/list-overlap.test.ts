import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { commonOf, placesOf } from '../../../core/vectors/list-overlap.ts';
import { bestRows } from '../../../core/vectors/neighbours.ts';

describe('the place of a row', () => {
  it('is the one that it has in the whole ranking, whatever is equal', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(0.1, 0.2, 0.3, NaN), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        fc.nat(),
        (scores, some, limit) => {
          const exclude = some % scores.length;
          const among = 1 + (limit % scores.length);
          const rows = [-1, ...scores.keys()];
          const ranking = bestRows(scores, {
            most: scores.length,
            largestFirst: true,
            rows: among,
            exclude: [exclude],
          });
          const expected = rows.map((row) => {
            const at = ranking.findIndex((one) => one.row === row);
            return at < 0 ? null : at + 1;
          });
          expect(placesOf(scores, rows, { among, exclude })).toEqual(expected);
        },
      ),
    );
  });
});

it('what two lists have in common is a share of the longer one', () => {
  expect(commonOf(['a', 'b', 'c'], ['c', 'a', 'x', 'y'])).toEqual({ both: ['a', 'c'], overlap: 0.5 });
  expect(commonOf([], [])).toEqual({ both: [], overlap: null });
});
