import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';

/** Bundles the command line and the worker entries for an installed Firth; tests and `npm run firth` run the sources. */
export default defineConfig({
  publicDir: false,
  resolve: { conditions: ['node', 'import', 'default'] },
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true,
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        firth: 'core/cli/firth.ts',
        'import-worker': 'core/corpus/import-worker.ts',
        'training-worker': 'core/training/training-worker.ts',
        'engine-worker': 'core/engine/engine-worker.ts',
      },
      external: ['better-sqlite3', /^node:/, ...builtinModules],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
