import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createGzip, gzipSync } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { mostInMemory } from '../../../../core/corpus/readers/file-bytes.ts';
import { openSource } from '../../../../core/corpus/readers/byte-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-byte-source-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function packed(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const read = (path: string) => Buffer.concat([...openSource({ file: basename(path), path }).pieces()]);

describe('a source that was packed', () => {
  it('unpacks a text, and texts packed one after the other', () => {
    const text = 'Words and words. '.repeat(40_000);
    expect(read(packed('one.txt.gz', gzipSync(text))).toString()).toBe(text);
    const two = packed('two.txt.gz', Buffer.concat([gzipSync('One.\n'), gzipSync('Two.\n')]));
    expect(read(two).toString()).toBe('One.\nTwo.\n');
  });

  it('is called without its ending, and unpacked once only', () => {
    const path = packed('paper.html.gz', gzipSync('<html><p>One</p></html>'));
    expect(openSource({ file: 'paper.html.gz', path })).toMatchObject({ name: 'paper.html' });
    expect(() => read(packed('twice.gz', gzipSync(gzipSync('One'))))).toThrow(
      expect.objectContaining({ code: 'E_FORMAT_UNSUPPORTED' }),
    );
  });

  it('stops a small file that unpacks to more than may be', async () => {
    const path = join(folder, 'bomb.txt.gz');
    const zeros = function* () {
      for (let mebibyte = 0; mebibyte < 260; mebibyte += 1) yield Buffer.alloc(1 << 20);
    };
    await pipeline(zeros, createGzip({ level: 1 }), createWriteStream(path));
    expect(() => read(path)).toThrow(
      expect.objectContaining({
        code: 'E_TOO_BIG',
        details: { file: 'bomb.txt.gz', needed: 260 << 20, limit: mostInMemory },
      }),
    );
  });

  it.each([
    ['cut short', gzipSync('One. '.repeat(1000)).subarray(0, 30)],
    ['damaged', Buffer.from(gzipSync('One. '.repeat(1000))).fill(0x55, 12, 30)],
    ['no gzip', Buffer.from([0x1f, 0x8b])],
  ])('says that a file is %s', (name, bytes) => {
    expect(() => read(packed(`${name}.gz`, bytes))).toThrow(
      expect.objectContaining({
        code: 'E_FILE_UNREADABLE',
        details: { file: `${name}.gz`, reason: 'gzip' },
      }),
    );
  });

  it('names a missing file', () => {
    expect(() => read(join(folder, 'gone.gz'))).toThrow(expect.objectContaining({ code: 'E_FILE_MISSING' }));
  });
});
