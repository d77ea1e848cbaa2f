import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build } from 'vite';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { mapMethods } from '../../core/contract/map.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { layOut } from '../../core/map/lay-out.ts';
import { clusters } from '../core/map/clusters.ts';
import { ended } from '../core/map/ended.ts';
import { launchBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..', '..');
const { kernels } = commandLineEnvironment();
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 120_000);
afterAll(() => browser.close());

const entry = `import { layOut } from '/core/map/lay-out.ts';
  globalThis.firthMap = (kernel, request) => {
    const module = new WebAssembly.Module(Uint8Array.from(atob(kernel), (one) => one.charCodeAt(0)));
    const steps = layOut(module, { ...request, values: Float32Array.from(request.values) });
    for (;;) {
      const step = steps.next();
      if (step.done) return [...new Uint8Array(step.value.coordinates.buffer)];
    }
  };`;

async function bundled(): Promise<string> {
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'map-in-page',
        resolveId: (id) => (id === 'map-in-page' ? id : id.startsWith('/core/') ? join(root, id) : null),
        load: (id) => (id === 'map-in-page' ? entry : null),
      },
    ],
    build: { write: false, minify: false, target: 'esnext', rolldownOptions: { input: 'map-in-page' } },
  });
  const [one] = Array.isArray(made) ? made : [made];
  return (one as { output: { code: string }[] }).output.map(({ code }) => code).join('\n');
}

it('maps have the same coordinates in Chromium and in Node, bit for bit', { timeout: 120_000 }, async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: await bundled(), type: 'module' });
  const kernel = readFileSync(join(kernels, 'map.strict.wasm')).toString('base64');
  const { values, dimensions } = clusters(150);
  for (const method of mapMethods) {
    const request = { method, values: [...values], dimensions, seed: 7 };
    await page.waitForFunction(() => 'firthMap' in globalThis);
    const there = await page.evaluate(
      ([code, asked]) =>
        (globalThis as unknown as { firthMap(kernel: string, request: unknown): number[] }).firthMap(
          code,
          asked,
        ),
      [kernel, request] as const,
    );
    const here = ended(layOut(kernelModule({ kernels }, 'map', 'strict'), { ...request, values }));
    expect(Buffer.from(there)).toEqual(Buffer.from(here.coordinates.buffer));
  }
});
