import type { Browser, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { previewServer, type PreviewServer } from './preview-server.ts';
import { en } from './wording.ts';

let browser: Browser;
let server: PreviewServer;
let page: Page;

beforeAll(async () => {
  server = await previewServer();
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(query: string): Promise<Locator> {
  await page.goto(`${server.url}?${query}`);
  await page.waitForSelector('.view:not([hidden]) :is(h1, h2)');
  return page.locator('.view:not([hidden])');
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const boxOf = async (part: Locator): Promise<Box> => {
  await part.waitFor();
  return (await part.boundingBox())!;
};
const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
const isWithin = (inner: Box, outer: Box) =>
  inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1;

describe('a dialog', () => {
  it('begins at what loses nothing: Enter takes lost work up', async () => {
    await open('page=home&open=no&recover=yes');
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toBe(en.home.recovery.open);
  });

  it('begins at Cancel where its act removes something', async () => {
    const view = await open('page=train');
    await view.getByRole('tab').nth(1).click();
    await view.getByRole('button', { name: en.training.delete }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toBe(en.shared.cancel);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await view.getByRole('button', { name: en.training.delete }).count()).toBeGreaterThan(0);
  });
});

describe('lines of a concordance', () => {
  it('stand in their rows, also where nothing is before the node, and fade at both ends', async () => {
    const view = await open('page=lines&word=king');
    const row = view.locator('[data-line="0"]');
    expect(isWithin(await boxOf(row.locator('.text')), await boxOf(row))).toBe(true);
    for (const side of ['.left', '.right'])
      expect(await row.locator(side).evaluate((part) => getComputedStyle(part).maskImage)).toContain(
        'gradient',
      );
  });

  it('have no blank before a comma that the text has not', async () => {
    const view = await open('page=lines&word=king');
    const gap = async (n: number) => {
      const row = view.locator(`[data-line="${n}"]`);
      const node = await boxOf(row.locator('b'));
      return (await boxOf(row.locator('.right'))).x - node.x - node.width;
    };
    expect(await gap(1)).toBeLessThan(1);
    expect(await gap(2)).toBeGreaterThan(4);
  });

  it('open with the hit in sight, what is known of its text, and the ways to the next', async () => {
    const view = await open('page=lines&word=king');
    const list = view.getByRole('listbox');
    const height = (await boxOf(list)).height;
    // The last row in sight, which the context would cover.
    const last = Math.floor(height / 28) - 1;
    await view.locator(`[data-line="${last}"]`).click();
    const aside = view.getByRole('complementary');
    const mark = aside.locator('mark');
    expect(isWithin(await boxOf(mark), await boxOf(aside))).toBe(true);
    await expect.poll(async () => (await boxOf(list)).height).toBeLessThan(height);
    expect(isWithin(await boxOf(view.locator(`[data-line="${last}"]`)), await boxOf(list))).toBe(true);
    expect(await aside.locator('dl').textContent()).toMatch(/author\s*\S+.*year\s*\d{4}/);
    const place = aside.getByRole('status');
    expect(await place.textContent()).toBe(`${last + 1} of 412`);
    await aside.getByRole('button', { name: en.concordance.nextLine }).click();
    expect(await place.textContent()).toBe(`${last + 2} of 412`);
    await aside.getByRole('button', { name: en.concordance.previousLine }).click();
    expect(await place.textContent()).toBe(`${last + 1} of 412`);
  });
});

describe('a slow answer', () => {
  it('keeps its heading until the next is there, and shows that something is done', async () => {
    const view = await open('page=lines&word=king&slow=query.lines');
    const heading = view.locator('.head :is(.word, .corpus-text)').first();
    await heading.waitFor();
    expect(await heading.textContent()).toBe('king');
    await view.locator('[data-find]').fill('river');
    await page.keyboard.press('Enter');
    await page.locator('.waiting.long').waitFor();
    expect(await heading.textContent()).toBe('king');
    expect(await page.locator('main').getAttribute('aria-busy')).toBe('true');
    await expect.poll(() => heading.textContent()).toBe('river');
    expect(await page.locator('.waiting.long').count()).toBe(0);
  });

  it('never stands under the word that is asked next', async () => {
    const view = await open('page=explore&word=king&slow=search.neighbours');
    const heading = view.locator('.terms');
    await heading.waitFor();
    await view.locator('[data-find]').fill('river');
    await page.keyboard.press('Enter');
    await page.locator('.waiting.long').waitFor();
    expect((await heading.textContent())?.trim()).toBe('king');
    await expect.poll(async () => (await heading.textContent())?.trim()).toBe('river');
  });
});

describe('texts in another direction', () => {
  it('have their words cut from right to left', async () => {
    const view = await open('page=corpus');
    await view.getByRole('button', { name: en.corpus.files }).click();
    await view.getByLabel(en.corpus.preview).fill('قرأ الرجل هذا الكتاب');
    const chips = view.locator('.tokens bdi');
    await expect.poll(() => chips.first().textContent()).toBe('قرأ');
    expect((await boxOf(chips.nth(0))).x).toBeGreaterThan((await boxOf(chips.nth(1))).x);
  });

  it('leave the figures that are read beside them in their order', async () => {
    for (const [asked, place] of [
      ['compare', '[role=application]:has(canvas)'],
      ['map', '[role=application]'],
    ] as const) {
      const view = await open(`page=${asked}&script=arabic`);
      await view.locator(place).focus();
      for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
      const said = view.locator('.said').first();
      await expect.poll(() => said.textContent()).toMatch(/\p{Script=Arabic}.*\d/u);
      // From left to right: the end of the first word, then the first figure behind all words that are one after the other.
      const [word, figure] = await said.evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const node = walker.nextNode()!;
        const text = node.textContent!;
        const boxAt = (at: number) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return range.getBoundingClientRect();
        };
        return [boxAt(text.search(/\p{Script=Arabic}/u)).right, boxAt(text.search(/\d/u)).left];
      });
      expect(word, asked).toBeLessThanOrEqual(figure + 1);
    }
  });
});

describe('a table', () => {
  it('is put in order wherever its head is hit', async () => {
    const view = await open('page=words');
    const head = view.getByRole('columnheader', { name: en.parts.range });
    const { x, y, height } = await boxOf(head);
    expect(await head.getAttribute('aria-sort')).toBe('none');
    await page.mouse.click(x + 4, y + height / 2);
    expect(await head.getAttribute('aria-sort')).not.toBe('none');
  });
});

describe('pairs of words', () => {
  it('scroll in their box, however many there are', async () => {
    const view = await open('page=corpus');
    await view.getByRole('tab').nth(2).click();
    await view.getByRole('button', { name: en.corpus.cutting.find }).click();
    const list = view.locator('.cutting ul');
    await list.waitFor();
    expect(await list.evaluate((box) => box.scrollHeight > box.clientHeight)).toBe(true);
    expect(await view.locator('.cutting').evaluate((box) => box.scrollHeight - box.clientHeight)).toBe(0);
  });

  it('say that they are looked for', async () => {
    const view = await open('page=corpus&slow=corpus.phrases');
    await view.getByRole('tab').nth(2).click();
    const find = view.getByRole('button', { name: en.corpus.cutting.find });
    await find.click();
    await view.locator('.cutting ul').waitFor();
    await find.click();
    await view.getByText(`${en.corpus.cutting.finding} …`).waitFor();
    await page.getByRole('group', { name: en.frame.jobs }).getByText(en.corpus.cutting.finding).waitFor();
  });
});

describe('training', () => {
  it('asks for its texts before there is any sub-corpus', async () => {
    const view = await open('page=train&project=small');
    const choice = view.getByLabel(en.texts.texts);
    await choice.waitFor();
    expect(await choice.locator('option').count()).toBe(1);
  });

  it('shows its pairs on a sentence of the texts', async () => {
    const view = await open('page=train');
    await view.getByRole('tab').nth(2).click();
    await expect
      .poll(() => view.getByLabel(en.train.sentence).inputValue())
      .toMatch(/^Peace with the \S+ and/);
  });
});

describe('a project that has a file', () => {
  it('says so, is among the recent ones once saved, and leaves a way to a new one', async () => {
    const view = await open('page=home');
    const foot = page.locator('footer').last();
    expect(await foot.textContent()).toContain(en.frame.saved);
    await view.getByRole('button', { name: en.home.newProject }).waitFor();
    const recent = view.getByRole('listitem');
    await recent.first().waitFor();
    const before = await recent.count();
    await view.getByRole('button', { name: en.shared.commands.saveAs }).click();
    await expect.poll(() => recent.count()).toBe(before + 1);
  });
});

describe('similarities', () => {
  it('are what Compare opens on, with the tree of their rows, and their values where they fit', async () => {
    const view = await open('page=compare');
    const tab = view.getByRole('tab', { name: en.compare.tabs.similarity });
    expect(await tab.getAttribute('aria-selected')).toBe('true');
    await view.locator('canvas').waitFor();
    expect(await view.getByRole('checkbox', { name: en.heatmap.values }).isChecked()).toBe(true);
    // A scale that fits leaves out that every word is like itself.
    expect(await view.getByRole('img', { name: /symmetric about 0/u }).textContent()).not.toMatch(
      /1\.0|−1\b/u,
    );
  });
});

describe('the settings', () => {
  it('show what others made, with its terms', async () => {
    const view = await open('page=settings');
    await view.getByRole('button', { name: en.settings.notices }).click();
    await view.getByText('better-sqlite3').click();
    const terms = view.locator('details[open] pre');
    await terms.waitFor();
    expect(await terms.textContent()).toContain('Permission is hereby granted');
  });
});

describe('after a training', () => {
  it('the curve stays, and the first button leads to what came of it', async () => {
    const view = await open('page=train');
    await view.locator('footer .filled').click();
    // A training that is stopped before its first loss has no curve to keep.
    await view.locator('svg polyline[points]:not([points=""])').waitFor({ state: 'attached' });
    await view.getByRole('button', { name: en.training.stop }).click();
    await view.getByRole('button', { name: en.train.explore }).waitFor();
    await view.getByRole('heading', { name: en.training.loss }).waitFor();
    const first = view.locator('.page button').first();
    expect((await first.textContent())?.trim()).toBe(en.train.explore);
    await view.getByRole('button', { name: en.training.another }).click();
    await view.getByRole('button', { name: en.training.start, exact: true }).waitFor();
  });
});
