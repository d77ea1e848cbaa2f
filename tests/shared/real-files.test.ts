import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect as playwright } from '@playwright/test';
import { describe, expect, it, onTestFinished } from 'vitest';
import { messageFor } from '../../core/contract/messages/message.ts';
import { en, zh } from '../renderer/wording.ts';
import { launchFirth } from '../e2e/launch.ts';
import { removeFolder, type FirthWindow } from '../e2e/open-window.ts';
import { chooseTexts, goTo } from '../e2e/steps.ts';
import { extent, isLongRun } from '../extent.ts';

// Real files of every kind through the built window. How often a word stands in each of them was counted by other programs: pandoc,
// pdftotext, iconv, Python’s csv and ElementTree, over words as a person would find them with a text editor.
const shared = process.env['FIRTH_SHARED'] ?? resolve(import.meta.dirname, '../../../shared/data');

/** Patient: other tests may run beside. */
const shown = playwright.configure({ timeout: 60_000 });

/** A text as the list of texts names it, or a group of them; a word, and its places there. */
const counted: readonly (readonly [texts: string, word: string, places: number])[] = [
  ['messy/docx/hongloumeng.docx', '老太太', 65],
  ['messy/docx/pandoc_tables.docx', 'header', 2],
  ['messy/odt/novel.odt', 'mairesse', 75],
  ['messy/rtf/novel_de.rtf', 'röschen', 42],
  ['messy/html/novel_entities.html', 'madame', 55],
  ['messy/html/pp_chapter-10.xhtml', 'bingley', 18],
  ['messy/epub/accessible_epub_3.epub', 'accessible', 91],
  ['messy/epub/tika_test.fb2', 'структурализм', 14],
  ['messy/pdf/pypdf_multicolumn.pdf', 'pellentesque', 14],
  ['messy/xml/ENG18490_Skene.xml', 'clayton', 111],
  ['who: #iphigenie (134)', 'götter', 13],
  ['who: #orest (49)', 'götter', 7],
  ['president: Lincoln (2)', 'war', 14],
  ['messy/conllu/tr_boun-ud-test.conllu', 'git', 23],
  ['messy/tagged/brown_ca01_pos_tagged.txt', 'jury', 18],
  ['messy/srt/windows-1252.srt', 'burgundy', 52],
  ['messy/srt/bom-utf-32-be.srt', 'commenting', 2],
  ['messy/encodings/zh_sanguoyanyi.gbk.txt', '曹', 2139],
  ['messy/encodings/ru_koi8-r.txt', 'сказал', 307],
  ['messy/chardet/Johab/mdir-doc.txt', '메인화면에서', 10],
  ['messy/pathological/zip_of_texts.zip/sub/kapitel-ä.txt', 'spindel', 8],
  ['lee.cor.gz', 'police', 5],
];
const alsoThere = ['messy/csv/inaugural.csv', 'messy/xml/gerdracor_goethe-iphigenie-auf-tauris.xml'];
const refused = [
  ['messy/doc/tika_testComment.doc', 'DOC'],
  ['messy/pathological/png_named.txt', 'PNG'],
  ['messy/xml/bgwiki-latest-pages-articles-shortened.xml.bz2', 'BZIP2'],
] as const;

const fileOf = (text: string) => text.replace(/\.zip\/.*$/s, '.zip');
const files = [
  ...counted.map(([text]) => fileOf(text)).filter((text) => text.startsWith('messy/')),
  ...alsoThere,
  ...refused.map(([file]) => file),
];

function realTexts(folder: string): string {
  const texts = join(folder, 'texts');
  for (const file of files) {
    mkdirSync(dirname(join(texts, file)), { recursive: true });
    copyFileSync(join(shared, file), join(texts, file));
  }
  writeFileSync(join(texts, 'lee.cor.gz'), gzipSync(readFileSync(join(shared, 'lang/en/gensim/lee.cor'))));
  return texts;
}

/** `FIRTH_PICTURES=1` puts pictures into test-results/real-files. */
async function take({ page }: FirthWindow, name: string): Promise<void> {
  if (process.env['FIRTH_PICTURES'] !== '1') return;
  const folder = join(import.meta.dirname, '../../test-results/real-files');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

describe.skipIf(!existsSync(join(shared, 'messy')))('real files of every kind, in the window', () => {
  it.each(
    extent([['en-US', en] as const], [
      ['en-US', en],
      ['zh-CN', zh],
    ] as const),
  )(
    'are looked at, read or refused with the reason, and found again word by word: %s',
    async (language, t) => {
      const folder = mkdtempSync(join(tmpdir(), 'firth-real-'));
      onTestFinished(() => removeFolder(folder));
      const window = await launchFirth({ language });
      const { page } = window;
      const view = page.locator('.view:not([hidden])');
      const dialog = page.getByRole('dialog');
      await page.getByRole('button', { name: t.home.newProject }).click();
      await window.choose(realTexts(folder));
      await page.getByRole('button', { name: t.corpus.folder }).click();

      // Before anything is read: what each file is, and why some are left out.
      await shown(view.getByRole('row').filter({ hasText: 'mdir-doc.txt' })).toBeVisible({
        timeout: 240_000,
      });
      const spoken = language === 'zh-CN' ? 'zh' : 'en';
      for (const [file, format] of refused)
        await shown(
          view.getByText(messageFor({ code: 'E_FORMAT_UNSUPPORTED', details: { file, format } }, spoken)),
        ).toBeAttached();
      await take(window, `${language}-intake`);

      // A play by its speeches, an annotated corpus by its lemmas.
      const [play] = alsoThere.slice(1) as [string];
      await view.getByRole('button', { name: t.corpus.chooseFrom(play) }).click();
      await dialog.getByLabel(t.corpus.splitAt).selectOption('sp');
      const everywhere = dialog.getByRole('checkbox').last();
      await take(window, `${language}-speeches`);
      if (await everywhere.isChecked()) await everywhere.uncheck();
      await dialog.getByRole('button', { name: t.corpus.takeThis }).click();
      const annotated = 'messy/conllu/tr_boun-ud-test.conllu';
      await view.getByRole('button', { name: t.corpus.chooseFrom(annotated) }).click();
      await dialog.getByRole('radio', { name: 'LEMMA' }).check();
      await dialog.getByRole('button', { name: t.corpus.takeThis }).click();
      await shown(view.getByRole('button', { name: t.corpus.chooseFrom(annotated) })).toHaveText('LEMMA');

      await page.getByRole('button', { name: t.corpus.build }).click();
      await shown(page.getByRole('button', { name: t.corpus.seeWords })).toBeVisible({ timeout: 240_000 });
      await take(window, `${language}-built`);
      await view.getByRole('tab', { name: t.corpus.fields.title }).click();
      await take(window, `${language}-fields`);

      await goTo(page, t.lines.title);
      // The words are found by the same calls in either language: the second window asks for every fourth.
      const asked = counted.filter((_, at) => (isLongRun && language === 'en-US') || at % 4 === 0);
      for (const [texts, word, n] of asked) {
        const [, , group, documents] = /^(\w+): (.*) \((\d+)\)$/u.exec(texts) ?? [];
        const name = group === undefined ? texts : t.texts.counted(group, documents!);
        await chooseTexts(page, group ?? texts, name, t.texts.text);
        await view.locator('[data-find]').fill(word);
        await page.keyboard.press('Enter');
        await shown(view.locator('.head'), `${word} in ${texts}`).toContainText(word);
        const found = t.lines.found(n, n.toLocaleString(language));
        await shown(view.locator('.head'), `${word} in ${texts}`).toContainText(found);
      }
      await take(window, `${language}-lines`);
      expect(window.errors()).toBe('');
      await window.answer(1);
      await window.close();
    },
    900_000,
  );
});
