import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { guideChapters } from './resources/guide-chapters.ts';
import { notices } from './resources/notices.ts';

const at = (path: string) => join(import.meta.dirname, path);
const external = ['electron', 'better-sqlite3', /^node:/, ...builtinModules];

/** One bundle for Node: an entry for each process and thread. */
const forNode = (outDir: string, input: Readonly<Record<string, string>>, format: 'es' | 'cjs') => ({
  consumer: 'server' as const,
  resolve: {
    conditions: ['node', 'import', 'default'],
    noExternal: true as const,
    external: ['electron', 'better-sqlite3'],
  },
  build: {
    outDir: at(outDir),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    copyPublicDir: false,
    license: { fileName: 'licenses.md' },
    ssr: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, at(path)])),
      external,
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        // Beside the entries: what looks for its neighbours, such as worker files, may have been put into a chunk.
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

const threads = {
  'import-worker': 'core/corpus/import-worker.ts',
  'training-worker': 'core/training/training-worker.ts',
  'count-worker': 'core/training/count-worker.ts',
  'sequence-worker': 'core/sequence/sequence-worker.ts',
  'map-worker': 'core/map/map-worker.ts',
  'change-worker': 'core/change/change-worker.ts',
  'engine-worker': 'core/engine/engine-worker.ts',
};

/**
 * Libraries that could also load what they need from an address. Firth hands it over, and holds no code that opens a connection: what
 * would is renamed to something that there is not.
 */
const connections: readonly {
  readonly file: string;
  readonly names: readonly (readonly [RegExp, string])[];
}[] = [{ file: 'jieba_rs_wasm.js', names: [[/fetch\(module_or_path\)/g, 'undefined']] }];

const withoutFetching: Plugin = {
  name: 'firth:without-fetching',
  transform(code, id) {
    const found = connections.find(({ file }) => id.replace(/\?.*$/, '').endsWith(file));
    if (found === undefined) return null;
    let without = code;
    for (const [name, instead] of found.names) {
      if (!name.test(without)) throw new Error(`${id} is not what it was: look for ${name.source}`);
      without = without.replaceAll(name, instead);
    }
    return { code: without, map: null };
  },
};

/** `vite build --app`: the window (main, preload, page) and the installed command line. Tests and `npm run firth` run the sources. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  publicDir: false,
  plugins: [
    guideChapters(),
    notices(import.meta.dirname),
    withoutFetching,
    svelte({ configFile: at('svelte.config.js') }),
  ],
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    license: { fileName: 'licenses.md' },
  },
  environments: {
    main: forNode('out/main', { main: 'electron/main.ts', ...threads }, 'es'),
    preload: forNode('out/preload', { preload: 'electron/preload.ts' }, 'cjs'),
    cli: forNode('out/cli', { firth: 'core/cli/firth.ts', ...threads }, 'es'),
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['main', 'preload', 'cli', 'client'])
        await builder.build(builder.environments[name]!);
    },
  },
});
