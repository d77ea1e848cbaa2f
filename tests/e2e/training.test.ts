import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train } from './steps.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { inLongRun } from '../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-training-'));
const texts = writeSmallTexts(join(folder, 'texts'), { documents: 4, sentenceCount: 300 });
afterAll(() => removeFolder(folder));

describe('a training in the window', () => {
  it('is paused, goes on, leaves the other pages usable, and is cancelled without a trace', async () => {
    const window = await launchFirth();
    const { page } = window;
    await buildCorpus(window, texts);
    await train(page, { epochs: 1000, dimensions: 400, wait: false });
    await shown(page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    // Words to watch were chosen where the person named none.
    await shown(page.locator('.watched').first()).toBeVisible();
    await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
    await shown(page.getByText('paused', { exact: true }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Continue', exact: true }).first().click();
    await goTo(page, 'Words');
    await shown(page.locator('.view:not([hidden])').getByRole('row').nth(5)).toBeVisible();
    await goTo(page, 'Train');
    await page.locator('[data-page=train]').getByRole('button', { name: 'Cancel' }).click();
    await shown(
      page.locator('[data-page=train]').getByRole('button', { name: 'Train', exact: true }),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Models' }).click();
    await shown(page.getByRole('button', { name: 'Import vectors…' })).toBeVisible();
    expect(await page.getByText('skip-gram 1').count()).toBe(0);
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });

  inLongRun('keeps its checkpoint when one quits, and goes on from there', async () => {
    const project = join(folder, 'quit.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();
    await train(first.page, { epochs: 1000, dimensions: 800, wait: false });
    await shown(first.page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    // Something is under way: it is stopped, to be taken up again.
    await first.answer(1);
    await first.close();

    const second = await launchFirth({ userData: first.userData, args: [project] });
    const { page } = second;
    await shown(page.getByRole('contentinfo').getByText('4 texts').first()).toBeVisible();
    await goTo(page, 'Train');
    await page.getByRole('button', { name: /Go on with/ }).click();
    await shown(page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    await page.getByRole('button', { name: 'Stop and keep' }).click();
    await shown(page.getByRole('button', { name: 'Explore it' })).toBeVisible();
    await second.answer(0);
    await second.close();
    removeFolder(first.userData);
  });
});
