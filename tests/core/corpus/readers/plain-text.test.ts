import { describe, expect, it } from 'vitest';
import { plainText } from '../../../../core/corpus/readers/plain-text.ts';

describe('plainText', () => {
  it('accepts whatever has no other format, whatever its name', () => {
    expect(plainText.accepts('one', Buffer.from('text'))).toBe(true);
    expect(plainText.accepts('one.txt', Buffer.from('{\\rtf1'))).toBe(false);
  });
});
