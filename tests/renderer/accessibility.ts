import type { Browser, Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views, type View } from './views.ts';

/**
 * Every other page: the two halves have files of their own, which run side by side.
 * @param half 0 or 1
 */
export const describeAccessibility = (half: 0 | 1) =>
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

    for (const view of views.filter((_, at) => at % 2 === half)) {
      const inDark = isFirstOfItsPage(view);
      it(`has no accessibility violations: ${view.name}, light${inDark ? ' and dark' : ''}`, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(`${server.url}?${view.query}&theme=system`);
        await page.waitForSelector('.view:not([hidden]) h1');
        await page.waitForTimeout(250);
        await view.act?.(page);
        await page.waitForSelector(':root[data-theme=light]', { state: 'attached' });
        await page.evaluate(axe.source);
        expect(await violations(page)).toEqual([]);
        if (!inDark) return;
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.waitForSelector(':root[data-theme=dark]', { state: 'attached' });
        // The dark theme differs in its colours alone.
        expect(await violations(page, ['color-contrast'])).toEqual([]);
      });
    }
  });

/** The dark theme is another set of colours for the same parts: once for each page that uses them. */
const isFirstOfItsPage = ({ query }: View): boolean =>
  views.find((one) => pageOf(one.query) === pageOf(query))?.query === query;
const pageOf = (query: string) => new URLSearchParams(query).get('page');

/** axe in the page itself: it has no frames, so nothing needs to be brought together from several. */
async function violations(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  const found = await page.evaluate(
    async (options) => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run(options);
      return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
    },
    {
      resultTypes: ['violations'],
      ...(rules === undefined ? {} : { runOnly: [...rules] }),
    } satisfies RunOptions,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes.join('\n  ')}`);
}
