import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { PluginOption } from 'vite';

/**
 * Lets a test in plain Node have the states of the window as a page has them: compiled to react, where Node’s own way of compiling
 * (for pages that are only written out as text) leaves plain values behind. There is no document: what needs one is tested in a browser.
 */
export const pageStates = (): PluginOption => [
  svelte({
    configFile: join(import.meta.dirname, '../../svelte.config.js'),
    // Taken as it is given, but not foreseen by the plugin’s types.
    dynamicCompileOptions: () => ({ generate: 'client' }) as object,
  }),
  {
    name: 'firth:page-states',
    config: () => ({ ssr: { noExternal: ['svelte'], resolve: { conditions: ['browser'] } } }),
  },
];
