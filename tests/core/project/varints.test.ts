import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import { decodeAscending, eachAscending, encodeAscending } from '../../../core/project/varints.ts';

const ascending = fc
  .array(fc.nat({ max: 2 ** 40 }), { maxLength: 200 })
  .map((some) => some.toSorted((a, b) => a - b));

function told(bytes: Uint8Array): number[] {
  const values: number[] = [];
  eachAscending(bytes, (value) => values.push(value));
  return values;
}

describe('ascending numbers', () => {
  it('come back as they were, one by one or told', () => {
    fc.assert(
      fc.property(ascending, (values) => {
        const bytes = encodeAscending(values);
        expect([...decodeAscending(bytes)]).toEqual(values);
        expect(told(bytes)).toEqual(values);
      }),
    );
  });

  it('that are cut within a number are refused either way', () => {
    const bytes = encodeAscending([5, 300, 70_000]).subarray(0, -1);
    expect(() => [...decodeAscending(bytes)]).toThrow(AppError);
    expect(() => told(bytes)).toThrow(AppError);
  });
});
