import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretchesOf } from '../../../core/contract/number-stretches.ts';

it('writes neighbours as one stretch', () => {
  expect(stretchesOf([])).toBe('');
  expect(stretchesOf([4])).toBe('4');
  expect(stretchesOf([1, 2, 3, 7, 9, 10])).toBe('1-3,7,9-10');
});

it('says the same numbers, in stretches that do not touch', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (some) => {
      const numbers = some.toSorted((a, b) => a - b);
      const written = stretchesOf(numbers);
      const ends = written === '' ? [] : written.split(',').map((one) => one.split('-').map(Number));
      const read = ends.flatMap(([first, last = first]) =>
        Array.from({ length: last! - first! + 1 }, (_, at) => first! + at),
      );
      expect(read).toEqual(numbers);
      ends.slice(1).forEach(([first], at) => expect(first).toBeGreaterThan(ends[at]!.at(-1) + 1));
    }),
  );
});
