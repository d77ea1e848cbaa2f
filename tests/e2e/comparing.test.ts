import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { buildCorpus, chooseTexts, goTo } from './steps.ts';

const garden = 'The roses in the garden at the end of the path were red. ';
const sea = 'The whale in the water at the end of the world was white. ';

it('compares a text with the others, and leads from what stands in a row to its lines', async () => {
  const window = await launchFirth();
  const { page } = window;
  const texts = join(window.userData, 'texts');
  mkdirSync(texts);
  for (const [name, text] of [
    ['garden.txt', garden.repeat(40)],
    ['sea.txt', sea.repeat(40)],
    ['third.txt', `${garden}${sea}`.repeat(10)],
  ] as const)
    writeFileSync(join(texts, name), text);
  await buildCorpus(window, texts);
  const view = page.locator('.view:not([hidden])');
  const rows = view.getByRole('row');

  await goTo(page, en.keywords.title);
  await shown(view.getByText(en.keywords.chooseTarget)).toBeVisible();
  await chooseTexts(page, 'sea', 'sea.txt', en.keywords.target);
  await shown(view.getByText(en.keywords.fewTexts)).toBeVisible();
  await shown(rows.filter({ hasText: 'whale' }).getByRole('cell').nth(1)).toHaveText('40');
  await shown(rows.filter({ hasText: 'whale' }).getByRole('cell').nth(2)).toHaveText('10');
  await shown(rows.filter({ hasText: 'roses' })).toHaveCount(0);
  await shown(view.getByRole('img', { name: /^Log Ratio and G² of/ })).toBeVisible();
  await view.getByText(/^Negative \d/).click();
  await shown(rows.filter({ hasText: 'roses' }).getByRole('cell').nth(2)).toHaveText('50');
  await view.getByLabel(en.keywords.measure, { exact: true }).selectOption(en.keywords.measures.bayesFactor);
  await shown(view.getByRole('columnheader', { name: 'BIC' })).toBeVisible();

  await goTo(page, en.ngrams.title);
  const ofAll = page.getByRole('button', { name: 'at the end of', exact: true });
  await shown(rows.filter({ has: ofAll }).getByRole('cell').nth(1)).toHaveText('100');
  await chooseTexts(page, 'garden', 'garden.txt');
  await shown(rows.filter({ has: ofAll }).getByRole('cell').nth(1)).toHaveText('40');
  await view.getByText(en.ngrams.kinds.frames, { exact: true }).click();
  await shown(view.getByText(en.ngrams.none)).toBeVisible();
  await view.getByTitle(en.ngrams.kindNotes.ngrams).click();
  await view.getByRole('button', { name: 'at the end of', exact: true }).click();
  await shown(view.getByText('40 lines')).toBeVisible();
  await shown(view.getByLabel(en.texts.text, { exact: true })).toHaveValue('garden.txt');
  expect(window.errors()).toBe('');
  await window.answer(1);
  await window.close();
  removeFolder(window.userData);
}, 120_000);
