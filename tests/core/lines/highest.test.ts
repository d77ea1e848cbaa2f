import fc from 'fast-check';
import { expect, it } from 'vitest';
import { highest } from '../../../core/lines/highest.ts';

it('gives the beginning of what sorting everything gives', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Infinity, -Infinity, 0.5));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.nat(3)), { maxLength: 30 }), fc.nat(40), (rows, many) => {
      const values = Float64Array.from(rows, ([one]) => one);
      const between = (a: number, b: number) => rows[a]![1] - rows[b]![1];
      const sorted = [...rows.keys()].sort(
        (a, b) => (values[a] === values[b] ? 0 : values[b]! > values[a]! ? 1 : -1) || between(a, b) || a - b,
      );
      expect([...highest(values, many, between)]).toEqual(sorted.slice(0, many));
    }),
  );
});
