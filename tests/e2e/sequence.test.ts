import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '../renderer/wording.ts';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train, trainNetwork } from './steps.ts';
import { inLongRun } from '../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-sequence-'));
const texts = writeSmallTexts(join(folder, 'texts'), { documents: 6, sentenceCount: 150 });
afterAll(() => removeFolder(folder));

const t = en.sequence;
const view = (page: Page) => page.locator('[data-page=sequence]');
const tab = (page: Page, name: string) => view(page).getByRole('tab', { name, exact: true }).click();

describe('the page Sequence', () => {
  it('trains an RNN and an LSTM, and lets one look at both, weigh a text, and write on', async () => {
    const window = await launchFirth();
    const { page } = window;
    await buildCorpus(window, texts);
    await train(page, { epochs: 3, dimensions: 24 });
    await goTo(page, en.sequence.title);

    await shown(view(page).getByText(en.shared.sequenceWarnings['too-small-for-sequence'])).toBeVisible();
    await shown(view(page).getByText(/tokens to train/)).toBeVisible();
    for (const cell of ['RNN', 'LSTM'] as const) {
      await trainNetwork(page, { cell, epochs: 2, name: `my ${cell}` });
      await shown(view(page).getByText(new RegExp(`my ${cell} is ready`))).toBeVisible();
    }

    await tab(page, t.tabs.models);
    const listed = view(page).getByRole('navigation', { name: en.training.models }).getByRole('button');
    await shown(listed).toHaveCount(2);
    await shown(view(page).getByRole('table', { name: t.perplexity }).first()).toContainText(/bigram\s*\d/);
    await view(page).getByText(t.sideBySide, { exact: true }).click();
    await shown(view(page).getByRole('row', { name: /my LSTM/ })).toContainText('16');

    await tab(page, t.tabs.look);
    await view(page).locator('[data-find]').fill('the hungry wolf ate the zebroid');
    await page.keyboard.press('Enter');
    const words = view(page).getByRole('list', { name: t.words });
    await shown(words.getByRole('listitem')).toHaveCount(8);
    await shown(words.getByRole('button', { name: /zebroid.*unknown/ })).toBeVisible();
    const after = (word: string) => view(page).getByRole('heading', { name: t.next(`\u2068${word}\u2069`) });
    await shown(after('the')).toBeVisible();
    await words.getByRole('button', { name: /^the/ }).first().focus();
    await page.keyboard.press('ArrowRight');
    await shown(after('hungry')).toBeVisible();
    await shown(
      view(page)
        .getByRole('table', { name: /my LSTM/ })
        .getByRole('row'),
    ).toHaveCount(10);
    await view(page).getByRole('combobox', { name: t.beside }).selectOption('my RNN');
    await shown(view(page).locator('canvas')).toHaveCount(2);
    await view(page).getByRole('combobox', { name: t.part }).selectOption('forget');
    await shown(view(page).getByText(t.rnnHasOne)).toBeVisible();

    // A unit, by keyboard: the cell under the cursor, then the lines of its unit.
    // The heatmap; the curves below it are gone over by keys as well.
    await view(page).getByRole('application').first().focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter'])
      await page.keyboard.press(key);
    const lines = view(page).getByRole('listbox');
    await shown(lines).toHaveAccessibleName(t.unitLines('3', t.parts.forget));
    await shown(lines.getByRole('option').first()).toContainText(/0\.\d\d$/);
    await words.getByRole('button', { name: /^hungry/ }).focus();
    for (const key of ['Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
    await shown(lines).toHaveAccessibleName(/hungry wolf/);
    await shown(lines.getByRole('option').first()).toBeVisible();
    await view(page).getByRole('button', { name: t.closeLines }).click();
    await view(page).getByRole('textbox', { name: t.withWord }).fill('wolf');
    await view(page).getByRole('button', { name: t.fromCorpus }).click();
    await shown(view(page).locator('[data-find]')).toHaveValue(/wolf/);

    await tab(page, t.tabs.surprisal);
    await view(page).locator('[data-find]').fill('the wolf ate the bread near the barn');
    await page.keyboard.press('Enter');
    await shown(view(page).getByText(/bits per word, perplexity/)).toBeVisible();
    await view(page).getByRole('button', { name: t.readCorpus }).click();
    await shown(view(page).getByText(/\d sentences/)).toBeVisible();
    await view(page).getByRole('button', { name: t.lookInside }).first().click();
    await shown(words).toBeVisible();

    await tab(page, t.tabs.continue);
    await view(page).locator('[data-find]').fill('the hungry');
    await shown(view(page).getByRole('table', { name: t.nextWord }).getByRole('row').nth(5)).toBeVisible();
    await view(page).getByRole('button', { name: t.writeOn, exact: true }).click();
    const written = view(page).getByRole('blockquote');
    await shown(view(page).getByText(/Not a quotation/)).toBeVisible();
    const first = await written.innerText();
    expect(first).toMatch(/^the\s+hungry/);
    await view(page).getByRole('button', { name: t.otherSeed }).click();
    await shown(view(page).getByText(/seed 2/)).toBeVisible();
    await view(page).getByRole('spinbutton', { name: t.seed }).fill('1');
    await view(page).getByRole('button', { name: t.writeOn, exact: true }).click();
    await shown(view(page).getByText(/seed 1/)).toBeVisible();
    expect(await written.innerText()).toBe(first);

    const table = join(folder, 'surprisal.csv');
    await tab(page, t.tabs.surprisal);
    await view(page).getByRole('button', { name: t.exportAll }).click();
    await window.saveTo(table);
    await page.getByRole('button', { name: en.export.save }).click();
    await shown(page.getByText(/Written: surprisal.csv/)).toBeVisible();
    const rows: string[][] = parse(readFileSync(table, 'utf8'), { bom: true });
    expect(rows[0]).toContain('bits');
    expect(rows.length).toBeGreaterThan(6 * 150 * 5);
    const weights = join(folder, 'network.safetensors');
    await page
      .locator('[data-page=export]')
      .getByRole('radio', { name: new RegExp(`^${en.export.kinds.sequence} `) })
      .check();
    await window.saveTo(weights);
    await page.getByRole('button', { name: en.export.save }).click();
    await shown(page.getByText(/Written: network.safetensors/)).toBeVisible();
    expect(readFileSync(weights).length).toBeGreaterThan(1000);

    await goTo(page, en.sequence.title);
    await tab(page, t.tabs.models);
    await view(page).getByText(t.list, { exact: true }).click();
    await view(page).getByRole('button', { name: en.training.delete, exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: en.training.delete }).click();
    await shown(listed).toHaveCount(1);
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });

  inLongRun('pauses, goes on, stops and keeps, and takes up what was interrupted', async () => {
    const project = join(folder, 'interrupted.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();
    await goTo(first.page, en.sequence.title);
    await shown(view(first.page).getByText(en.shared.sequenceWarnings['no-word-vectors'])).toBeVisible();
    await trainNetwork(first.page, { cell: 'LSTM', epochs: 900, name: '' });
    await shown(view(first.page).getByText(/epoch [2-9]\d* of 900/)).toBeVisible();
    await shown(view(first.page).getByRole('img', { name: t.perplexity })).toContainText('bigram');
    await view(first.page).getByRole('button', { name: en.parts.pause, exact: true }).click();
    await shown(view(first.page).getByText(en.parts.paused, { exact: true })).toBeVisible();
    await view(first.page).getByRole('button', { name: en.parts.goOn, exact: true }).click();
    await goTo(first.page, en.train.title);
    await shown(first.page.locator('[data-page=train]').getByText(/One thing at a time/)).toBeVisible();
    // Something is under way: it is stopped, to be taken up again.
    await first.answer(1);
    await first.close();

    const second = await launchFirth({ userData: first.userData, args: [project] });
    const { page } = second;
    await shown(page.getByRole('contentinfo').getByText('6 texts').first()).toBeVisible();
    await goTo(page, en.train.title);
    await shown(
      page.locator('[data-page=train]').getByRole('button', { name: en.training.start, exact: true }),
    ).toBeVisible();
    await shown(
      page.locator('[data-page=train]').getByRole('button', { name: en.training.resume }),
    ).toHaveCount(0);
    await goTo(page, en.sequence.title);
    await view(page).getByRole('button', { name: en.training.resume }).click();
    await shown(view(page).getByText(/epoch \d+ of 900/)).toBeVisible();
    await view(page).getByRole('button', { name: en.training.stop }).click();
    await shown(view(page).getByText(/is ready/)).toBeVisible();
    await second.answer(0);
    await second.close();
    removeFolder(first.userData);
  });
});
