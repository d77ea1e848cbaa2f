import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, fromFailure, toFailure } from '../../../core/contract/errors.ts';

describe('errors', () => {
  it('names every failure once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });

  it('crosses a boundary as a value and comes back the same', () => {
    const error = new AppError('E_SETTING_INVALID', { setting: 'window', value: 99, allowed: ['1–50'] });
    const failure = structuredClone(toFailure(error));
    expect(failure).toEqual({ code: 'E_SETTING_INVALID', details: error.details });
    expect(toFailure(fromFailure(failure))).toEqual(failure);
  });

  it('calls anything without a code a fault of its own', () => {
    expect(toFailure(new TypeError('no such thing')).code).toBe('E_INTERNAL');
    expect(toFailure('just a string').details).toEqual({ reason: 'just a string' });
  });
});
