import type { Browser, Page } from '@playwright/test';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extent } from '../extent.ts';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views, type View } from './views.ts';

/** The dark theme is another set of colours for the same parts: once for each page that uses them. */
const isFirstOfItsPage = ({ name, query }: View): boolean =>
  views.find((one) => pageOf(one.query) === pageOf(query))?.name === name;
const pageOf = (query: string) => new URLSearchParams(query).get('page');

describe('every page', () => {
  let browser: Browser;
  let server: PreviewServer;
  // One for all views: each is loaded anew, but what Chromium compiled for the first serves the others.
  let page: Page;

  beforeAll(async () => {
    server = await previewServer();
    browser = await launchBrowser();
    page = await browser.newPage({ reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  // The gate asks each page as it is first seen, the long run every state of it.
  for (const view of views.filter((one) => extent(isFirstOfItsPage(one), true))) {
    const inDark = isFirstOfItsPage(view);
    it(`has no accessibility violations: ${view.name}, light${inDark ? ' and dark' : ''}`, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(`${server.url}?${view.query}&theme=system`);
      await page.waitForSelector('.view:not([hidden]) h1');
      await page.waitForTimeout(250);
      await view.act?.(page);
      await page.waitForSelector(':root[data-theme=light]', { state: 'attached' });
      await page.evaluate(axe.source);
      expect(await violations(page, 'light')).toEqual([]);
      if (!inDark) return;
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.waitForSelector(':root[data-theme=dark]', { state: 'attached' });
      expect(await violations(page, 'dark')).toEqual([]);
    });
  }
});

/** axe in the page itself: it has no frames, so nothing needs to be brought together from several. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  const looked = await page.evaluateHandle(oneOfEachLook);
  const found = await page.evaluate(
    async ({ isDark, looked }) => {
      const { axe: axeInPage } = globalThis as unknown as { axe: typeof axe };
      const contrast = await axeInPage.run(
        { include: looked },
        { resultTypes: ['violations'], runOnly: ['color-contrast'] },
      );
      // The dark theme differs in its colours alone.
      const others = isDark
        ? null
        : await axeInPage.run({
            resultTypes: ['violations'],
            rules: { 'color-contrast': { enabled: false } },
          });
      return [...contrast.violations, ...(others?.violations ?? [])].map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html }) => html),
      }));
    },
    { isDark: theme === 'dark', looked },
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.join('\n  ')}`);
}

/**
 * Contrast takes two thirds of axe's time, and a table is a thousand times the same two colours: of all texts that look alike (colours,
 * size, weight, everything painted behind them by what they stand in, whether they can be used, whether they are in sight) one is asked.
 * Runs in the page.
 */
function oneOfEachLook(): Element[] {
  const behind = new Map<Element, string>();
  const paintedBehind = (element: Element | null): string => {
    if (element === null) return '';
    const known = behind.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1';
    const own =
      isClear && position === 'static' ? '' : [backgroundColor, backgroundImage, opacity, position].join(' ');
    const all =
      own === '' ? paintedBehind(element.parentElement) : `${paintedBehind(element.parentElement)}|${own}`;
    behind.set(element, all);
    return all;
  };
  const looks = new Map<string, Element>();
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some(
      ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
    );
    if (!hasText && !element.matches('input, select, textarea')) continue;
    const box = element.getBoundingClientRect();
    const { color, fontSize, fontWeight, textShadow, visibility } = getComputedStyle(element);
    if (box.width === 0 || visibility !== 'visible') continue;
    const look = [
      element.matches('input, select, textarea'),
      color,
      fontSize,
      fontWeight,
      textShadow,
      paintedBehind(element),
      element.closest(':disabled, [aria-disabled=true]') !== null,
      box.bottom > 0 && box.top < innerHeight,
    ].join(';');
    if (!looks.has(look)) looks.set(look, element);
  }
  return [...looks.values()];
}
