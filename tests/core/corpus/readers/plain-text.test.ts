import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { plainText } from '../../../../core/corpus/readers/plain-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-plain-text-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('plainText', () => {
  it('is the bytes of the file', () => {
    const path = join(folder, 'one.txt');
    writeFileSync(path, '\ufeffOne\r\n');
    expect(Buffer.concat([...plainText.bytes(path)]).toString()).toBe('\ufeffOne\r\n');
  });

  it('accepts whatever has no other format, whatever its name', () => {
    expect(plainText.accepts('one', Buffer.from('text'))).toBe(true);
    expect(plainText.accepts('one.txt', Buffer.from('{\\rtf1'))).toBe(false);
  });
});
