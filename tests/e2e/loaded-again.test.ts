import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as shown } from '@playwright/test';
import { afterAll, describe, it } from 'vitest';
import { smallText } from '../fixtures/small-language.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-again-'));
afterAll(() => removeFolder(folder));
writeFileSync(join(folder, 'a.txt'), smallText(300, 1));
writeFileSync(join(folder, 'b.txt'), smallText(300, 2));

describe('P14: a page that is loaded again, as after a crash of its process', () => {
  it('has the project that the engine still has open, with everything in it', async () => {
    const firth = await launchFirth();
    const { page } = firth;
    await page.getByRole('button', { name: 'New from my texts' }).click();
    await firth.choose(folder);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByRole('button', { name: 'Build corpus' }).click();
    await page.getByRole('button', { name: 'See the words' }).click();
    await shown(page.getByRole('button', { name: 'the', exact: true })).toBeVisible();

    await page.reload();
    await shown(page.getByRole('button', { name: 'the', exact: true })).toBeVisible();
    await page.getByRole('navigation').getByRole('button', { name: 'Lines' }).click();
    await shown(page.locator('[data-page=lines]')).toBeVisible();
    await firth.answer(1);
    await firth.close();
    removeFolder(firth.userData);
  });
});
