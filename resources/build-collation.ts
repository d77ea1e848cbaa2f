import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The package names none of its files but for import, which a program that is bundled as it runs cannot ask about. */
const source = (file: string) => join(import.meta.dirname, '..', 'node_modules', 'icu', file);

/**
 * Writes what orders words by the rules of their language: ICU4X as WebAssembly with the data of CLDR, and its licence. None of the
 * JavaScript that comes with it is run.
 */
export function buildCollation(target: string): void {
  mkdirSync(target, { recursive: true });
  const bytes = readFileSync(source('icu_capi.wasm'));
  writeFileSync(`${target}/collation.dict.gz`, gzipSync(bytes, { level: 9 }));
  copyFileSync(source('LICENSE'), `${target}/collation.licence.txt`);
}
