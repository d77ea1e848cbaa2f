import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const source = join(here, '..', 'node_modules', 'multilingual-stemmer');

/** Writes what finds the stems of words: Snowball 3.1.1, compiled to WebAssembly, and its licences. */
export function buildStemmers(target: string): void {
  mkdirSync(target, { recursive: true });
  copyFileSync(join(source, 'dist', 'browser', 'index_bg.wasm'), join(target, 'stemmers.wasm'));
  const licences = ['LICENSE', join(here, 'snowball-licence.txt')].map((file, at) =>
    readFileSync(at === 0 ? join(source, file) : file, 'utf8').trim(),
  );
  writeFileSync(join(target, 'stemmers.licence.txt'), `${licences.join('\n\n')}\n`);
}
