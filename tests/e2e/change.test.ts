import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isolated } from '../../renderer/parts/direction.ts';
import { smallText } from '../fixtures/small-language.ts';
import { en } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { chooseTexts, goTo, train } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-change-'));
const texts = join(folder, 'texts');
mkdirSync(texts);
for (let at = 0; at < 16; at += 1)
  writeFileSync(join(texts, `${at < 8 ? 'early' : 'late'}_${at}.txt`), smallText(60, at + 1));
afterAll(() => removeFolder(folder));

it('shows words on a map, words that changed, two models side by side, how a model learned and how it stands in a test', async () => {
  const window = await launchFirth({ language: 'en-US' });
  const { page } = window;
  const view = page.locator('.view:not([hidden])');
  const tab = (name: string) => view.getByRole('tab', { name, exact: true }).click();
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await window.choose(texts);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await view.getByLabel('From names of files and folders').fill('{period}_{n}');
  await page.getByRole('button', { name: 'Build corpus' }).click();
  await shown(page.getByRole('button', { name: 'See the words' })).toBeVisible();
  await train(page, { epochs: 2, dimensions: 20 });
  await train(page, { epochs: 1, dimensions: 20 });

  // The map: a word is found, its true neighbours stand beside it; pictures and the table have what is seen.
  await goTo(page, en.map.title);
  const sheet = view.getByRole('application');
  await shown(sheet).toBeVisible();
  await view.getByRole('textbox', { name: en.map.find }).fill('cat');
  await page.keyboard.press('Enter');
  await shown(view.getByRole('heading', { name: en.map.nearest })).toBeVisible();
  await sheet.focus();
  await page.keyboard.press(' ');
  await shown(view.getByRole('heading', { name: en.map.chosen('1') })).toBeVisible();
  await view.getByRole('combobox', { name: en.map.colour }).selectOption('group');
  const drawing = join(folder, 'map.svg');
  await window.saveTo(drawing);
  await view.getByRole('button', { name: en.heatmap.svg }).click();
  await shown(page.getByText(en.parts.exported('map.svg'))).toBeVisible();
  expect(readFileSync(drawing, 'utf8')).toMatch(/<text[^>]*>cat<\/text>/);
  await view.getByRole('checkbox', { name: en.parts.asTable }).check();
  await shown(view.getByRole('columnheader', { name: en.map.colourColumn })).toBeVisible();

  // Two parts of the texts that differ in nothing: the list says so.
  await goTo(page, en.change.title);
  await chooseTexts(page, 'early', 'early (8)', en.change.from);
  await chooseTexts(page, 'late', 'late (8)', en.change.to);
  await view.getByRole('button', { name: en.change.compare, exact: true }).click();
  await shown(view.getByText(/^Control: of \d+ random divisions/)).toBeVisible();
  await shown(view.getByText(en.change.small.both('100,000'))).toBeVisible();
  await shown(view.getByRole('columnheader', { name: en.change.expected })).toBeVisible();
  // Followed over the values of a field, each a period.
  await tab(en.change.tabs.trajectory);
  await view.getByLabel(en.change.by, { exact: true }).selectOption('period');
  await view.getByRole('textbox', { name: en.change.followed, exact: true }).fill('cat');
  await page.keyboard.press('Enter');
  await shown(view.getByRole('img', { name: en.change.trajectoryOf(isolated('cat')) })).toBeVisible();
  await tab(en.change.tabs.models);
  await view.getByRole('textbox', { name: en.change.word }).fill('cat');
  await page.keyboard.press('Enter');
  await shown(view.getByText(/stand in both lists/)).toBeVisible();
  await tab(en.change.tabs.axis);
  await view.getByLabel(en.change.positive, { exact: true }).fill('cat dog');
  await view.getByLabel(en.change.negative, { exact: true }).fill('bread rice');
  await page.keyboard.press('Enter');
  await shown(view.getByRole('columnheader', { name: en.change.axisRange })).toBeVisible();
  const sets = join(folder, 'sets.txt');
  writeFileSync(sets, 'a: cat, dog, wolf\nb: bread, rice, soup\nc: barn, field\nd: dinner, market\n');
  await tab(en.change.tabs.association);
  await window.choose(sets);
  await view.getByRole('button', { name: en.change.chooseSets }).click();
  await shown(view.getByText(en.change.effect)).toBeVisible();

  // The model remembers how it learned.
  await goTo(page, en.train.title);
  await tab(en.train.tabs.learning);
  await shown(view.getByText(en.learning.rowsNote)).toBeVisible();
  await view.getByRole('checkbox', { name: en.parts.asTable }).check();
  await shown(view.getByRole('cell', { name: en.learning.beginning, exact: true }).first()).toBeVisible();
  await view.getByText(en.learning.views.paths, { exact: true }).click();
  await shown(view.getByRole('img', { name: /^Paths of/ })).toBeVisible();
  await view.getByText(en.learning.views.matrix, { exact: true }).click();
  await shown(view.getByRole('application', { name: /^The first rows of the matrix/ })).toBeVisible();
  await view.getByText(en.learning.views.loss, { exact: true }).click();
  await shown(view.getByText(en.learning.lossNote)).toBeVisible();

  const questions = join(folder, 'questions.txt');
  writeFileSync(questions, ': animals\ncat dog horse wolf\ncat dog bread rice\ncat dog zebra gnu\n');
  await tab(en.train.tabs.evaluation);
  await window.choose(questions);
  await view.getByRole('button', { name: en.evaluation.choose }).click();
  await shown(view.getByRole('cell', { name: en.evaluation.all })).toBeVisible();
  await shown(view.getByText(/could be asked: the model has all their words/)).toBeVisible();
  await window.answer(1);
  await window.close();
  removeFolder(window.userData);
});
