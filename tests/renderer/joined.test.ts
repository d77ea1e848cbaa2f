import { describe, expect, it } from 'vitest';
import { beginning } from '../../renderer/pages/corpus/beginning.ts';
import { isJoinedAfter, isJoinedBefore } from '../../renderer/parts/lines/joined.ts';

describe('the sides of a node', () => {
  it('go on without a blank where the text has none', () => {
    for (const right of [', and', '. Then', '”, he said', '’s men', '，他說', ')']) {
      expect(isJoinedAfter(right), right).toBe(true);
    }
    for (const right of [' and', '', ' , and', '北京']) expect(isJoinedAfter(right), right).toBe(false);
    for (const left of ['“', 'dans l’', 'mother-']) expect(isJoinedBefore(left), left).toBe(true);
    for (const left of ['the ', '', 'end. ', '他去']) expect(isJoinedBefore(left), left).toBe(false);
  });
});

describe('the beginning of a sample', () => {
  it('ends with a whole word', () => {
    const words = 'The government of the United States '.repeat(20);
    const shown = beginning(words);
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(words.startsWith(`${shown} `)).toBe(true);
    expect(beginning('a last word without a stop')).toBe('a last word without a stop');
  });

  it('cuts no character in two where there are no blanks', () => {
    const shown = beginning('𠮷'.repeat(300));
    expect(shown.length).toBeLessThanOrEqual(200);
    expect(new Set(shown)).toEqual(new Set(['𠮷']));
  });
});
