import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    setupFiles: ['./tests/property-seed.ts'],
    include: ['tests/**/*.long.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 3_600_000,
    reporters: ['default', './tests/count-reporter.ts'],
  },
});
