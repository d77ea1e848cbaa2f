import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { en, titles, zh } from '../renderer/wording.ts';
import { textsOfMyOwn } from './first-run.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train, trainNetwork } from './steps.ts';
import { docxFile } from '../core/corpus/readers/document-fixtures.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { extent, isLongRun } from '../extent.ts';

const root = join(import.meta.dirname, '../..');
const languages = { en: { t: en, locale: 'en-US' }, zh: { t: zh, locale: 'zh-CN' } } as const;
type Language = keyof typeof languages;
const languagesOfGuide = ['en', 'zh'] as const;

/** `npm run guide:pictures` puts what the guide shows into docs/guide as well. */
const forGuide = process.env['FIRTH_GUIDE_PICTURES'] === '1';

/** `FIRTH_PICTURES=1` puts them into test-results/pages; without, pages are only asked. */
const hasPictures = forGuide || process.env['FIRTH_PICTURES'] === '1';

const takePictures = (language: Language, page: Page) => async (name: string) => {
  if (!hasPictures) return;
  // What moves has come to rest.
  await page.waitForTimeout(300);
  const folder = join(root, 'test-results', 'pages', language);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  const inGuide = join(root, 'docs/guide/pictures', language, `${name}.png`);
  if (forGuide && shownInGuide.has(name)) await page.locator('main').screenshot({ path: inGuide });
};

const shownInGuide = new Set(
  readdirSync(join(root, 'docs/guide/en')).flatMap((file) =>
    [
      ...readFileSync(join(root, 'docs/guide/en', file), 'utf8').matchAll(/pictures\/en\/([a-z-]+)\.png/g),
    ].map(([, name]) => name!),
  ),
);

/**
 * An RNN and an LSTM, and what one does with them: on the sample they are stopped and kept when they have begun. What the guide shows was
 * trained to the end, on fewer texts, and is the same in both languages.
 */
async function walkSequence(page: Page, language: Language): Promise<void> {
  const shownIn: readonly Language[] = forGuide ? ['en', 'zh'] : [language];
  const size = forGuide ? { hidden: 64, maxVocabulary: 1000, epochs: 14 } : { maxVocabulary: 500, epochs: 1 };
  const { t } = languages[language];
  const within = t.sequence;
  const tab = (name: string) => view(page).getByRole('tab', { name, exact: true }).click();
  const take = async (name: string) => {
    for (const one of shownIn) {
      if (shownIn.length > 1) await speak(page, one);
      await takePictures(one, page)(name);
    }
    if (shownIn.length > 1) await speak(page, language);
  };
  await goTo(page, t.sequence.title);
  await shown(
    view(page)
      .locator('footer')
      .getByText(/\d \p{L}+/u),
  ).toBeVisible();
  await take('sequence-train');
  for (const cell of ['RNN', 'LSTM'] as const) {
    await trainNetwork(page, { cell, name: cell, t, ...size });
    await shown(view(page).getByRole('img', { name: within.gradients })).toBeVisible();
    if (!forGuide) await view(page).getByRole('button', { name: t.training.stop }).click();
    else if (cell === 'LSTM') {
      await shown(view(page).getByText(t.training.epochOf('10', '14'))).toBeVisible({ timeout: 1_200_000 });
      await page.waitForTimeout(1000);
      await take('sequence-running');
    }
    const done = view(page).getByRole('button', { name: within.lookInside, exact: true });
    await shown(done).toBeVisible({ timeout: 1_200_000 });
    await view(page).getByRole('button', { name: t.parts.dismiss }).click();
  }
  await tab(within.tabs.models);
  await shown(view(page).getByRole('navigation').getByRole('button')).toHaveCount(2);
  await take('sequence-models');
  await tab(within.tabs.look);
  await askFor(page, 'the people of the united states have chosen peace and will keep it');
  await view(page).getByRole('combobox', { name: within.beside }).selectOption('RNN');
  await shown(view(page).locator('canvas')).toHaveCount(2);
  await view(page).getByRole('list', { name: within.words }).getByRole('button').nth(6).click();
  await take('sequence-look');
  await tab(within.tabs.surprisal);
  await askFor(page, 'we hold the truth to be plain that no purple nation was ever free');
  await shown(view(page).getByRole('list', { name: within.tabs.surprisal })).toBeVisible();
  if (forGuide) {
    await view(page).getByRole('button', { name: within.readCorpus }).click();
    await shown(view(page).getByRole('row').nth(3)).toBeVisible({ timeout: 600_000 });
  }
  await take('sequence-surprisal');
  await tab(within.tabs.continue);
  await askFor(page, 'the people of the');
  await view(page).getByRole('button', { name: within.writeOn, exact: true }).click();
  await shown(view(page).getByRole('blockquote')).toBeVisible();
  await take('sequence-continue');
}

/** In a window of its own, on twenty addresses. */
async function showSequence(): Promise<void> {
  const window = await launchFirth();
  await buildCorpus(window, textsOfMyOwn(window.userData));
  await train(window.page, { epochs: 25, dimensions: 50 });
  await walkSequence(window.page, 'en');
  await window.answer(1);
  await window.close();
  removeFolder(window.userData);
}

/** The window in another language, and back at the page where it was. */
async function speak(page: Page, language: Language): Promise<void> {
  const here = await view(page).getAttribute('data-page');
  await page.keyboard.press('Control+,');
  await view(page).getByText(languages[language].t.settings.languages[language], { exact: true }).click();
  await goTo(page, new Map<string | null, string>(titles(languages[language].t)).get(here)!);
  await page.waitForTimeout(300);
}

/** Texts as they come: in different languages and encodings. */
function mixedTexts(folder: string): string {
  const texts = join(folder, 'letters');
  mkdirSync(texts);
  const files: readonly (readonly [string, Buffer])[] = [
    [
      'anna_1847.txt',
      Buffer.from('The weather was so bad that nobody came, and we read aloud by the fire.\n'.repeat(9)),
    ],
    [
      'rené_1851.txt',
      Buffer.from(
        'À l’été, la forêt était déjà brûlée; où êtes-vous allée, ma chère ?\n'
          .replaceAll('’', "'")
          .repeat(9),
        'latin1',
      ),
    ],
    ['лидия_1862.txt', koi8('Погода стояла ясная, и мы каждый вечер ходили к реке.\n'.repeat(9))],
    ['林_1905.txt', Buffer.from('昨日收到来信，知道家中平安，心里十分高兴。\n'.repeat(9), 'utf16le')],
  ];
  const body = '<w:p><w:r><w:t>Dear friend, the garden is full of roses again.</w:t></w:r></w:p>';
  writeFileSync(join(texts, 'émile_1899.docx'), docxFile(body.repeat(9)));
  for (const [name, bytes] of files) writeFileSync(join(texts, name), bytes);
  return texts;
}

/** The Russian of the 1980s: each letter at the place of the Latin letter that sounds alike. */
function koi8(text: string): Buffer {
  const letters = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
  return Buffer.from(
    Array.from(text, (one) => (letters.includes(one) ? 0xc0 + letters.indexOf(one) : one.charCodeAt(0))),
  );
}

/** The page that is shown. */
const view = (page: Page) => page.locator('.view:not([hidden])');

async function askFor(page: Page, words: string): Promise<void> {
  await view(page).locator('[data-find]').fill(words);
  await page.keyboard.press('Enter');
}

describe('every page, on the English sample', () => {
  it.each(forGuide ? languagesOfGuide : extent<readonly Language[]>(['zh'], languagesOfGuide))(
    'answers in %s, and in the other language after a change, light and dark',
    async (language) => {
      const { t, locale } = languages[language];
      const other = language === 'en' ? 'zh' : 'en';
      const window = await launchFirth({ language: locale });
      const { page } = window;
      const take = takePictures(language, page);
      await take('home-first');
      await page.getByRole('button', { name: t.home.sampleEn }).click();
      await shown(view(page).getByRole('heading', { name: t.words.title, level: 1 })).toBeVisible({
        timeout: 60_000,
      });
      await shown(page.getByRole('contentinfo').getByText(t.frame.documents(233, '233'))).toBeVisible();

      // The sample is trained by itself.
      await goTo(page, t.train.title);
      // Whichever is under way; all may be over before the page is looked at.
      const anyEpoch = new RegExp(t.training.epochOf('\\d+', '\\d+'), 'u');
      const done = page.getByRole('button', { name: t.train.explore });
      await shown(page.locator('main').getByText(anyEpoch).or(done).first()).toBeVisible();
      if (hasPictures) await page.waitForTimeout(1500);
      await take('train-running');
      await done.click({ timeout: 240_000 });

      await askFor(page, 'freedom');
      // The word's page beside the list names its neighbours too.
      await shown(view(page).getByRole('button', { name: 'liberty', exact: true }).first()).toBeVisible();
      await take('explore');
      await askFor(page, 'he − men + women');
      await shown(view(page).getByText(t.explore.baselineNote)).toBeVisible();
      await take('explore-analogy');
      await askFor(page, 'freedm');
      await shown(view(page).getByRole('button', { name: 'freedom', exact: true }).first()).toBeVisible();
      await view(page).getByRole('tab', { name: t.explore.tabs.odd, exact: true }).click();
      await askFor(page, 'silver gold railroad coin');
      await shown(view(page).getByRole('tabpanel').getByText(t.explore.oddAnswer)).toBeVisible();
      await view(page).getByRole('tab', { name: t.explore.tabs.slot, exact: true }).click();
      await askFor(page, 'the united');
      await shown(view(page).getByRole('row').nth(1)).toBeVisible();
      await take('explore-slot');
      await view(page).getByRole('tab', { name: t.explore.tabs.query, exact: true }).click();

      await goTo(page, t.lines.title);
      await askFor(page, 'freedom');
      await shown(view(page).getByText(t.lines.found(724, '724'))).toBeVisible();
      await take('lines');
      await view(page).getByRole('tab', { name: t.lines.collocates, exact: true }).click();
      await shown(view(page).getByRole('columnheader', { name: /logDice/ })).toBeVisible();
      await take('lines-collocates');

      await goTo(page, t.train.title);
      await view(page).getByRole('tab', { name: t.train.tabs.models, exact: true }).click();
      await shown(view(page).getByText(t.train.randomPair)).toBeVisible();
      await take('train-models');
      await view(page).getByRole('tab', { name: t.train.tabs.pairs, exact: true }).click();
      await askFor(page, 'the war for freedom and the peace of the nation');
      await view(page).getByRole('listitem').getByRole('button', { name: 'freedom' }).click();
      await shown(view(page).getByRole('row').nth(1)).toBeVisible();
      await take('train-pairs');
      await view(page).getByRole('tab', { name: t.train.tabs.settings, exact: true }).click();
      await view(page).getByRole('button', { name: t.training.another }).click();
      await take('train');

      await goTo(page, t.compare.title);
      await view(page).getByRole('textbox').first().fill('freedom liberty war peace gold silver');
      await page.keyboard.press('Enter');
      await shown(view(page).locator('canvas')).toBeVisible();
      await view(page).getByRole('tab', { name: t.compare.tabs.vectors, exact: true }).click();
      await take('compare');
      const table = join(window.userData, 'similarity.csv');
      for (const tab of ['similarity', 'difference', 'arithmetic'] as const) {
        await view(page).getByRole('tab', { name: t.compare.tabs[tab], exact: true }).click();
        await take(`compare-${tab}`);
        if (tab === 'similarity') {
          await window.saveTo(table);
          await view(page).getByRole('button', { name: t.heatmap.csv }).click();
          await shown(page.getByText(t.parts.exported('similarity.csv'))).toBeVisible();
        }
      }
      const rows: readonly string[][] = parse(readFileSync(table), { bom: true });
      expect(rows).toHaveLength(7);
      expect(rows[0]!.slice(1).toSorted()).toEqual(['freedom', 'gold', 'liberty', 'peace', 'silver', 'war']);
      for (const row of rows.slice(1))
        expect(Number(row[rows[0]!.indexOf(row[0]!)]!.replace(',', '.'))).toBeCloseTo(1, 3);

      // Two trainings and what one does with them: once, in one language.
      if (forGuide && language === 'en') await showSequence();
      else if (isLongRun && language === 'zh') await walkSequence(page, language);
      await goTo(page, t.export.title);
      await take('export');
      await goTo(page, t.corpus.title);
      await window.choose(mixedTexts(window.userData));
      await view(page).getByRole('button', { name: t.corpus.folder }).click();
      await shown(view(page).getByRole('row', { name: /KOI8-R/i })).toBeVisible();
      await take('corpus');
      await view(page).getByRole('button', { name: t.shared.cancel }).click();

      await goTo(page, t.settings.title);
      await take('settings');
      await view(page)
        .getByRole('radio', { name: t.settings.languages[other] })
        .or(view(page).getByText(t.settings.languages[other]))
        .first()
        .click();
      const after = languages[other].t;
      await shown(view(page).getByRole('heading', { name: after.settings.title, level: 1 })).toBeVisible();
      for (const [key, name] of titles(after)) {
        await goTo(page, name);
        await shown(view(page).getByRole('heading', { level: 1 })).toBeVisible();
        // What is said of the program itself is in the one language; the texts are English.
        await take(`changed-${key}`);
      }
      expect(
        await window.app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map((one) => one.label)),
      ).toContain(other === 'zh' ? '文件' : 'File');
      await goTo(page, after.settings.title);
      await view(page).getByText(after.settings.themes.dark).click();
      await shown(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      for (const [key, name] of titles(after)) {
        await goTo(page, name);
        await take(`changed-dark-${key}`);
      }
      await window.answer(1);
      await window.close();
      removeFolder(window.userData);
    },
    forGuide ? 3_600_000 : undefined,
  );
});
