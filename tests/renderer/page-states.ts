import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/**
 * Lets a test in plain Node have the states of the window as a page has them: compiled to react, where Svelte would otherwise take Node
 * for a server that writes pages out, and leave plain values. There is no document: what needs one is tested in a browser.
 */
export const pageStates = (): PluginOption => [
  svelte({
    configFile: join(root, 'svelte.config.js'),
    // Taken as it is given, but not foreseen by the plugin’s types.
    dynamicCompileOptions: () => ({ generate: 'client' }) as object,
  }),
  {
    name: 'firth:page-states',
    config: () => ({
      // Both sides of Svelte, that of the compiler and that of the sources, must be the same modules.
      ssr: { noExternal: ['svelte'] },
      resolve: {
        alias: [{ find: /^svelte$/, replacement: join(root, 'node_modules/svelte/src/index-client.js') }],
      },
    }),
  },
];
