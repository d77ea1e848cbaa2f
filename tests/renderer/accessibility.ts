import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views } from './views.ts';

/**
 * Every other page: the two halves have files of their own, which run side by side.
 * @param half 0 or 1
 */
export const describeAccessibility = (half: 0 | 1) =>
  describe('every page', () => {
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

    for (const view of views.filter((_, at) => at % 2 === half)) {
      it(`has no accessibility violations: ${view.name}, light and dark`, async () => {
        const context = await browser.newContext({ reducedMotion: 'reduce', colorScheme: 'light' });
        const page = await context.newPage();
        await page.goto(`${server.url}?${view.query}&theme=system`);
        await page.waitForSelector('.view:not([hidden]) h1');
        await page.waitForTimeout(250);
        await view.act?.(page);
        await page.waitForSelector(':root[data-theme=light]', { state: 'attached' });
        expect(await violations(page)).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.waitForSelector(':root[data-theme=dark]', { state: 'attached' });
        // The dark theme differs in its colours alone.
        expect(await violations(page, ['color-contrast'])).toEqual([]);
        await context.close();
      });
    }
  });

async function violations(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules !== undefined) axe.withRules(rules);
  const found = await axe.analyze();
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n  ')}`);
}
