import { mkdirSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { previewServer } from './preview-server.ts';
import { views } from './views.ts';

// node tests/renderer/screenshots.ts [view …] [--all]: pictures of every view into test-results/screens/.
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const all = process.argv.includes('--all');
const sizes = all
  ? [
      { width: 960, height: 600 },
      { width: 1280, height: 800 },
      { width: 1920, height: 1080 },
    ]
  : [{ width: 1280, height: 800 }];
const looks = all
  ? (['light-en', 'dark-en', 'light-zh', 'dark-zh'] as const)
  : ((process.env['LOOKS']?.split(',') ?? ['light-en']) as readonly string[]);

const folder = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const server = await previewServer();
const browser = await launchBrowser();
for (const viewport of sizes) {
  const page = await browser.newPage({ viewport });
  page.on('pageerror', (error) => console.error(error.stack ?? error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.error(message.text());
  });
  for (const view of views) {
    if (wanted.length > 0 && !wanted.includes(view.name)) continue;
    for (const look of looks) {
      const [theme, language] = look.split('-');
      await page.goto(`${server.url}?${view.query}&theme=${theme ?? ''}&language=${language ?? ''}`);
      await page.waitForSelector('main');
      await page.waitForTimeout(350);
      await view.act?.(page);
      await page.screenshot({ path: `${folder}${view.name}-${look}-${viewport.width}.png` });
    }
  }
  await page.close();
}
await browser.close();
await server.close();
