import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const source = (file: string) => new URL(file, import.meta.resolve('icu'));

/**
 * Writes what orders words by the rules of their language: ICU4X as WebAssembly with the data of CLDR, and its licence. None of the
 * JavaScript that comes with it is run.
 */
export function buildCollation(target: string): void {
  mkdirSync(target, { recursive: true });
  const bytes = readFileSync(source('../icu_capi.wasm'));
  writeFileSync(`${target}/collation.dict.gz`, gzipSync(bytes, { level: 9 }));
  copyFileSync(fileURLToPath(source('../LICENSE')), `${target}/collation.licence.txt`);
}
