import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from '../../../../core/corpus/readers/json-fault.ts';

describe('jsonFault', () => {
  it.each([
    ['{"a": }', 6],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['[1,', 3],
    ['{"a" 1}', 5],
    ['{a:1}', 1],
    ['"a\nb"', 0],
    ['[1]]', 3],
    ['', 0],
    ['  x', 2],
  ])('%j ends at %d', (text, at) => expect(jsonFault(text)).toBe(at));

  it('reads whatever is JSON to its end', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(jsonFault(text)).toBe(text.length);
      }),
    );
  });
});
