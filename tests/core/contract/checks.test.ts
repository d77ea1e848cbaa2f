import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calls } from '../../../core/contract/calls/all.ts';
import { checkedInput, isMethod } from '../../../core/contract/checks.ts';
import type { Method } from '../../../core/contract/contract.ts';
import { AppError } from '../../../core/contract/errors.ts';

describe('the checks of the contract', () => {
  it('let a well-formed call through unchanged', () => {
    const input = { word: 'constructor', top: 5, minCount: 2, measure: 'cosine', raw: true };
    expect(checkedInput('search.neighbours', input)).toEqual(input);
  });

  it('name the field that does not fit', () => {
    const attempt = () => checkedInput('search.neighbours', { word: 'a', top: -1 });
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'E_REQUEST_INVALID',
        details: expect.objectContaining({ field: 'top' }) as object,
      }),
    );
  });

  it('refuse keys that nobody asked for, and excess lengths', () => {
    expect(() => checkedInput('project.info', { extra: 1 })).toThrow(AppError);
    expect(() => checkedInput('search.odd', { words: ['x'.repeat(20_000)] })).toThrow(AppError);
  });

  it('know methods by their own names only', () => {
    expect(isMethod('model.train')).toBe(true);
    for (const name of ['constructor', 'toString', '__proto__', '', 7, null])
      expect(isMethod(name)).toBe(false);
  });

  it('put the defaults in the place of what is left out', () => {
    expect(checkedInput('lines.collocates', { word: 'a', left: 2 })).toEqual({
      word: 'a',
      left: 2,
      right: 5,
      within: 'text',
      language: 'word',
      matchCase: false,
      matchMarks: false,
      layer: 'form',
      minimum: 3,
      by: 'logDice',
      limit: 100,
      texts: 'all',
    });
  });

  it('answer any value with the value and its defaults, or a catalogued error', () => {
    const methods = fc.constantFrom(...(Object.keys(calls) as Method[]));
    fc.assert(
      fc.property(methods, fc.anything({ withNullPrototype: true, withBigInt: true }), (method, value) => {
        try {
          const checked = checkedInput(method, value);
          expect({ ...checked, ...(value as object) }).toEqual(checked);
          expect(checkedInput(method, checked)).toEqual(checked);
        } catch (error) {
          expect(error).toMatchObject({ code: 'E_REQUEST_INVALID' });
        }
      }),
      { numRuns: 500 },
    );
  });
});
