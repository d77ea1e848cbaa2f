import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 make one instruction of 256 bits out of two of 128 that lie side by side, as those of the kernels do. To be
 * called before a kernel is compiled; processors without AVX2 go on with 128 bits. The numbers are the same.
 */
export function allowWideInstructions(): void {
  // V8 knows the flag on x64 alone, and complains of it elsewhere.
  if (process.arch === 'x64') setFlagsFromString('--experimental-wasm-revectorize');
}
