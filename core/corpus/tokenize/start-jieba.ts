import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { initSync, with_dict } from 'jieba-wasm/web';
import { AppError } from '../../contract/errors.ts';

let hasStarted = false;

/**
 * Makes jieba ready to cut by its big dictionary, once for each thread: that takes most of a second and some 140 MB, which only
 * Chinese is worth.
 * @param kernels folder of `jieba.wasm` and `jieba.dict.gz`
 * @throws AppError E_INTERNAL when one of them is missing or damaged: with the smaller dictionary that jieba brings, the same text would
 * be cut otherwise
 */
export function startJieba(kernels: string): void {
  if (hasStarted) return;
  load(kernels, 'jieba.wasm', (bytes) => initSync({ module: bytes }));
  // What it adds to, the dictionary inside jieba.wasm, has one word that the big one lacks; of all others the counts are replaced.
  load(kernels, 'jieba.dict.gz', (bytes) => with_dict(gunzipSync(bytes).toString()));
  hasStarted = true;
}

function load(kernels: string, file: string, use: (bytes: Buffer<ArrayBuffer>) => void): void {
  try {
    use(readFileSync(join(kernels, file)));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    throw new AppError('E_INTERNAL', { reason: `${file}: ${code ?? message}` }, { cause });
  }
}
