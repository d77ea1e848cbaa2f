import { mkdirSync } from 'node:fs';
import { launchBrowser } from './browser.ts';
import { previewServer } from './preview-server.ts';
import { views } from './views.ts';

// node tests/renderer/screenshots.ts [view …] [--all]: pictures of every view into test-results/screens/.
// LOOKS=light-en,dark-zh, SIZES=960x600,1920x1080 and SCRIPTS=latin,arabic,chinese say which; ZOOM=2 is a window at 200 %.
const wanted = process.argv.slice(2).filter((one) => !one.startsWith('--'));
const all = process.argv.includes('--all');
const listed = (name: string, otherwise: string) => (process.env[name] ?? otherwise).split(',');
const zoom = Number(process.env['ZOOM'] ?? 1);
const sizes = listed('SIZES', all ? '960x600,1280x800,1920x1080' : '1280x800').map((size) => {
  const [width, height] = size.split('x').map(Number);
  return { width: Math.round(width! / zoom), height: Math.round(height! / zoom) };
});
const scripts = listed('SCRIPTS', all ? 'latin,arabic,chinese' : 'latin');
const looks = listed('LOOKS', all ? 'light-en,dark-en,light-zh,dark-zh' : 'light-en');

const folder = new URL('../../test-results/screens/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const server = await previewServer();
const browser = await launchBrowser();
for (const viewport of sizes) {
  const page = await browser.newPage({ viewport, deviceScaleFactor: zoom });
  page.on('pageerror', (error) => console.error(error.stack ?? error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.error(message.text());
  });
  for (const view of views) {
    if (wanted.length > 0 && !wanted.includes(view.name)) continue;
    for (const script of scripts)
      for (const look of looks) {
        const [theme, language] = look.split('-');
        const query = `${view.query}&theme=${theme ?? ''}&language=${language ?? ''}&script=${script}`;
        const name = `${view.name}-${look}${script === 'latin' ? '' : `-${script}`}-${viewport.width}`;
        try {
          await page.goto(`${server.url}?${query}`);
          await page.waitForSelector('main');
          await page.waitForTimeout(350);
          await view.act?.(page);
        } catch (error) {
          console.error(`${name}: ${String(error)}`);
        }
        await page.screenshot({ path: `${folder}${name}.png` });
      }
  }
  await page.close();
}
await browser.close();
await server.close();
