import { svelte } from '@sveltejs/vite-plugin-svelte';
import { guideChapters } from '../../resources/guide-chapters.ts';
import { createServer, type ViteDevServer } from 'vite';

/** Serves tests/renderer/preview.html on this computer only. */
export async function previewServer(): Promise<{ server: ViteDevServer; url: string }> {
  const server = await createServer({
    configFile: false,
    root: new URL('../..', import.meta.url).pathname,
    plugins: [guideChapters(), svelte({ configFile: false })],
    logLevel: 'warn',
    // Two test files run side by side: neither may find what the other is still preparing.
    cacheDir: `node_modules/.vite/preview-${process.env['VITEST_POOL_ID'] ?? '0'}`,
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
    optimizeDeps: { include: ['uplot'], exclude: ['@lucide/svelte'] },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview has no address');
  return { server, url: `${address}tests/renderer/preview.html` };
}
