import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { guideChapters } from './resources/guide-chapters.ts';
import { engineTests, promiseTests, windowTests } from './tests/projects.ts';
import { pageStates } from './tests/renderer/page-states.ts';

// Real texts and reference figures that are too large, or not free enough, to lie in the repository.
const shared = process.env['FIRTH_SHARED'] ?? join(import.meta.dirname, '..', 'shared', 'data');
process.env['FIRTH_SHARED'] = shared;
// What Node compiled is kept: tests start some hundred threads and programs, each of which reads the same sources.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'node');
const hasShared = existsSync(shared);
if (!hasShared)
  console.log(
    'NOT RUN: tests/shared/** – the collection of real texts (FIRTH_SHARED) is not on this machine.',
  );

export default defineConfig({
  // In plain Node the package of this name begins to download a program.
  resolve: { alias: { electron: join(import.meta.dirname, 'tests/electron/fake-electron.ts') } },
  test: {
    setupFiles: ['./tests/property-seed.ts'],
    pool: 'forks',
    // Of two cores one is often waiting for a browser or a disk; a fourth worker gained nothing.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './tests/count-reporter.ts'],
    projects: [
      {
        extends: true,
        plugins: [guideChapters(), pageStates()],
        test: {
          name: 'unit',
          // They share what their modules keep, as the threads of the program do; starting anew for each file took a third of the time.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [
            ...configDefaults.exclude,
            'tests/shared/**',
            ...engineTests,
            ...windowTests,
            ...promiseTests,
          ],
        },
      },
      {
        extends: true,
        plugins: [guideChapters(), pageStates()],
        test: {
          name: 'engine',
          isolate: false,
          include: [...engineTests],
          exclude: [...configDefaults.exclude, ...promiseTests],
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          // What a file keeps for the next is the bundled preview alone; every window has a process of its own.
          isolate: false,
          include: [...windowTests],
          globalSetup: ['./tests/build.ts'],
          testTimeout: 300_000,
          // A browser on a busy computer may miss a click; what passed at the second try is named at the end.
          retry: 1,
        },
      },
      {
        extends: true,
        test: {
          name: 'promises',
          include: [...promiseTests, ...(hasShared ? ['tests/shared/**/*.test.ts'] : [])],
          globalSetup: ['./tests/build.ts'],
        },
      },
    ],
  },
});
