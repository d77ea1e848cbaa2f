import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views } from './views.ts';

/** A file of its own for each theme: they run side by side. */
export const describeAccessibility = (theme: 'light' | 'dark') =>
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

    for (const view of views) {
      it(`has no accessibility violations: ${view.name}, ${theme}`, async () => {
        const context = await browser.newContext({ reducedMotion: 'reduce' });
        const page = await context.newPage();
        await page.goto(`${server.url}?${view.query}&theme=${theme}`);
        await page.waitForSelector('.view:not([hidden]) h1');
        await page.waitForTimeout(250);
        await view.act?.(page);
        const axe = new AxeBuilder({ page }).setLegacyMode(true);
        // The dark theme differs in its colours alone.
        if (theme === 'dark') axe.withRules(['color-contrast']);
        const { violations } = await axe.analyze();
        const found = violations.map(
          (one) => `${one.id}: ${one.nodes.map((node) => node.html).join('\n  ')}`,
        );
        await context.close();
        expect(found).toEqual([]);
      });
    }
  });
