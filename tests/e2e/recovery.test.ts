import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { shown } from './shown.ts';
import { buildCorpus, train } from './steps.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { inLongRun } from '../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-recovery-'));
const texts = join(folder, 'texts');
writeSmallTexts(texts, { documents: 4, sentenceCount: 300 });
afterAll(() => removeFolder(folder));

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('after a crash', () => {
  inLongRun('what is declined leaves the file of the person as it was', async () => {
    const project = join(folder, 'declined.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();
    const saved = digest(project);
    await train(first.page);
    await first.kill();

    const second = await launchFirth({ userData: first.userData });
    await second.page.getByRole('dialog').getByRole('button', { name: 'Give it up' }).click();
    await shown(second.page.getByRole('dialog')).toBeHidden();
    await second.close();
    expect(digest(project)).toBe(saved);
    const third = await launchFirth({ userData: first.userData });
    await shown(third.page.getByRole('heading', { name: 'Firth' })).toBeVisible();
    await shown(third.page.getByRole('dialog')).toBeHidden();
    await third.close();
    removeFolder(first.userData);
  });

  it('a project that was never saved is offered back, and its training goes on where its last checkpoint was', async () => {
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await train(first.page, { epochs: 1000, dimensions: 800, wait: false });
    await shown(first.page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    await first.page.waitForTimeout(3500);
    await first.kill();

    const second = await launchFirth({ userData: first.userData });
    const dialog = second.page.getByRole('dialog');
    await shown(dialog.getByText('Unsaved work was found')).toBeVisible();
    await shown(dialog.getByText(/A training was under way/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Open it' }).click();
    await shown(second.page.getByRole('contentinfo').getByText('4 texts')).toBeVisible();
    await shown(second.page.getByText(/Unsaved work of .* was taken up again/)).toBeVisible();
    await second.page.getByRole('navigation').getByRole('button', { name: 'Train' }).click();
    await second.page.getByRole('button', { name: /Go on with/ }).click();
    await shown(second.page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    await second.page.getByRole('button', { name: 'Stop and keep' }).click();
    await shown(second.page.getByRole('button', { name: 'Explore it' })).toBeVisible();
    await second.answer(1);
    await second.close();
    removeFolder(first.userData);
  });
});

describe('a damaged project', () => {
  it('is not touched; its backup opens under another name', async () => {
    const project = join(folder, 'damaged.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();
    await first.close();
    truncateSync(project, 100_000);
    const damaged = digest(project);

    const second = await launchFirth({ userData: first.userData, args: [project] });
    const dialog = second.page.getByRole('dialog');
    await shown(dialog.getByText('“damaged” is damaged')).toBeVisible();
    const restored = join(folder, 'restored.firth');
    await second.saveTo(restored);
    await dialog.getByRole('button', { name: 'Open backup…' }).click();
    await shown(second.page.getByRole('contentinfo').getByText('4 texts')).toBeVisible();
    await second.close();
    expect(digest(project)).toBe(damaged);
    expect(existsSync(restored)).toBe(true);
    removeFolder(first.userData);
  });

  inLongRun('gives up what can still be read', async () => {
    const project = join(folder, 'half.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();
    await first.close();
    const elsewhere = await launchFirth();
    const bytes = readFileSync(project);
    bytes.fill(0, bytes.length - 16_384);
    const copy = join(folder, 'copy.firth');
    writeFileSync(copy, bytes);
    await elsewhere.choose(copy);
    await elsewhere.page.getByRole('button', { name: 'Open…' }).click();
    const dialog = elsewhere.page.getByRole('dialog');
    await shown(dialog.getByText('There is no backup of it on this computer.')).toBeVisible();
    await elsewhere.saveTo(join(folder, 'rescued.firth'));
    await dialog.getByRole('button', { name: 'Rescue what can be read…' }).click();
    await shown(elsewhere.page.getByText(/things? could not be read/)).toBeVisible();
    await elsewhere.close();
    copyFileSync(project, copy);
    removeFolder(first.userData);
    removeFolder(elsewhere.userData);
  });
});
