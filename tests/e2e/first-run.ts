import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import { removeFolder, type FirthWindow, type LaunchOptions } from './open-window.ts';
import { shown } from './shown.ts';

/** Twenty addresses of two centuries, in a folder whose name is neither English nor plain. */
export function textsOfMyOwn(folder: string): string {
  const texts = join(folder, '语料 é', 'letters & more');
  mkdirSync(texts, { recursive: true });
  const sample = join(import.meta.dirname, '../../resources/samples/state-of-the-union/texts');
  const files = readdirSync(sample).toSorted();
  for (let i = 0; i < 20; i++) {
    const file = files[Math.floor((i * files.length) / 20)]!;
    copyFileSync(join(sample, file), join(texts, file));
  }
  return texts;
}

interface Deeds {
  clicks: number;
  typed: number;
  /** Of each click on what it was, and after how many frames something was seen to change: infinite where nothing was. */
  waits: { readonly on: string; frames: number }[];
}

/** Counts what a person would have to do in a page: clicks, entries that are typed, and frames in which nothing answers a click. */
async function countingDeeds(page: Page) {
  await page.evaluate(() => {
    const done: Deeds = { clicks: 0, typed: 0, waits: [] };
    Object.assign(globalThis, { done });
    let [frame, clickedAt] = [0, -1];
    const count = () => {
      frame += 1;
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const changed = new MutationObserver(() => {
      if (clickedAt < 0) return;
      done.waits[done.waits.length - 1]!.frames = frame - clickedAt;
      clickedAt = -1;
    });
    changed.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const onclick = ({ isTrusted, target }: Event) => {
      if (!isTrusted || !(target instanceof Element)) return;
      done.clicks += 1;
      done.waits.push({ on: target.closest('button')?.textContent.trim() ?? '', frames: Infinity });
      clickedAt = frame;
    };
    addEventListener('click', onclick, true);
    addEventListener('input', () => (done.typed += 1), true);
  });
  const deeds = () =>
    page.evaluate(() => {
      const { done } = globalThis as unknown as { done: Deeds };
      return { ...done, waits: [...done.waits] };
    });
  return {
    deeds,
    /** What is done meanwhile does not count. */
    async apart(work: () => Promise<unknown>): Promise<void> {
      const before = await deeds();
      await work();
      await page.evaluate(
        (counted) => Object.assign((globalThis as unknown as { done: Deeds }).done, counted),
        before,
      );
    },
  };
}

/** 300 ms at 60 frames a second. Counted, so that a slow machine, which shows fewer, is not taken for a silent window. */
const mostSilentFrames = 18;

/** From a folder of texts to vectors in a table, over a save, an end and a new start. Files go to `folder`. */
export async function walkFirstRun(
  folder: string,
  open: (options: LaunchOptions) => Promise<FirthWindow>,
): Promise<void> {
  const texts = textsOfMyOwn(folder);
  const project = join(folder, '语料 é', 'addresses.firth');
  const table = join(folder, 'vectors.csv');
  const first = await open({});
  const { page } = first;

  const walk = await countingDeeds(page);
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await first.choose(texts);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await shown(page.getByRole('row')).toHaveCount(21);
  await page.getByRole('button', { name: 'Build corpus' }).click();
  await page.getByRole('button', { name: 'See the words' }).click();
  const words = page.getByRole('region', { name: 'Words', exact: true });
  await shown(words.getByRole('button', { name: 'the', exact: true })).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: 'Train' }).click();
  // A person takes the preset: it is shortened so that the test is short.
  await walk.apart(() => page.getByRole('spinbutton', { name: 'Epochs' }).fill('4'));
  await page.locator('[data-page=train]').getByRole('button', { name: 'Train', exact: true }).click();
  await page.getByRole('button', { name: 'Explore it' }).click({ timeout: 60_000 });
  // Words of these texts are offered where one is to be typed.
  await page.locator('#explore-panel .act').getByRole('button').first().click();
  await shown(page.locator('#explore-panel').getByRole('row')).not.toHaveCount(0);
  // From the first window to neighbours in texts of one's own, with one more in the dialog of the system.
  const { clicks, typed, waits } = await walk.deeds();
  expect(clicks + 1).toBeLessThanOrEqual(10);
  expect(typed).toBe(0);
  expect(waits).toHaveLength(clicks);
  expect(waits.filter(({ frames }) => frames > mostSilentFrames)).toEqual([]);

  await first.saveTo(project);
  await page.keyboard.press('Control+s');
  await shown(page.getByText(/saved to file/)).toBeVisible();
  await first.close();
  expect(existsSync(project)).toBe(true);

  const second = await open({ userData: first.userData, args: [project] });
  await shown(second.page.getByRole('contentinfo').getByText('20 texts')).toBeVisible();
  await second.page.keyboard.press('Control+e');
  await second.saveTo(table);
  await second.page.getByRole('button', { name: 'Export…' }).click();
  await shown(second.page.getByText(/Written: vectors.csv/)).toBeVisible();
  await second.close();

  const rows: string[][] = parse(readFileSync(table, 'utf8'), { bom: true });
  expect(rows[0]!.slice(0, 3)).toEqual(['word', 'count', 'd1']);
  expect(rows.every((row) => row.length === rows[0]!.length)).toBe(true);
  removeFolder(first.userData);
}
