import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTestSet } from '../../../core/engine/test-set-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-test-set-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = ['İzmir\tdağ\t3', 'kış\tyağmur\t8'];
const words = new Set(['İzmir', 'dağ', 'kış', 'yağmur']);

function readOf(bytes: Uint8Array, encoding?: string): string {
  const path = join(folder, 'set.tsv');
  writeFileSync(path, bytes);
  return readTestSet(
    path,
    encoding,
    (text) => text,
    (text) => text.split(/\s+/u).filter((word) => words.has(word)).length,
  );
}

const text = lines.join('\n');
const latin5: Readonly<Record<string, number>> = { İ: 0xdd, ğ: 0xf0, ı: 0xfd, ş: 0xfe };
const inLatin5 = Uint8Array.from(text, (letter) => latin5[letter] ?? letter.charCodeAt(0));

it('a test set is read in the encoding of which the model knows most words', () => {
  expect(readOf(inLatin5)).toBe(text);
});

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
])('a test set is read in %s', (_, bytes) => {
  expect(readOf(bytes).replace('\uFEFF', '')).toBe(text);
});

it('a test set is read in the encoding that is named', () => {
  expect(readOf(inLatin5, 'iso-8859-9')).toBe(text);
  expect(readOf(inLatin5, 'latin1')).toContain('Ýzmir');
  expect(() => readOf(inLatin5, 'latin-none')).toThrow(
    expect.objectContaining({ code: 'E_ENCODING_UNKNOWN' }),
  );
});

it('also where the bytes alone look like those of another language', () => {
  // By its letters alone it is Maltese.
  const set = ['"w1";"w2";"rating"', '"kış";"kısı";9', '"şışı";"kışı";8.5'].join('\n');
  const known = new Set(['kış', 'kısı', 'şışı', 'kışı']);
  const path = join(folder, 'set.csv');
  writeFileSync(
    path,
    Uint8Array.from(set, (letter) => latin5[letter] ?? letter.charCodeAt(0)),
  );
  const count = (read: string) => read.split(/["\s;]+/u).filter((word) => known.has(word)).length;
  expect(readTestSet(path, undefined, (read) => read, count)).toBe(set);
});
