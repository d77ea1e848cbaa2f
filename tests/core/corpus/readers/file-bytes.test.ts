import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileBytes, pieceBytes } from '../../../../core/corpus/readers/file-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-file-bytes-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('fileBytes', () => {
  it('gives all bytes in pieces', () => {
    const path = join(folder, 'long.txt');
    const bytes = Buffer.from(Uint8Array.from({ length: 2 * pieceBytes + 5 }, (_, at) => at % 251));
    writeFileSync(path, bytes);
    const pieces = [...fileBytes(path)];
    expect(pieces.map(({ length }) => length)).toEqual([pieceBytes, pieceBytes, 5]);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it('gives nothing for an empty file', () => {
    const path = join(folder, 'empty.txt');
    writeFileSync(path, '');
    expect([...fileBytes(path)]).toEqual([]);
  });

  it('names a file that is missing or no file, and nothing of where it is', () => {
    expect(() => [...fileBytes(join(folder, 'gone.txt'))]).toThrow(
      expect.objectContaining({ code: 'E_FILE_MISSING', details: { file: 'gone.txt' } }),
    );
    expect(() => [...fileBytes(folder)]).toThrow(expect.objectContaining({ code: 'E_FILE_UNREADABLE' }));
  });
});
