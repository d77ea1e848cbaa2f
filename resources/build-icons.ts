import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumPath } from '../tests/double/chromium.ts';
import { icnsFile, icoFile } from './icon-files.ts';

// Draws icon.svg in every size and packs the sizes as each system wants them. What it writes is committed: packing needs no browser.
const folder = join(import.meta.dirname, 'icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const executablePath = chromiumPath();
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
const page = await browser.newPage();
const drawn = new Map<number, Buffer>();
for (const size of sizes) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  drawn.set(size, await page.screenshot({ omitBackground: true }));
}
await browser.close();

mkdirSync(join(folder, 'png'), { recursive: true });
for (const size of sizes.filter((one) => one <= 512))
  writeFileSync(join(folder, 'png', `${size}x${size}.png`), drawn.get(size)!);
writeFileSync(join(folder, 'icon.ico'), icoFile(drawn));
writeFileSync(join(folder, 'icon.icns'), icnsFile(drawn));
