import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views } from './views.ts';

/** Views in which much stands side by side. */
const crowded = new Set(
  'home words word keywords collocates frames train explore explore-sure evaluate cutting corpus-fields export compare map change sequence-look'.split(
    ' ',
  ),
);
const sizes = [
  ['the smallest window', { width: 960, height: 600 }],
  ['a window of 1280 × 800 at 200 %', { width: 640, height: 400 }],
] as const;

/**
 * What cannot be reached: controls that something cuts off which does not scroll, and heads of columns too narrow to say anything. Runs in the page.
 */
function outOfReach(): string[] {
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}`;
  const faults: string[] = [];
  const view = document.querySelector('.view:not([hidden])')!;
  for (const element of view.querySelectorAll('button, input, select, textarea, [role=tab], th[scope=col]')) {
    const { width, left, right, height } = element.getBoundingClientRect();
    if (height === 0 || getComputedStyle(element).visibility !== 'visible') continue;
    if (element.matches('.spoken, .spoken *') || element.closest('.spoken') !== null) continue;
    if (element.matches('th') && element.textContent.trim() !== '' && width < 24)
      faults.push(`${named(element)}: ${Math.round(width)} wide`);
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      const looks = getComputedStyle(around).overflowX;
      if (looks === 'auto' || looks === 'scroll') break;
      const box = around.getBoundingClientRect();
      const cuts = looks === 'hidden' || looks === 'clip' || around === document.documentElement;
      const edge = around === document.documentElement ? innerWidth : box.right;
      // Hidden by a few pixels only: the mark of a field, the shadow of a button.
      if (cuts && (right > edge + 12 || left < box.left - 12)) {
        faults.push(`${named(element)}: cut off by ${around.className}`);
        break;
      }
    }
  }
  // Nothing lies over the title of the page, and the way to every page can be scrolled to.
  const title = view.querySelector('h1')!.getBoundingClientRect();
  for (const element of view.querySelectorAll('header button, header select')) {
    const { left, right, top, bottom, width } = element.getBoundingClientRect();
    const isOver = left < title.right && right > title.left && top < title.bottom && bottom > title.top;
    if (width > 0 && isOver) faults.push(`${named(element)}: over the title`);
  }
  const ways = document.querySelector('nav')!;
  const { scrollHeight, clientHeight } = ways;
  if (scrollHeight > clientHeight + 1 && getComputedStyle(ways).overflowY !== 'auto')
    faults.push('ways to pages: cut off');
  if (ways.getBoundingClientRect().bottom > innerHeight + 1) faults.push('ways to pages: below the window');
  return faults;
}

describe.each(sizes)('in %s', (_, viewport) => {
  let browser: Browser;
  let server: PreviewServer;
  beforeAll(async () => {
    server = await previewServer();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  const asked = views.filter(({ name }) => crowded.has(name));
  it.each(asked.map((view) => [view.name, view] as const))(
    'everything can be reached, and every column says something: %s',
    async (_name, view) => {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
      for (const language of ['en', 'zh']) {
        await page.goto(`${server.url}?${view.query}&language=${language}`);
        await page.waitForSelector('.view:not([hidden]) h1');
        await view.act?.(page);
        await page.waitForTimeout(100);
        expect(await page.evaluate(outOfReach), language).toEqual([]);
      }
      await page.close();
    },
  );
});
