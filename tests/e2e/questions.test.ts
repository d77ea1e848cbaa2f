import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, it, onTestFinished } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import { createEngine } from '../../core/engine/engine.ts';
import { isolated } from '../../renderer/parts/direction.ts';
import { en } from '../renderer/wording.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { chooseTexts, goTo } from './steps.ts';

const t = en.lines;
const view = (page: Page) => page.locator('.view:not([hidden])');

/** Form, lemma and part of speech of each token; lemmas that are not written are the form in small letters. */
const said = {
  name: 'In/ADP the/DET name/NOUN of/ADP freedom/NOUN the/DET US/PROPN freed/free/VERB men/man/NOUN',
  us: 'They/PRON gave/give/VERB us/we/PRON freedmen/freedman/NOUN',
  walks: 'He/PRON walks/walk/VERB home/NOUN after/ADP long/ADJ walks/walk/NOUN',
  rail: 'The/DET railroad/NOUN walked/walk/VERB north/NOUN',
  cotton: 'The/DET cotton/NOUN went/go/VERB home/NOUN',
  middle: 'We/PRON stood/stand/VERB in/ADP the/DET middle/NOUN of/ADP war/NOUN',
} as const;

const tokensOf = (sentence: string) =>
  sentence.split(' ').map((token) => {
    const [form = '', second = '', third] = token.split('/');
    return { form, lemma: third === undefined ? form.toLowerCase() : second, tag: third ?? second };
  });

/** Twelve texts, of two sides in turn, a year each; the middle of the war becomes more frequent with the years. */
const texts = Array.from({ length: 12 }, (_, at) => ({
  name: `${at % 2 === 0 ? 'north' : 'south'}_${1860 + at}.conllu`,
  sentences: [
    said.name,
    said.us,
    said.walks,
    ...Array<string>(4).fill(at % 2 === 0 ? said.rail : said.cotton),
    ...Array<string>(1 + at).fill(said.middle),
  ].map(tokensOf),
}));
const all = texts.flatMap(({ sentences }) => sentences.flat());
const count = (fits: (token: (typeof all)[number]) => boolean) => all.filter(fits).length;

async function projectOf(folder: string): Promise<string> {
  const from = join(folder, 'texts');
  mkdirSync(from);
  for (const { name, sentences } of texts)
    writeFileSync(
      join(from, name),
      sentences
        .map((sentence) =>
          sentence
            .map(({ form, lemma, tag }, at) =>
              [at + 1, form, lemma, tag, '_', '_', 0, '_', '_', '_'].join('\t'),
            )
            .join('\n'),
        )
        .join('\n\n') + '\n\n',
    );
  const project = join(folder, 'questions.firth');
  const engine = createEngine({ ...commandLineEnvironment(), dataFolder: join(folder, 'engine') });
  await engine.call('project.open', { file: { path: project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: from }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: '{side}_{year}',
  });
  await engine.call('project.save', {});
  await engine.close();
  return project;
}

const take = async (page: Page, name: string) => {
  const folder = join(import.meta.dirname, '../../test-results/questions');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
};

async function ask(page: Page, language: 'Simple' | 'CQL', query: string, hits: number): Promise<void> {
  await view(page).getByRole('radio', { name: language, exact: true }).check({ force: true });
  await view(page).getByRole('combobox', { name: t.query, exact: true }).fill(query);
  await view(page).getByRole('button', { name: en.parts.ask, exact: true }).click();
  await shown(view(page).locator('.head').getByText(query, { exact: true })).toBeVisible();
  await shown(
    view(page)
      .locator('.head')
      .getByText(t.found(hits, String(hits)), { exact: true }),
  ).toBeVisible();
}

it('answers three questions of a linguist: a pattern, what is typical of one side, a phrase over time', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-questions-'));
  onTestFinished(() => removeFolder(folder));
  const window = await launchFirth({ language: 'en-US', args: [await projectOf(folder)] });
  const { page } = window;
  await shown(page.getByRole('contentinfo').getByText('12 texts')).toBeVisible();

  // Patterns, spellings, a lemma, a part of speech.
  await goTo(page, t.title);
  const middles = texts.reduce((sum, { sentences }) => sum + sentences.length - 7, 0);
  await ask(page, 'Simple', 'in the * of', 12 + middles);
  await take(page, 'in-the-of');
  await ask(
    page,
    'Simple',
    'freed*',
    count(({ form }) => form.startsWith('freed')),
  );
  await ask(
    page,
    'Simple',
    'US',
    count(({ form }) => form.toLowerCase() === 'us'),
  );
  await view(page).getByRole('checkbox', { name: t.matchCase }).check();
  await ask(
    page,
    'Simple',
    'US',
    count(({ form }) => form === 'US'),
  );
  await take(page, 'capitals');
  await ask(
    page,
    'CQL',
    '[lemma="walk"]',
    count(({ lemma }) => lemma === 'walk'),
  );
  await ask(
    page,
    'CQL',
    '[lemma="walk" & upos="NOUN"]',
    count(({ lemma, tag }) => lemma === 'walk' && tag === 'NOUN'),
  );
  await take(page, 'lemma-and-part-of-speech');

  // What its neighbours have in common: as a table by position, and as a network with its table.
  await ask(
    page,
    'Simple',
    'home',
    count(({ form }) => form === 'home'),
  );
  await view(page).getByRole('tab', { name: t.collocates, exact: true }).click();
  const show = view(page).getByRole('combobox', { name: t.collocatesShown, exact: true });
  await show.selectOption(t.collocatesViews.places);
  await shown(view(page).getByRole('columnheader', { name: 'L5' })).toBeVisible();
  await shown(view(page).getByRole('columnheader', { name: 'R5' })).toBeVisible();
  await show.selectOption(t.collocatesViews.network);
  await view(page).getByRole('textbox', { name: t.networkOf, exact: true }).fill('north war');
  const ofThree = ['home', 'north', 'war'].map(isolated).join(', ');
  await shown(view(page).getByRole('img', { name: t.networkTitle(ofThree) })).toBeVisible();
  await shown(view(page).getByRole('region', { name: t.networkTitle(ofThree) })).toBeVisible();
  await take(page, 'network');

  // A phrase over time, and where it stands in each text.
  await view(page).getByRole('tab', { name: t.concordance, exact: true }).click();
  await ask(page, 'Simple', 'in the middle of', middles);
  await view(page).getByRole('tab', { name: t.distribution, exact: true }).click();
  await chooseTexts(page, 'year', 'year', t.by);
  await shown(
    view(page).getByRole('img', { name: t.overTime(isolated('in the middle of'), 'year') }),
  ).toBeVisible();
  await take(page, 'over-time');
  await chooseTexts(page, 'Text', en.texts.text, t.by);
  await shown(view(page).getByRole('img', { name: t.places(isolated('in the middle of')) })).toBeVisible();
  await chooseTexts(page, 'year', 'year', t.stripsBy);
  await shown(view(page).locator('svg text.name').first()).toHaveText(/^1860 /u);
  await take(page, 'strips');

  // Keywords of the one side against the other.
  await goTo(page, en.keywords.title);
  await chooseTexts(page, 'north', 'north (6)', en.keywords.target);
  await shown(view(page).getByRole('button', { name: 'railroad', exact: true }).first()).toBeVisible();
  await expect(view(page).getByRole('button', { name: 'cotton', exact: true }).count()).resolves.toBe(0);
  await take(page, 'keywords');
  await view(page)
    .getByRole('radio', { name: new RegExp(`^${en.keywords.kinds.negative}`, 'u') })
    .check({ force: true });
  await shown(view(page).getByRole('button', { name: 'cotton', exact: true }).first()).toBeVisible();
  expect(window.errors()).toBe('');
  await window.answer(1);
  await window.close();
});
