import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../renderer/wording.ts';
import { smallText } from '../fixtures/small-language.ts';
import { launchFirth } from './launch.ts';
import { removeFolder, type FirthWindow } from './open-window.ts';
import { goTo, train } from './steps.ts';
import { shown } from './shown.ts';
import { inLongRun } from '../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-again-'));
afterAll(() => removeFolder(folder));
writeFileSync(join(folder, 'a.txt'), smallText(300, 1));
writeFileSync(join(folder, 'b.txt'), smallText(300, 2));

async function build({ page, ...window }: FirthWindow): Promise<void> {
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await window.choose(folder);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await page.getByRole('button', { name: 'Build corpus' }).click();
  await page.getByRole('button', { name: 'See the words' }).click();
}

/** A word of the list, whatever stands on the page beside it. */
const inList = (page: Page, word: string) =>
  page.getByRole('region', { name: 'Words', exact: true }).getByRole('button', { name: word, exact: true });

describe('P14: a page that is loaded again, as after a crash of its process', () => {
  it('has the project that the engine still has open, and goes on with the training that is under way, with its curve from the beginning', async () => {
    const firth = await launchFirth();
    const { page } = firth;
    await build(firth);
    await shown(inList(page, 'the')).toBeVisible();
    await page.reload();
    await shown(inList(page, 'the')).toBeVisible();
    await goTo(page, 'Lines');
    await shown(page.locator('[data-page=lines]')).toBeVisible();
    await train(page, { epochs: 1000, dimensions: 100, wait: false });
    const view = page.locator('[data-page=train]');
    /** Epochs of which the loss is known, first and last. */
    const curve = async () => {
      const table = view.locator('details').filter({ has: page.locator('table') });
      if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
      const epochs = await table.locator('tbody tr td:first-child').allTextContents();
      return [Number(epochs[0]), Number(epochs.at(-1))] as const;
    };
    await shown(page.getByText(/epoch [1-9]\d+ of 1,000/)).toBeVisible();
    await view.getByRole('button', { name: 'Pause', exact: true }).click();
    await shown(view.getByText('paused', { exact: true })).toBeVisible();
    // What was on its way when the button was pressed comes in after it.
    await shown.poll(async () => (await curve())[1]).toBeGreaterThanOrEqual(10);
    const [begun, reached] = await curve();

    await page.reload();
    await goTo(page, 'Train');
    await shown(view.getByText('paused', { exact: true })).toBeVisible();
    expect(await view.getByText(/interrupted/).count()).toBe(0);
    await shown.poll(async () => (await curve())[1]).toBeGreaterThanOrEqual(reached);
    const [first, again] = await curve();
    expect(first).toBe(begun);
    await view.getByRole('button', { name: 'Continue', exact: true }).click();
    await shown.poll(async () => (await curve())[1], { timeout: 60_000 }).toBeGreaterThan(again);
    await shown(page.getByRole('button', { name: en.train.explore })).toBeVisible({ timeout: 120_000 });
    await page.getByRole('tab', { name: 'Models' }).click();
    await shown(view.getByRole('heading', { name: 'skip-gram 1', exact: true })).toBeVisible();
    await firth.answer(1);
    await firth.close();
    removeFolder(firth.userData);
  });

  inLongRun('is told of an import that ends after it was loaded', async () => {
    const firth = await launchFirth();
    const { page } = firth;
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let text = 0; text < 60; text += 1) writeFileSync(join(many, `${text}.txt`), smallText(3000, text));
    await page.getByRole('button', { name: 'New from my texts' }).click();
    await firth.choose(many);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByRole('button', { name: 'Build corpus' }).click();
    await shown(page.getByRole('progressbar').first()).toBeVisible();
    await page.reload();
    await shown(page.getByRole('contentinfo').getByText('60 texts').first()).toBeVisible({ timeout: 60_000 });
    await firth.answer(1);
    await firth.close();
    removeFolder(firth.userData);
  });
});
