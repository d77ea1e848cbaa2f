import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';

// Real texts and reference figures that are too large, or not free enough, to lie in the repository.
const shared = process.env['FIRTH_SHARED'] ?? join(import.meta.dirname, '..', 'shared', 'data');
const hasShared = existsSync(shared);
if (!hasShared)
  console.log(
    'NOT RUN: tests/shared/** – the collection of real texts (FIRTH_SHARED) is not on this machine.',
  );

export default defineConfig({
  // In plain Node the package of this name begins to download a program.
  resolve: { alias: { electron: join(import.meta.dirname, 'tests/electron/fake-electron.ts') } },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(hasShared ? [] : ['tests/shared/**'])],
    setupFiles: ['./tests/property-seed.ts'],
    globalSetup: ['./tests/peers.ts', './tests/build.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/count-reporter.ts'],
  },
});
