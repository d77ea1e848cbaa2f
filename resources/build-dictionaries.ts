import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCollation } from './build-collation.ts';
import { buildJapanese } from './build-japanese.ts';
import { buildJieba } from './build-jieba.ts';
import { buildKorean } from './build-korean.ts';
import { buildStemmers } from './build-stemmers.ts';
import { buildWordLists } from './build-word-lists.ts';

/** What cuts scripts without spaces into words, finds the stems of words and orders them, by the file that shows that it was built. */
const builds = new Map([
  ['jieba.dict.gz', buildJieba],
  ['japanese.dict.gz', buildJapanese],
  ['korean.dict.gz', buildKorean],
  ['word-lists.dict.gz', buildWordLists],
  ['stemmers.wasm', buildStemmers],
  ['collation.dict.gz', buildCollation],
]);

/** Builds all dictionaries, or those that are not there yet. */
export function buildDictionaries(target: string, missingOnly = false): void {
  for (const [file, build] of builds) if (!missingOnly || !existsSync(join(target, file))) build(target);
}

if (import.meta.main) buildDictionaries(join(import.meta.dirname, 'kernels'));
