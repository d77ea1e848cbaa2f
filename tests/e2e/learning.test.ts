import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { writeSmallTexts } from '../fixtures/small-language.ts';
import { en } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder, type FirthWindow } from './open-window.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train } from './steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-learning-'));
afterAll(() => removeFolder(folder));
const t = en.learning;
const viewOf = (page: Page) => page.locator('[data-page=train]');

type Rows = readonly (readonly [head: string, numbers: readonly number[]])[];

/** Rows of the heatmap that is shown, as its file has them: what stands in front of each, and its numbers. */
async function rowsShown(window: FirthWindow, name: string): Promise<Rows> {
  const file = join(folder, `${name}.csv`);
  await window.saveTo(file);
  await viewOf(window.page).getByRole('button', { name: en.heatmap.csv }).click();
  await shown(window.page.getByText(en.parts.exported(`${name}.csv`))).toBeVisible();
  const rows: readonly string[][] = parse(readFileSync(file), { bom: true });
  return rows.slice(1).map(([head, ...cells]) => [head!, cells.map(Number)]);
}
const sizeOf = (numbers: readonly number[]) => Math.max(...numbers.map(Math.abs));

describe('a person watches a model learn', () => {
  it('on the lesson’s own sentence: its rows were random, its matrix is seen before and after, and all of it again in another session', async () => {
    const texts = join(folder, 'sentence');
    const project = join(folder, 'lesson.firth');
    mkdirSync(texts);
    writeFileSync(join(texts, 'lesson.txt'), 'The king loves the queen.\n'.repeat(100));
    const first = await launchFirth({ language: 'en-US' });
    const { page } = first;
    const view = viewOf(page);
    await buildCorpus(first, texts);
    await goTo(page, en.train.title);
    await view.getByRole('spinbutton', { name: en.training.minCount }).fill('1');
    await view.getByRole('textbox', { name: en.train.watched }).fill('king queen');
    await train(page, { epochs: 20, dimensions: 10 });

    const look = async (window: FirthWindow, session: string) => {
      const here = viewOf(window.page);
      await here.getByRole('tab', { name: en.train.tabs.learning, exact: true }).click();
      await shown(here.getByText(t.rowsNote)).toBeVisible();
      await shown(here.getByRole('combobox', { name: t.word, exact: true })).toHaveValue('king');
      const rows = await rowsShown(window, `${session}-rows`);
      await here.getByRole('combobox', { name: t.word, exact: true }).selectOption('queen');
      await shown(here.getByRole('application', { name: t.row('queen') })).toBeVisible();
      await here.getByText(t.views.paths, { exact: true }).click();
      const paths = here.getByRole('img', { name: /^Paths of/ });
      for (const word of ['king', 'queen']) await shown(paths.getByText(word, { exact: true })).toBeVisible();
      await here.getByText(t.views.matrix, { exact: true }).click();
      const matrices = [];
      for (const state of ['initial', 'trained'] as const) {
        await here.getByText(t.states[state], { exact: true }).click();
        await shown(here.getByRole('application', { name: `${t.matrix}: ${t.states[state]}` })).toBeVisible();
        matrices.push(await rowsShown(window, `${session}-${state}`));
      }
      await here.getByText(t.views.loss, { exact: true }).click();
      await shown(here.getByText(t.lossNote)).toBeVisible();
      await here.getByText(t.views.rows, { exact: true }).click();
      return { rows, initial: matrices[0]!, trained: matrices[1]! };
    };
    const seen = await look(first, 'first');
    const [begun, learned] = [seen.rows[0]!, seen.rows.at(-1)!];
    expect([begun[0], learned[0]]).toEqual([t.beginning, t.end]);
    expect(seen.rows.length).toBeGreaterThan(20);
    // Random within half of one tenth; what was learned goes beyond.
    expect(sizeOf(begun[1])).toBeLessThanOrEqual(0.05);
    expect(sizeOf(learned[1])).toBeGreaterThan(0.05);
    // The same rows stand in the matrix, before and after.
    const rowOf = (matrix: Rows) => matrix.find(([word]) => word === 'king')![1];
    expect(rowOf(seen.initial)).toEqual(begun[1]);
    expect(rowOf(seen.trained)).toEqual(learned[1]);

    await first.saveTo(project);
    await page.keyboard.press('Control+s');
    await shown(page.getByText(/saved to file/)).toBeVisible();
    await first.close();
    const second = await launchFirth({ userData: first.userData, args: [project], language: 'en-US' });
    await shown(second.page.getByRole('contentinfo').getByText(en.frame.documents(1, '1'))).toBeVisible();
    await goTo(second.page, en.train.title);
    expect(await look(second, 'second')).toEqual(seen);
    await second.close();
    removeFolder(first.userData);
  });

  it('on a corpus, while it is trained: rows and paths up to now, which are kept when it is stopped', async () => {
    const texts = writeSmallTexts(join(folder, 'texts'), { documents: 4, sentenceCount: 300 });
    const window = await launchFirth({ language: 'en-US' });
    const { page } = window;
    const view = viewOf(page);
    await buildCorpus(window, texts);
    await train(page, { epochs: 1000, dimensions: 400, wait: false });
    await shown(page.getByText(/epoch \d+ of 1,000/)).toBeVisible();
    await view.getByText(t.views.rows, { exact: true }).click();
    await shown(view.getByText(t.rowsSoFar)).toBeVisible();
    // It rests, so that what is looked at stays as it is.
    await view.getByRole('button', { name: 'Pause', exact: true }).click();
    await shown(page.getByText('paused', { exact: true }).first()).toBeVisible();
    const rows = await rowsShown(window, 'now');
    expect(rows.at(0)![0]).toBe(t.beginning);
    expect(rows.at(-1)![0]).toBe(t.now);
    await view.getByText(t.views.paths, { exact: true }).click();
    await shown(view.getByRole('img', { name: /^Paths of/ })).toBeVisible();
    await view.getByRole('button', { name: 'Continue', exact: true }).click();
    await view.getByRole('button', { name: 'Stop and keep' }).click();
    await shown(page.getByRole('button', { name: en.train.explore })).toBeVisible();
    await view.getByRole('tab', { name: en.train.tabs.learning, exact: true }).click();
    await shown(view.getByText(t.rowsNote)).toBeVisible();
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });
});
