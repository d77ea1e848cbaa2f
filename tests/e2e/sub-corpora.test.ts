import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it, onTestFinished } from 'vitest';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { chooseTexts, goTo } from './steps.ts';

const texts = {
  'novels/austen_1813.txt': 'The king met a sister-in-law. The king smiled.',
  'novels/shelley_1818.txt': 'The monster met the king and his brother-in-law.',
  'letters/austen_1815.txt': 'Dear sister, the queen met my sister-in-law.',
};

function writeTexts(folder: string): string {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(join(folder, 'texts', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'texts', name), text);
  }
  return join(folder, 'texts');
}

const view = (page: Page) => page.locator('.view:not([hidden])');

it('groups texts by their fields, counts in a group, and compares two ways of cutting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-sub-corpora-'));
  onTestFinished(() => removeFolder(folder));
  const window = await launchFirth({ language: 'en-US' });
  const { page } = window;
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await window.choose(writeTexts(folder));
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await view(page).getByLabel('From names of files and folders').fill('{genre}/{author}_{year}');
  await page.getByRole('button', { name: 'Build corpus' }).click();
  await shown(page.getByRole('button', { name: 'See the words' })).toBeVisible();

  // Years are dates, and so a sub-corpus may lie between two of them.
  await view(page).getByRole('tab', { name: 'Fields and sub-corpora' }).click();
  await shown(view(page).getByRole('combobox', { name: 'What the values of year are' })).toHaveValue('auto');
  await shown(view(page).getByText('1813 – 1818')).toBeVisible();
  await view(page).getByRole('button', { name: 'New sub-corpus…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Early');
  await dialog.getByLabel('Field').selectOption('year');
  await dialog.getByLabel('To').fill('1815');
  await shown(dialog.getByText('2 texts · 15 tokens')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add a condition' }).click();
  await dialog.getByLabel('Field').nth(1).selectOption('genre');
  await dialog.getByRole('checkbox', { name: 'novels' }).check();
  await shown(dialog.getByText('1 text · 8 tokens')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await shown(view(page).getByRole('heading', { name: 'Early' })).toBeVisible();

  await goTo(page, 'Words');
  await shown(view(page).getByText('14 rows')).toBeVisible();
  await chooseTexts(page, 'earl', 'Early (1)');
  await shown(view(page).getByText('6 rows')).toBeVisible();
  await shown(
    view(page)
      .getByRole('region', { name: 'Words', exact: true })
      .getByRole('button', { name: 'queen', exact: true }),
  ).toHaveCount(0);
  await view(page)
    .getByRole('region', { name: 'Words', exact: true })
    .getByRole('button', { name: 'king', exact: true })
    .click();
  await page.getByRole('menuitem', { name: 'Everything about it' }).click();
  const everything = view(page).getByRole('region', { name: 'Everything about king' });
  await shown(everything.getByText('2 occurrences')).toBeVisible();
  await shown(everything.getByText('in 1 of 1 text')).toBeVisible();
  await view(page)
    .getByRole('region', { name: 'Words', exact: true })
    .getByRole('button', { name: 'king', exact: true })
    .click();
  await page.getByRole('menuitem', { name: 'Lines in the texts' }).click();
  await shown(view(page).getByText('3 lines')).toBeVisible();
  await chooseTexts(page, 'genre nov', 'novels (2)');
  await chooseTexts(page, 'earl', 'Early (1)');
  await shown(view(page).getByText('2 lines')).toBeVisible();

  // A model of the sub-corpus, which speaks of its texts alone wherever it leads.
  await view(page).getByRole('combobox', { name: 'Text', exact: true }).click();
  await view(page).getByRole('option', { name: 'All texts', exact: true }).click();
  await shown(view(page).getByText('3 lines')).toBeVisible();
  await goTo(page, 'Train');
  await shown(view(page).getByText('Chosen for this corpus')).toBeVisible();
  await view(page).getByLabel('Texts', { exact: true }).selectOption('Early (1 text · 8 tokens)');
  await shown(view(page).getByText('Chosen for these texts')).toBeVisible();
  await shown(view(page).getByText('keeps 2 of 6 types')).toBeVisible();
  await view(page).getByLabel('Name', { exact: true }).fill('early');
  await view(page).getByRole('button', { name: 'Train', exact: true }).click();
  await shown(view(page).getByText(/early is ready/)).toBeVisible();
  await view(page).getByRole('tab', { name: 'Models' }).click();
  await shown(view(page).getByText('1 text · 8 tokens')).toBeVisible();
  await view(page).getByRole('button', { name: 'Explore it', exact: true }).last().click();
  await shown(view(page).getByText('Trained on “Early”')).toBeVisible();
  await view(page).locator('[data-find]').fill('king');
  await page.keyboard.press('Enter');
  await shown(view(page).getByText('No other word of this model is met 5 times or more.')).toBeVisible();
  await view(page).getByRole('button', { name: 'List the rarer ones' }).click();
  // “the” occurs five times in all.
  await shown(view(page).getByRole('row').filter({ hasText: 'the' }).getByRole('cell').nth(3)).toHaveText(
    '2',
  );
  await view(page).getByRole('button', { name: 'Lines in the texts: the' }).click();
  await shown(view(page).getByText('2 lines')).toBeVisible();
  await shown(view(page).getByLabel('Text', { exact: true })).toHaveValue('Early (1)');
  await goTo(page, 'Explore');
  await view(page).locator('[data-find]').fill('queen');
  await page.keyboard.press('Enter');
  await shown(view(page).getByText('does not occur in “Early”')).toBeVisible();
  await goTo(page, 'Compare');
  await view(page).locator('[data-find]').fill('king queen the');
  await page.keyboard.press('Enter');
  await shown(view(page).getByText('Not in this model: queen')).toBeVisible();
  await view(page).getByRole('tab', { name: 'Vectors', exact: true }).click();
  await shown(view(page).getByLabel('Words × dimensions').first()).toBeVisible();

  // The workbench: hyphens kept or split, and an entry out of the difference.
  await goTo(page, 'Corpus');
  await view(page).getByRole('tab', { name: 'Workbench' }).click();
  await view(page).getByText('Second', { exact: true }).click();
  await view(page).getByRole('checkbox', { name: 'Split at hyphens' }).check();
  await view(page).getByRole('button', { name: 'Compare' }).click();
  await shown(view(page).getByText('sister | in | law')).toBeVisible();
  await shown(view(page).getByText('3 places')).toBeVisible();
  await view(page).getByRole('button', { name: 'Always cut sister-in-law like the first way' }).click();
  await shown(view(page).getByText('in the dictionary', { exact: true })).toBeVisible();
  await view(page).getByText('Effect on counts', { exact: true }).click();
  await shown(view(page).getByRole('cell', { name: 'in', exact: true })).toBeVisible();
  // The second way heeds the dictionary now.
  await view(page).getByRole('button', { name: 'Compare' }).click();
  await shown(view(page).getByText('1 place', { exact: true })).toBeVisible();
  await view(page).getByRole('tab', { name: 'Tokenisation' }).click();
  await shown(view(page).getByLabel('Dictionary of this project')).toHaveValue('sister-in-law');
  expect(window.errors()).toBe('');
  await window.answer(1);
  await window.close();
}, 120_000);
