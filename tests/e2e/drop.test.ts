import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { shown } from './shown.ts';
import { goTo } from './steps.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-drop-'));
writeSmallTexts(join(folder, 'letters'), { documents: 3, sentenceCount: 100 });
writeSmallTexts(join(folder, 'more'), { documents: 2, sentenceCount: 100 });
afterAll(() => removeFolder(folder));

/** Files and folders let fall onto the page, by their names; the system tells the program where they lie. */
async function drop(page: Page, names: readonly string[]): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const name of dropped) transfer.items.add(new File([''], name));
    return transfer;
  }, names as string[]);
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}

describe('texts that are dropped onto the window', () => {
  it('are looked at and imported like chosen ones, folder after folder', async () => {
    const window = await launchFirth({ drops: folder });
    const { page } = window;
    // On Home, where no project is open yet.
    await drop(page, ['letters']);
    await shown(page.getByRole('row')).toHaveCount(4);
    await page.getByRole('button', { name: 'Build corpus' }).click();
    await shown(page.getByRole('contentinfo').getByText('3 texts ·')).toBeVisible();
    await goTo(page, 'Words');
    await drop(page, ['more']);
    await page.getByRole('button', { name: 'Build corpus' }).click();
    await shown(page.getByRole('contentinfo').getByText('5 texts ·')).toBeVisible();
    expect(window.errors()).toBe('');
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });
});
