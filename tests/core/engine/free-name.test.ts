import { expect, it } from 'vitest';
import { freeName } from '../../../core/engine/free-name.ts';

it('finds the first name that nobody has', () => {
  expect(freeName('letters', [])).toBe('letters');
  expect(freeName('letters', ['letters', 'letters 3'])).toBe('letters 2');
  expect(freeName('cbow', ['cbow 1', 'cbow 2', 'cbow'], 1)).toBe('cbow 3');
  expect(freeName('cbow', [], 1)).toBe('cbow 1');
});
