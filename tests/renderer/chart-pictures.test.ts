import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chartNote } from '../../renderer/parts/plot/chart-file.ts';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { views } from './views.ts';
import { en } from './wording.ts';

/** A view, the title of its picture, and what else stands in it: the measure, and the model or the texts. */
const charts = [
  ['word', /^Frequency of king by year$/u, ['occurrences per million tokens', 'all texts']],
  ['explore', /king/u, ['Cosine', 'skip-gram 100']],
  ['lines-over-time', /king/u, ['Per million', 'all texts']],
  ['lines-places', /king/u, ['all texts']],
  ['keywords', /words/u, ['Log Ratio', 'G²', 'against']],
  ['keywords-slope', /words/u, ['per million', 'against']],
  ['collocate-network', /king/u, []],
  ['change-over-time', /peace/u, ['Temporal referencing']],
  ['models', /Loss/u, ['nats', 'skip-gram 100']],
] as const;

describe('the note of a picture', () => {
  it('names measure and model, the project without the ending of its file, and the day', () => {
    expect(chartNote('cosine · cbow 50', 'Letters.firth', '1 May 2026')).toBe(
      'cosine · cbow 50 · Letters · 1 May 2026',
    );
    expect(chartNote('cosine', null, '1 May 2026')).toBe('cosine · 1 May 2026');
  });
});

describe('the picture of every chart that is saved', () => {
  let browser: Browser;
  let server: PreviewServer;
  let page: Page;
  beforeAll(async () => {
    server = await previewServer();
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(charts)(
    'carries title, measure, model or texts, project and day: %s',
    async (name, title, said) => {
      const view = views.find((one) => one.name === name)!;
      await page.goto(`${server.url}?${view.query}`);
      await page.waitForSelector('.view:not([hidden]) :is(h1, h2)');
      await view.act?.(page);
      const chart = page.locator('.view:not([hidden]) .chart').first();
      await chart.locator('svg').waitFor();
      await chart.locator('.drawing').focus();
      await chart.getByRole('button', { name: en.heatmap.svg }).click();
      await expect.poll(() => page.evaluate('typeof globalThis.savedFile')).toBe('string');
      const texts = await page.evaluate<readonly string[]>(`(() => {
      const drawn = new DOMParser().parseFromString(globalThis.savedFile, 'image/svg+xml');
      return [...drawn.documentElement.children].filter((one) => one.tagName === 'text').map((one) => one.textContent);
    })()`);
      // Words are set apart, so that those from right to left do not turn the title round.
      expect(texts[0]!.replaceAll(/[\u2068\u2069]/gu, '')).toMatch(title);
      const note = texts.at(-1)!;
      for (const part of [...said, 'Speeches 1790–2016', String(new Date().getFullYear())])
        expect(note).toContain(part);
      const legend = await chart.locator('.bar li').allTextContents();
      for (const one of legend) expect(texts).toContain(one.trim());
    },
  );
});
