import { expect, it } from 'vitest';
import { stopList } from '../../../core/vocabulary/stop-lists.ts';

it('is there for many languages, and empty for the others', () => {
  expect(stopList('en-GB')).toEqual(expect.arrayContaining(['the', 'of', "don't"]));
  expect(stopList('zh')).toContain('的');
  expect(stopList('tlh')).toEqual([]);
  expect(stopList('__proto__')).toEqual([]);
});
