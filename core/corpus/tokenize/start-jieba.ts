import { initSync, with_dict } from 'jieba-wasm/web';
import { loadBuilt } from './dictionaries/load-dictionary.ts';

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
  loadBuilt(kernels, 'jieba.wasm', (bytes) => initSync({ module: bytes }));
  // What it adds to, the dictionary inside jieba.wasm, has one word that the big one lacks; of all others the counts are replaced.
  loadBuilt(kernels, 'jieba.dict.gz', (bytes) => with_dict(bytes.toString()));
  hasStarted = true;
}
