import type { Page } from '@playwright/test';

export interface View {
  readonly name: string;
  readonly query: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Everything that is looked at: each page, in the states that matter. */
export const views: readonly View[] = [
  { name: 'home-closed', query: 'page=home&open=no' },
  { name: 'home', query: 'page=home' },
  { name: 'words', query: 'page=words' },
  { name: 'corpus', query: 'page=corpus' },
  {
    name: 'corpus-intake',
    query: 'page=corpus',
    act: async (page) => {
      await page.getByRole('button', { name: /Choose files|选择文件…/ }).click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'corpus-fields',
    query: 'page=corpus',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'sub-corpus',
    query: 'page=corpus',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.waitForTimeout(200);
      await page
        .getByRole('button', { name: /Change…|修改…/ })
        .nth(1)
        .click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'cutting',
    query: 'page=corpus',
    act: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'workbench',
    query: 'page=corpus',
    act: async (page) => {
      await page.getByRole('tab').nth(3).click();
      await page.getByRole('button', { name: /^(Compare|对照)$/ }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'lines',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.locator('[id=line-4]').click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'collocates',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'lines-rtl', query: 'page=lines&word=%D9%83%D8%AA%D8%A7%D8%A8' },
  { name: 'train', query: 'page=train' },
  {
    name: 'train-running',
    query: 'page=train',
    act: async (page) => {
      await page.getByRole('textbox').nth(1).fill('king river');
      await page.locator('footer .filled').click();
      await page.waitForTimeout(2500);
    },
  },
  {
    name: 'models',
    query: 'page=train',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
    },
  },
  {
    name: 'pairs',
    query: 'page=train',
    act: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.waitForTimeout(400);
      await page.getByRole('listitem').getByRole('button', { name: 'queen' }).click();
    },
  },
  { name: 'explore', query: 'page=explore&word=king' },
  {
    name: 'analogy',
    query: 'page=explore',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('king - man + woman');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'unknown-word',
    query: 'page=explore',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('kinge');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'slot',
    query: 'page=explore',
    act: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.locator('.view:not([hidden]) [data-find]').fill('long live the');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'compare',
    query: 'page=compare',
    act: async (page) => {
      await page.mouse.move(640, 360);
      await page.waitForTimeout(100);
    },
  },
  {
    name: 'similarity',
    query: 'page=compare',
    act: async (page) => {
      await page.locator('.view:not([hidden])').getByRole('tab').nth(1).click();
      await page.locator('.view:not([hidden])').getByRole('checkbox').nth(1).check();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'difference',
    query: 'page=compare',
    act: async (page) => {
      await page.locator('.view:not([hidden])').getByRole('tab').nth(2).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'arithmetic',
    query: 'page=compare',
    act: async (page) => {
      await page.locator('.view:not([hidden])').getByRole('tab').nth(3).click();
      await page.locator('.panel input').first().fill('king - man + woman');
      await page.locator('.panel input').nth(1).fill('queen');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  { name: 'export', query: 'page=export' },
  { name: 'settings', query: 'page=settings' },
  { name: 'guide', query: 'page=guide' },
  {
    name: 'guide-search',
    query: 'page=guide',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('cosine');
      await page.waitForTimeout(200);
    },
  },
];
