import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildTrie } from '../core/corpus/tokenize/dictionaries/build-trie.ts';
import { packArrays } from '../core/corpus/tokenize/dictionaries/packed-arrays.ts';
import { packedTrie } from '../core/corpus/tokenize/dictionaries/word-trie.ts';
import { icuData, icuWords } from './icu-dictionaries.ts';

const here = import.meta.dirname;
const { resolve } = createRequire(import.meta.url);
const scripts = ['thai', 'lao', 'khmer', 'burmese'] as const;

/** Words that came up after a list was made. */
function added(script: string): readonly string[] {
  if (script !== 'thai') return [];
  const lines = readFileSync(join(here, 'texts', 'thai-words.txt'), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => line.split(' '));
}

/** Writes what cuts Thai, Lao, Khmer and Burmese into words: the lists of ICU, to the Thai one some words added, and their licence. */
export function buildWordLists(target: string): void {
  const folder = dirname(resolve('icu4c-data/package.json'));
  const data = icuData(join(folder, 'icudt67l.dat'));
  const tries = scripts.map((script) => {
    const words = icuWords(data.get(`icudt67l/brkitr/${script}dict.dict`)!);
    const all = [...new Set([...words, ...added(script)])].sort((a, b) => (a < b ? -1 : 1));
    return packedTrie(script, buildTrie(all));
  });
  mkdirSync(target, { recursive: true });
  const packed = packArrays(Object.assign({}, ...tries) as Record<string, NodeJS.TypedArray>);
  writeFileSync(join(target, 'word-lists.dict.gz'), gzipSync(packed, { level: 9 }));
  copyFileSync(join(folder, 'LICENSE'), join(target, 'word-lists.licence.txt'));
}
