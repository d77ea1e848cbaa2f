import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, preview } from 'vite';
import { guideChapters } from '../../resources/guide-chapters.ts';
import { notices } from '../../resources/notices.ts';

export interface PreviewServer {
  readonly url: string;
  close(): Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const page = 'tests/renderer/preview.html';
const shared = { configFile: false, root, logLevel: 'error', publicDir: false } as const;

/** The folder of the bundle, made once a process: several files of tests look at the same page. */
let bundled: Promise<string> | undefined;

/**
 * Serves tests/renderer/preview.html on this computer only. Bundled, since a page that asks for some hundred modules takes longer to
 * come than to be looked at.
 */
export async function previewServer(): Promise<PreviewServer> {
  bundled ??= bundle();
  const folder = await bundled;
  const server = await preview({
    ...shared,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.resolvedUrls?.local[0];
  if (address === undefined) throw new Error('the preview has no address');
  return { url: `${address}${page}`, close: () => server.close() };
}

async function bundle(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'firth-preview-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    ...shared,
    plugins: [guideChapters(), notices(root), svelte({ configFile: false })],
    build: {
      outDir: folder,
      target: 'esnext',
      minify: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: join(root, page) },
    },
  });
  return folder;
}
