import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

process.env['FIRTH_LONG'] = '1';
process.env['FIRTH_SHARED'] ??= join(import.meta.dirname, '..', 'shared', 'data');

/** What the gate asks a sample of: these tests know how much they are to ask. */
const sampledTests = globSync('tests/**/*.test.ts', { cwd: import.meta.dirname }).filter((file) =>
  /from '[./]+\/extent\.ts'/u.test(readFileSync(join(import.meta.dirname, file), 'utf8')),
);

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
