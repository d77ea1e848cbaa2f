import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Places } from '../environment.ts';
import { setWideInstructions } from './wide-instructions.ts';

setWideInstructions(true);

const compiled = new Map<string, WebAssembly.Module>();

/**
 * A compiled kernel, made once. `relaxed` may fuse operations and is taken only where the engine knows these instructions;
 * `strict` gives the same bytes everywhere.
 */
export function kernelModule(
  { kernels }: Pick<Places, 'kernels'>,
  name: 'words' | 'nearest' | 'sequence' | 'tokens' | 'panels' | 'map',
  build: 'strict' | 'relaxed',
): WebAssembly.Module {
  const path = join(kernels, `${name}.${build}.wasm`);
  const known = compiled.get(path);
  if (known !== undefined) return known;
  const bytes = readFileSync(path);
  if (build === 'relaxed' && !WebAssembly.validate(bytes)) return kernelModule({ kernels }, name, 'strict');
  const module = new WebAssembly.Module(bytes);
  compiled.set(path, module);
  return module;
}
