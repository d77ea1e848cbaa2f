import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect as shown, type Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/i18n/en.ts';
import { zh } from '../../renderer/i18n/zh.ts';
import { goTo, train } from './steps.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';

const pictures = join(import.meta.dirname, '../../test-results/pages');
mkdirSync(pictures, { recursive: true });
const take = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

/** The page that is shown. */
const view = (page: Page) => page.locator('.view:not([hidden])');

async function askFor(page: Page, words: string): Promise<void> {
  await view(page).locator('[data-find]').fill(words);
  await page.keyboard.press('Enter');
}

describe('every page, on the English sample', () => {
  it('answers in both languages, light and dark', async () => {
    const window = await launchFirth();
    const { page } = window;
    await take(page, 'home-first');
    await page.getByRole('button', { name: en.home.sampleEn }).click();
    await shown(view(page).getByRole('heading', { name: 'Words' })).toBeVisible({ timeout: 60_000 });
    await shown(page.getByText('233 documents')).toBeVisible();

    await train(page, { epochs: 2, wait: false });
    await shown(page.getByText(/epoch \d of 2/)).toBeVisible();
    await page.waitForTimeout(1500);
    await take(page, 'train-running');
    await page.getByRole('button', { name: 'Explore it' }).click({ timeout: 120_000 });

    await askFor(page, 'freedom');
    await shown(view(page).getByRole('button', { name: 'liberty', exact: true })).toBeVisible();
    await take(page, 'explore');
    await askFor(page, 'he − men + women');
    await shown(view(page).getByText(en.explore.baselineNote)).toBeVisible();
    await take(page, 'explore-analogy');
    await askFor(page, 'freedm');
    await shown(view(page).getByRole('button', { name: 'freedom', exact: true })).toBeVisible();
    await view(page).getByRole('tab', { name: en.explore.tabs.odd }).click();
    await askFor(page, 'silver gold railroad coin');
    await shown(view(page).getByRole('tabpanel').getByText(en.explore.oddAnswer)).toBeVisible();
    await view(page).getByRole('tab', { name: en.explore.tabs.slot }).click();
    await askFor(page, 'the united');
    await shown(view(page).getByRole('row').nth(1)).toBeVisible();
    await take(page, 'explore-slot');
    await view(page).getByRole('tab', { name: en.explore.tabs.query }).click();

    await goTo(page, 'Lines');
    await askFor(page, 'freedom');
    await shown(view(page).getByText('724 lines')).toBeVisible();
    await take(page, 'lines');
    await view(page).getByRole('tab', { name: en.lines.collocates }).click();
    await shown(view(page).getByRole('columnheader', { name: /logDice/ })).toBeVisible();
    await take(page, 'lines-collocates');

    await goTo(page, 'Train');
    await view(page).getByRole('tab', { name: en.train.tabs.models }).click();
    await shown(view(page).getByText(en.train.randomPair)).toBeVisible();
    await take(page, 'train-models');
    await view(page).getByRole('tab', { name: en.train.tabs.pairs }).click();
    await askFor(page, 'the war for freedom and the peace of the nation');
    await view(page).getByRole('listitem').getByRole('button', { name: 'freedom' }).click();
    await shown(view(page).getByRole('row').nth(1)).toBeVisible();
    await take(page, 'train-pairs');
    await view(page).getByRole('tab', { name: en.train.tabs.settings }).click();
    await take(page, 'train');

    await goTo(page, 'Compare');
    await view(page).getByRole('textbox').first().fill('freedom liberty war peace gold silver');
    await page.keyboard.press('Enter');
    await shown(view(page).locator('canvas')).toBeVisible();
    await take(page, 'compare');
    const table = join(window.userData, 'similarity.csv');
    for (const tab of ['similarity', 'difference', 'arithmetic'] as const) {
      await view(page).getByRole('tab', { name: en.compare.tabs[tab] }).click();
      await page.waitForTimeout(300);
      await take(page, `compare-${tab}`);
      if (tab === 'similarity') {
        await window.saveTo(table);
        await view(page).getByRole('button', { name: 'CSV…' }).click();
        await shown(page.getByText('Written to similarity.csv')).toBeVisible();
      }
    }
    const rows: readonly string[][] = parse(readFileSync(table), { bom: true });
    expect(rows).toHaveLength(7);
    expect(rows[0]!.slice(1).toSorted()).toEqual(['freedom', 'gold', 'liberty', 'peace', 'silver', 'war']);
    for (const row of rows.slice(1))
      expect(Number(row[rows[0]!.indexOf(row[0]!)]!.replace(',', '.'))).toBeCloseTo(1, 3);

    await goTo(page, 'Settings');
    await take(page, 'settings');
    await view(page)
      .getByRole('radio', { name: '简体中文' })
      .or(view(page).getByText('简体中文'))
      .first()
      .click();
    await shown(view(page).getByRole('heading', { name: zh.settings.title })).toBeVisible();
    for (const name of Object.values(zh.pages)) {
      await goTo(page, name);
      await shown(view(page).getByRole('heading', { level: 1 })).toBeVisible();
      // What is said of the program itself is Chinese; the texts are English.
      await page.waitForTimeout(200);
      await take(page, `zh-${name}`);
    }
    expect(
      await window.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map((one) => one.label)),
    ).toContain('文件');
    await goTo(page, zh.pages.settings);
    await view(page).getByText(zh.settings.themes.dark).click();
    await shown(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    for (const name of Object.values(zh.pages)) {
      await goTo(page, name);
      await take(page, `zh-dark-${name}`);
    }
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });
});
