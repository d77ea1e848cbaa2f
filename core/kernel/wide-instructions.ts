import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 make one instruction of 256 bits out of two of 128 that lie side by side, as those of the kernels do, or keeps it
 * from that. To be called before a kernel is compiled; processors without AVX2 go on with 128 bits. The numbers are the same.
 */
export function setWideInstructions(wide: boolean): void {
  // V8 knows the flag on x64 alone, and complains of it elsewhere. In 15.4 it ceased to be experimental and lost the word.
  if (process.arch !== 'x64') return;
  const [major = 0, minor = 0] = process.versions.v8.split('.').map(Number);
  const isStaged = major > 15 || (major === 15 && minor >= 4);
  setFlagsFromString(`--${wide ? '' : 'no-'}${isStaged ? '' : 'experimental-'}wasm-revectorize`);
}
