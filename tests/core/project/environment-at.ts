import type { Environment } from '../../../core/environment.ts';

export type TestEnvironment = Environment & { readonly dataFolder: string };

/** An environment with a clock that stands still; it imports nothing of vitest, so that child processes can use it. */
export function environmentAt(dataFolder: string, now = 1_700_000_000_000): TestEnvironment {
  return {
    dataFolder,
    now: () => now,
    log: () => false,
    workers: { importing: '', training: '', counting: '', sequence: '', map: '', change: '', engine: '' },
    kernels: '',
    samples: '',
    cpuCount: 1,
  };
}
