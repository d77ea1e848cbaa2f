import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openWindow } from '../e2e/open-window.ts';
import { buildCorpus, goTo, train } from '../e2e/steps.ts';
import { writeZipfTexts } from './zipf-texts.ts';

// The window over a project of a million tokens and some 100,000 types: milliseconds from the click or key to the frame that
// shows the answer, measured in the page. Needs `npm run build` before.
const folder = mkdtempSync(join(tmpdir(), 'firth-bench-'));
writeZipfTexts(join(folder, 'texts'), { tokens: 1e6, types: 150_000, documents: 200 });
const window = await openWindow();
const { page } = window;

/** Clicks, and waits for the frame in which what is looked for is shown. */
const openedAfter = (name: string, looked: string) =>
  page.evaluate<number>(`new Promise((resolve) => {
    const button = [...document.querySelectorAll('nav button')].find((one) => one.textContent.trim().startsWith('${name}'));
    const began = performance.now();
    button.click();
    const look = () => {
      const found = document.querySelector(${JSON.stringify(looked)});
      if (found === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => resolve(performance.now() - began));
    };
    look();
  })`);

const print = (what: string, ms: number, bar: string) =>
  console.log(what.padEnd(48) + ms.toFixed(0).padStart(7) + `   ${bar}`);

/** The longest time that a key pressed now and then has to wait for the page. */
async function longestWait(of: Page, seconds: number): Promise<number> {
  await of.evaluate(`{
    globalThis.waits = [];
    addEventListener('keydown', (event) => globalThis.waits.push(performance.now() - event.timeStamp));
  }`);
  for (let pressed = 0; pressed < seconds * 10; pressed += 1) {
    await of.keyboard.press('Shift');
    await of.waitForTimeout(100);
  }
  return of.evaluate<number>('Math.max(...globalThis.waits)');
}

try {
  await buildCorpus(window, join(folder, 'texts'));
  await train(page, { epochs: 1, dimensions: 100 });
  console.log(`${''.padEnd(48)}${'ms'.padStart(7)}`);
  const view = (name: string) => `[data-page=${name}]:not([hidden])`;
  const contents = {
    Words: 'tbody tr:nth-child(8) .number',
    Lines: '[data-find]',
    Train: 'input',
    Explore: '[data-find]',
    Compare: 'input, textarea',
    Export: 'button',
    Settings: 'button, input',
    Corpus: 'tbody tr:nth-child(8)',
    Home: 'button',
  } as const;
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await page.getByText('200 documents').first().waitFor();
  for (const [name, content] of Object.entries(contents)) {
    const ms = await openedAfter(name, `${view(name.toLowerCase())} :is(${content})`);
    print(`open the page ${name} for the first time`, ms, 'bar: 500');
  }

  await goTo(page, 'Explore');
  const field = page.locator('[data-page=explore] [data-find]');
  for (const word of ['babe', 'babi', 'bebe']) {
    await field.fill(word);
    const ms = await page.evaluate<number>(`new Promise((resolve) => {
      const view = document.querySelector('[data-page=explore]');
      const before = view.querySelector('tbody tr')?.textContent;
      const began = performance.now();
      view.querySelector('[data-find]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      view.querySelector('[data-find]').form?.requestSubmit();
      const look = () => {
        const first = view.querySelector('tbody tr')?.textContent;
        if (first === undefined || first === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => resolve(performance.now() - began));
      };
      look();
    })`);
    print(`neighbours of “${word}”`, ms, 'bar: 100');
  }

  await goTo(page, 'Words');
  const gaps = await page.evaluate<{
    longest: number;
    frames: number;
    blank: number;
  }>(`new Promise((resolve) => {
    const scroll = document.querySelector('[data-page=words] .scroll');
    const found = { longest: 0, frames: 0, blank: 0 };
    let before = performance.now();
    const step = () => {
      const now = performance.now();
      found.longest = Math.max(found.longest, now - before);
      before = now;
      found.frames += 1;
      const { top, bottom } = scroll.getBoundingClientRect();
      const rows = [...scroll.querySelectorAll('tbody tr:not(.space)')];
      const covered = rows.length > 0 && !rows.some((row) => row.textContent === '…') && rows[0].getBoundingClientRect().top <= top + 40 && rows.at(-1).getBoundingClientRect().bottom >= bottom - 2;
      if (!covered) found.blank += 1;
      scroll.scrollTop += 400;
      if (found.frames < 600) requestAnimationFrame(step);
      else resolve(found);
    };
    requestAnimationFrame(step);
  })`);
  print('scroll 240,000 px of words: longest frame', gaps.longest, '');
  print('… frames of 600 that showed a gap', gaps.blank, 'bar: 0');

  await train(page, { epochs: 200, dimensions: 100, wait: false });
  print('longest wait of a key while training', await longestWait(page, 5), 'bar: 100');
  await window.answer(1);
} finally {
  await window.kill();
  rmSync(folder, { recursive: true, force: true });
}
