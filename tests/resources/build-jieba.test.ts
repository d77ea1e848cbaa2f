import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildJieba } from '../../resources/build-jieba.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-jieba-'));
  buildJieba(join(folder, 'kernels'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const built = (name: string) => readFileSync(join(folder, 'kernels', name));

describe('What cuts Chinese', () => {
  it('is jieba, its dictionary and its licence', () => {
    expect(readdirSync(join(folder, 'kernels')).sort()).toEqual([
      'jieba.dict.gz',
      'jieba.licence.txt',
      'jieba.wasm',
    ]);
    expect(WebAssembly.validate(built('jieba.wasm'))).toBe(true);
    expect(built('jieba.licence.txt').toString()).toMatch(/MIT License[^]*Copyright \(c\) \d+ Sun Junyi/);
  });

  it('has the big dictionary as it is, each line a word, its count and its tag', () => {
    const dictionary = gunzipSync(built('jieba.dict.gz'));
    const source = createRequire(import.meta.url).resolve('jieba-js/dict/dict.txt.big');
    expect(dictionary.equals(readFileSync(source))).toBe(true);
    const lines = dictionary.toString().trimEnd().split('\n');
    expect(lines).toHaveLength(584_429);
    expect(lines.filter((line) => !/^\S+ \d+ [a-z]+$/i.test(line))).toEqual([]);
    for (const word of ['红楼梦', '紅樓夢', '圖書館'])
      expect(lines.some((line) => line.startsWith(`${word} `))).toBe(true);
  });
});
