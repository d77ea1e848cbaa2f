import { mkdtempSync } from 'node:fs';
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
  await view.getByRole('button', { name: en.explore.study.ask }).click();
  const told = view.getByRole('cell', { name: /^\d+ of 25$/ });
  await shown(told.first()).toBeVisible();
  await shown(view.getByRole('button', { name: en.explore.study.ask })).toBeHidden();
  const runs = await told.allInnerTexts();
  expect(runs.length).toBeGreaterThan(5);
  for (const one of runs) expect(Number(one.split(' ')[0])).toBeLessThanOrEqual(25);
  // The project keeps them: another page, and back.
  await goTo(page, en.words.title);
  await goTo(page, en.explore.title);
  await shown(told.first()).toBeVisible();
  await window.answer(1);
  await window.close();
  removeFolder(window.userData);
});
