import type { Page } from '@playwright/test';
import { pageNames } from '../../renderer/pages/names.ts';

export interface View {
  readonly name: string;
  readonly query: string;
  /** What a person does before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const sentence =
  'When a king dies without children the crown goes to the incontrovertible prince of the court';

async function sequenceTab(page: Page, at: number): Promise<void> {
  await page.locator('.view:not([hidden])').getByRole('tab').nth(at).click();
  await page.waitForTimeout(200);
}

async function chooseModel(page: Page, at: number): Promise<void> {
  await page.locator('.view:not([hidden]) [role=combobox]').first().click();
  await page.getByRole('option').nth(at).click();
}

async function lookInside(page: Page, words = sentence): Promise<void> {
  await sequenceTab(page, 2);
  await page.locator('.view:not([hidden]) [data-find]').fill(words);
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  for (let step = 0; step < 4; step++)
    await page.locator('.view:not([hidden]) .stepper button').last().click();
  await page.waitForTimeout(150);
}

/** What a page looks like after something was done. */
const states: readonly View[] = [
  { name: 'home-closed', query: 'page=home&open=no' },
  { name: 'recovery', query: 'page=home&open=no&recover=yes' },
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
    name: 'words-lists',
    query: 'page=words',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.getByText('$kinship').first().click();
      await page.waitForTimeout(200);
    },
  },
  { name: 'word', query: 'page=words&word=king' },
  {
    name: 'lines',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.locator('[data-line="4"]').click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'lines-noted',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.locator('[data-line="1"]').click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'lines-notes',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').last().click();
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'lines-none',
    query: 'page=lines',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('kinge came');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'lines-own-order',
    query: 'page=lines&word=king',
    act: async (page) => {
      const choice = (name: RegExp) => page.locator('.view:not([hidden])').getByRole('combobox', { name });
      await choice(/^(?:Order|排序)$/u).selectOption('own');
      await choice(/^(?:then|再按)$/u).selectOption('meta:year');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'lines-completed',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('[l');
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'lines-distribution',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'lines-places',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.locator('.view:not([hidden]) .tools [role=combobox]').click();
      await page.getByRole('option').nth(1).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'lines-over-time',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page.locator('.view:not([hidden]) .tools [role=combobox]').click();
      await page.getByRole('option', { name: 'year' }).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'keywords-slope',
    query: 'page=keywords',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [role=combobox]').first().click();
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByText(/From one to the other|两侧对照/).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'choosing-texts',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.locator('.view:not([hidden]) .choices [role=combobox]').first().click();
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'collocates',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'collocate-network',
    query: 'page=lines&word=king',
    act: async (page) => {
      await page.getByRole('tab').nth(2).click();
      await page.locator('.view:not([hidden]) .choices select').first().selectOption('network');
      await page.locator('.view:not([hidden]) svg text.word').first().waitFor();
    },
  },
  { name: 'keywords-none', query: 'page=keywords' },
  ...(['keywords', 'keywords-tested', 'keywords-negative'] as const).map((name): View => ({
    name,
    query: 'page=keywords',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [role=combobox]').first().click();
      await page.waitForTimeout(300);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
      if (name === 'keywords-tested') await page.getByRole('checkbox').check();
      if (name === 'keywords-negative')
        await page
          .locator('label')
          .filter({ hasText: /^\s*(Negative|负主题词)/ })
          .click();
      await page.waitForTimeout(300);
    },
  })),
  {
    name: 'frames',
    query: 'page=ngrams',
    act: async (page) => {
      await page.getByText(/^(Frames|框架)$/).click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'lines-rtl', query: 'page=lines&word=%D9%83%D8%AA%D8%A7%D8%A8' },
  {
    name: 'train-texts',
    query: 'page=train',
    act: async (page) => {
      await page.locator('.view:not([hidden]) select').first().selectOption({ index: 1 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'train-running',
    query: 'page=train',
    act: async (page) => {
      await page.getByRole('textbox').nth(1).fill('king river');
      await page.locator('footer .filled').click();
      await page.waitForTimeout(2500);
    },
  },
  ...(['rows', 'paths'] as const).map((name, at): View => ({
    name: `train-running-${name}`,
    query: 'page=train',
    act: async (page) => {
      await page.locator('footer .filled').click();
      await page
        .locator('.choice label')
        .nth(at + 1)
        .click();
      await page.waitForTimeout(1500);
    },
  })),
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
      await page.locator('.view:not([hidden]) ol').getByRole('button').nth(3).click();
    },
  },
  { name: 'explore-empty', query: 'page=explore' },
  { name: 'explore', query: 'page=explore&word=king' },
  { name: 'corpus-empty', query: 'page=corpus&project=empty' },
  {
    name: 'notices',
    query: 'page=settings',
    act: async (page) => {
      await page.getByRole('button', { name: /Third-party notices|第三方声明/ }).click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'explore-sure', query: 'page=explore&word=queen' },
  {
    name: 'explore-texts',
    query: 'page=explore&word=king',
    act: async (page) => {
      await chooseModel(page, 2);
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'lines-of-texts',
    query: 'page=explore&word=king',
    act: async (page) => {
      await chooseModel(page, 2);
      await page.waitForTimeout(400);
      await page
        .getByRole('button', { name: /^(Lines in the texts|文中的例句)/ })
        .first()
        .click();
      await page.waitForTimeout(400);
    },
  },
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
    name: 'why-similar',
    query: 'page=explore&word=king',
    act: async (page) => {
      await page
        .getByRole('button', { name: /^(Why similar\?|为何相似？)/ })
        .first()
        .click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'methods',
    query: 'page=train',
    act: async (page) => {
      await page.getByRole('tab').nth(1).click();
      await page
        .getByRole('button', { name: /^(Methods…|方法说明…)$/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^(Write the bundle…|写出复现包…)$/ })
        .first()
        .click();
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
    name: 'vectors',
    query: 'page=compare',
    act: async (page) => {
      await page.locator('.view:not([hidden])').getByRole('tab').nth(1).click();
      await page.mouse.move(640, 360);
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
  {
    name: 'change',
    query: 'page=change',
    act: async (page) => {
      for (const at of [0, 1]) {
        await page.locator('.view:not([hidden]) [role=combobox]').nth(at).click();
        await page.waitForTimeout(300);
        for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(200);
      }
      await page.locator('.view:not([hidden]) form .filled').click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'change-over-time',
    query: 'page=change',
    act: async (page) => {
      await sequenceTab(page, 1);
      await page.locator('.view:not([hidden]) [data-find]').fill('peace trade war');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'change-lnd',
    query: 'page=change',
    act: async (page) => {
      for (const at of [0, 1]) {
        await page.locator('.view:not([hidden]) [role=combobox]').nth(at).click();
        await page.waitForTimeout(300);
        for (let step = 0; step <= at; step++) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(200);
      }
      await page.locator('.view:not([hidden]) form select').first().selectOption('lnd');
      await page.locator('.view:not([hidden]) form .filled').click();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'change-models',
    query: 'page=change',
    act: async (page) => {
      await sequenceTab(page, 2);
      await page.locator('.view:not([hidden]) [data-find]').fill('king');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'change-axis',
    query: 'page=change',
    act: async (page) => {
      await sequenceTab(page, 3);
      await page.locator('.view:not([hidden]) form input').nth(0).fill('peace hope');
      await page.locator('.view:not([hidden]) form input').nth(1).fill('war danger');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'change-association',
    query: 'page=change',
    act: async (page) => {
      await sequenceTab(page, 4);
      await page.locator('.view:not([hidden]) .bar .filled').click();
      await page.waitForTimeout(300);
    },
  },
  { name: 'learning', query: 'page=train', act: (page) => sequenceTab(page, 3) },
  {
    name: 'learning-paths',
    query: 'page=train',
    act: async (page) => {
      await sequenceTab(page, 3);
      await page.getByText(/^(Paths|路径)$/).click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'evaluate',
    query: 'page=train',
    act: async (page) => {
      await sequenceTab(page, 4);
      await page.locator('.view:not([hidden]) .bar .filled').click();
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'map',
    query: 'page=map',
    act: async (page) => {
      const view = page.locator('.view:not([hidden])');
      await view.locator('select').nth(1).selectOption({ index: 1 });
      await view.locator('[data-find]').fill('king');
      await page.keyboard.press('Enter');
      await view.getByText(/^(Runs|重复运行)$/).click();
      await view.getByText(/^(Lasso|套索)$/).click();
      const box = (await view.locator('[role=application]').boundingBox())!;
      await page.mouse.move(box.x + 100, box.y + 100);
      await page.mouse.down();
      for (const [x, y] of [
        [300, 90],
        [320, 260],
        [120, 280],
      ] as const)
        await page.mouse.move(box.x + x, box.y + y);
      await page.mouse.up();
      await page.waitForTimeout(400);
    },
  },
  {
    name: 'sequence-texts',
    query: 'page=sequence',
    act: async (page) => {
      const choices = page.locator('.view:not([hidden]) select');
      await choices.first().selectOption({ index: 1 });
      await page.waitForTimeout(300);
      await choices.nth(1).selectOption({ index: 0 });
      await page.waitForTimeout(300);
    },
  },
  { name: 'sequence-small', query: 'page=sequence&project=small' },
  { name: 'sequence-no-models', query: 'page=sequence&project=small', act: (page) => sequenceTab(page, 1) },
  { name: 'sequence-no-model', query: 'page=sequence&project=small', act: (page) => sequenceTab(page, 3) },
  {
    name: 'sequence-no-words',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 3);
      await page.locator('.view:not([hidden]) [data-find]').fill('…');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'sequence-advanced',
    query: 'page=sequence',
    act: async (page) => {
      await page.locator('.view:not([hidden]) summary').first().click();
    },
  },
  {
    name: 'sequence-running',
    query: 'page=sequence',
    act: async (page) => {
      await page.locator('.view:not([hidden]) footer .filled').click();
      await page.waitForTimeout(2600);
    },
  },
  {
    name: 'sequence-models',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 1);
      await page.locator('.view:not([hidden]) summary').first().click();
    },
  },
  {
    name: 'sequence-models-table',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 1);
      await page.locator('.view:not([hidden]) label').nth(1).click();
    },
  },
  { name: 'sequence-look-empty', query: 'page=sequence', act: (page) => sequenceTab(page, 2) },
  { name: 'sequence-look', query: 'page=sequence', act: (page) => lookInside(page) },
  {
    name: 'sequence-look-two',
    query: 'page=sequence',
    act: async (page) => {
      await lookInside(page);
      await page.locator('.view:not([hidden]) select').nth(1).selectOption({ index: 1 });
      await page.waitForTimeout(300);
    },
  },
  {
    name: 'sequence-gate',
    query: 'page=sequence',
    act: async (page) => {
      await lookInside(page);
      await page.locator('.view:not([hidden]) select').nth(0).selectOption({ index: 2 });
      await page.waitForTimeout(200);
    },
  },
  {
    name: 'sequence-unit',
    query: 'page=sequence',
    act: async (page) => {
      await lookInside(page);
      await page.locator('.view:not([hidden]) .viewport').click({ position: { x: 300, y: 150 } });
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'sequence-similar',
    query: 'page=sequence',
    act: async (page) => {
      await lookInside(page);
      await page.locator('.view:not([hidden]) ol button[tabindex="0"]').focus();
      for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'])
        await page.keyboard.press(key);
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'sequence-rtl',
    query: 'page=sequence',
    act: (page) => lookInside(page, 'قرأ الرجل هذا الكتاب في البيت القديم قبل سنة'),
  },
  {
    name: 'sequence-surprisal',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 3);
      await page.locator('.view:not([hidden]) [data-find]').fill(sentence);
      await page.keyboard.press('Enter');
      await page.locator('.view:not([hidden]) .filters button').first().click();
      await page.waitForTimeout(700);
    },
  },
  {
    name: 'sequence-surprisal-table',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 3);
      await page.locator('.view:not([hidden]) [data-find]').fill(sentence);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
      await page.locator('.view:not([hidden]) [type=checkbox]').first().check();
    },
  },
  {
    name: 'sequence-continue',
    query: 'page=sequence',
    act: async (page) => {
      await sequenceTab(page, 4);
      await page.locator('.view:not([hidden]) [data-find]').fill('The people of the');
      await page.locator('.view:not([hidden]) form .filled').click();
      await page.waitForTimeout(500);
    },
  },
  {
    name: 'export-surprisal',
    query: 'page=export',
    act: async (page) => {
      await page.locator('.view:not([hidden]) fieldset').first().locator('label').last().click();
    },
  },
  {
    name: 'guide-search',
    query: 'page=guide',
    act: async (page) => {
      await page.locator('.view:not([hidden]) [data-find]').fill('cosine');
      await page.waitForTimeout(200);
    },
  },
];

/** Everything that is looked at: every page as one comes to it, unless it is empty then, and the states that matter. */
export const views: readonly View[] = [
  ...pageNames
    .filter((page) => states.every(({ name }) => name !== page))
    .map((page) => ({ name: page, query: `page=${page}` })),
  ...states,
];
