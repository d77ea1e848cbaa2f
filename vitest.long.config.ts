import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { sampledTests } from './tests/projects.ts';

process.env['FIRTH_LONG'] = '1';
process.env['FIRTH_SHARED'] ??= join(import.meta.dirname, '..', 'shared', 'data');

export default defineConfig({
  resolve: { alias: { electron: join(import.meta.dirname, 'tests/electron/fake-electron.ts') } },
  test: {
    setupFiles: ['./tests/property-seed.ts'],
    globalSetup: ['./tests/build.ts'],
    include: ['tests/**/*.long.ts', ...sampledTests],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    reporters: ['default', './tests/count-reporter.ts'],
  },
});
