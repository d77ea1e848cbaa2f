import type { Environment } from 'vitest/runtime';

/**
 * Modules as a page gets them, in plain Node: states of Svelte are compiled to react, which they do not where pages are only
 * written out as text. There is no document: what needs one is tested in a browser.
 */
const page: Environment = {
  name: 'page',
  viteEnvironment: 'client',
  setup: () => ({ teardown: () => undefined }),
};
export default page;
