import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { en } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-study-'));
const texts = join(folder, 'texts');
writeSmallTexts(texts, { documents: 12, sentenceCount: 300 });
afterAll(() => removeFolder(folder));

it('says how sure a list is: what it costs, one click, and in how many runs a word stands', async () => {
  const window = await launchFirth();
  const { page } = window;
  await buildCorpus(window, texts);
  await train(page, { epochs: 2, dimensions: 20 });
  await goTo(page, en.explore.title);
  const view = page.locator('.view:not([hidden])');
  await view.locator('[data-find]').fill('cat');
  await page.keyboard.press('Enter');
  await shown(view.getByText(/25 runs/).first()).toBeVisible();
  await view.getByRole('button', { name: en.parts.studyOffer.ask }).click();
  const told = view.getByRole('cell', { name: /^\d+ of 25$/ });
  await shown(told.first()).toBeVisible();
  await shown(view.getByRole('button', { name: en.parts.studyOffer.ask })).toBeHidden();
  const runs = await told.allInnerTexts();
  expect(runs.length).toBeGreaterThan(5);
  for (const one of runs) expect(Number(one.split(' ')[0])).toBeLessThanOrEqual(25);
  // The project keeps them: another page, and back.
  await goTo(page, en.words.title);
  await goTo(page, en.explore.title);
  await shown(told.first()).toBeVisible();
  // Why a neighbour is one: both words with their lines side by side.
  await view
    .getByRole('button', { name: /^Why similar\? cat, / })
    .first()
    .click();
  const shared = view.getByRole('region', { name: en.explore.why.shared });
  await shown(shared.getByRole('row').nth(1)).toBeVisible();
  expect(await shared.getByRole('row').nth(1).locator('b').count()).toBe(2);
  await shown(view.getByRole('region', { name: en.explore.why.unseen })).toBeVisible();
  // What a methods section says, and the bundle, by one click each.
  await goTo(page, en.train.title);
  await view.getByRole('tab', { name: en.train.tabs.models }).click();
  await view.getByRole('button', { name: en.train.methods.open }).click();
  const dialog = page.getByRole('dialog');
  await shown(dialog.getByText(/repeated 25 times/)).toBeVisible();
  const bundle = join(folder, 'bundle');
  await window.saveTo(bundle);
  await dialog.getByRole('button', { name: en.train.methods.write }).click();
  await shown(dialog.getByText(/methods\.docx/)).toBeVisible();
  expect(readdirSync(bundle)).toEqual(
    expect.arrayContaining([
      'methods.en.txt',
      'methods.zh.txt',
      'methods.docx',
      'firth.bib',
      'firth.csl.json',
    ]),
  );
  await dialog.getByRole('button', { name: en.parts.close }).click();
  await window.answer(1);
  await window.close();
  removeFolder(window.userData);
});
