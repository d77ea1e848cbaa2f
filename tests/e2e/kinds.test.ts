import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import { docxFile, pdfFile, samples, workbookFile } from '../core/corpus/readers/document-fixtures.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';
import { shown } from './shown.ts';
import { goTo } from './steps.ts';

const sentence = 'Nobody came to New York, and the runners ran home in the rain. ';

/** A folder with a file of every kind. */
function everyKind(folder: string): string {
  const texts = join(folder, 'kinds');
  mkdirSync(texts);
  const files: Readonly<Record<string, Uint8Array | string>> = {
    ...samples,
    'book.docx': docxFile(`<w:p><w:r><w:t>${sentence.repeat(5)}</w:t></w:r></w:p>`),
    'paper.pdf': pdfFile([[{ x: 72, y: 700, text: 'Nobody came to New York at all.' }]]),
    'scan.pdf': pdfFile([null]),
    'old.doc': Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more', 'latin1'),
    'speeches.csv': `year,speech,note\n1789,"${sentence}",a\n1793,"${sentence}",b\n`,
    'sheet.xlsx': workbookFile([
      ['year', 'text'],
      ['1801', sentence],
    ]),
    'letters.zip': zipSync({
      'one.txt': Buffer.from(sentence),
      'two.txt.gz': gzipSync(sentence),
    }),
    'words.conllu':
      '1\tRunners\trunner\tNOUN\t_\t_\t2\tnsubj\t_\t_\n2\trun\trun\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n',
    'plain.txt': sentence.repeat(40),
    // Letters of no language in any encoding.
    'doubt.txt': Uint8Array.from({ length: 4000 }, (_, at) =>
      at % 7 === 0 ? 32 : 128 + ((at * 7919) % 127),
    ),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(texts, name), bytes);
  return texts;
}

const view = (page: Page) => page.locator('.view:not([hidden])');

async function take(page: Page, name: string): Promise<void> {
  const folder = join(import.meta.dirname, '../../test-results/kinds');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Long lists hold only the rows that are to be seen: turns the wheel over one until it is among them. */
async function bring(page: Page, wanted: Locator): Promise<Locator> {
  await view(page).getByRole('row').nth(3).hover();
  await page.mouse.wheel(0, -100_000);
  for (let turn = 0; turn < 60 && !(await wanted.isVisible()); turn++) {
    await page.mouse.wheel(0, 200);
    await page.waitForTimeout(50);
  }
  return wanted;
}

it('reads a file of every kind, what is chosen of it, and cuts the texts again by the dictionary', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-kinds-'));
  onTestFinished(() => removeFolder(folder));
  const window = await launchFirth({ language: 'en-US' });
  const { page } = window;
  await page.getByRole('button', { name: 'New from my texts' }).click();
  await window.choose(everyKind(folder));
  await page.getByRole('button', { name: 'Choose a folder…' }).click();

  // What is refused says why.
  await shown(view(page).getByText(/scan\.pdf.*pictures of pages and no text/)).toBeVisible();
  await shown(view(page).getByText(/old\.doc.*Word before 2007/)).toBeVisible();

  // Columns of a table: another one holds the text.
  const table = view(page).getByRole('button', { name: 'What to take from speeches.csv' });
  await (await bring(page, table)).click();
  const dialog = page.getByRole('dialog');
  await shown(dialog.getByRole('checkbox', { name: 'speech' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'note' }).check();
  await dialog.getByRole('checkbox', { name: /Also from/ }).uncheck();
  await take(page, 'outline-columns');
  await dialog.getByRole('button', { name: 'Take this' }).click();
  await shown(view(page).getByRole('button', { name: 'What to take from speeches.csv' })).toHaveText(
    'speech, note',
  );
  // Lemmas of annotated words.
  const annotated = view(page).getByRole('button', { name: 'What to take from words.conllu' });
  await (await bring(page, annotated)).click();
  await dialog.getByRole('radio', { name: 'LEMMA' }).check();
  await dialog.getByRole('checkbox', { name: /Also from/ }).uncheck();
  await take(page, 'outline-layers');
  await dialog.getByRole('button', { name: 'Take this' }).click();
  await shown(view(page).getByRole('button', { name: 'What to take from words.conllu' })).toHaveText('LEMMA');
  await take(page, 'intake');

  await page.getByRole('button', { name: 'Build corpus' }).click();
  await shown(page.getByRole('button', { name: 'See the words' })).toBeVisible();
  // What of a file is no text is named, kind by kind and file by file.
  const notCounted = view(page).getByText(/^Not of the texts, and not counted: .*\(\d+\)/u);
  await notCounted.click();
  await take(page, 'not-counted');
  await notCounted.click();
  await shown(view(page).getByRole('listitem').filter({ hasText: 'doubt.txt' })).toContainText(
    /Read as \S+, \d+% sure/,
  );
  await shown(page.getByRole('contentinfo').getByText('58 texts')).toBeVisible();
  await shown(await bring(page, view(page).getByTitle('a.csv#2', { exact: true }))).toBeVisible();
  await take(page, 'documents');

  // A word menu puts an entry into the dictionary, and cutting again makes one word of two.
  await goTo(page, 'Words');
  await view(page)
    .getByRole('region', { name: 'Words', exact: true })
    .getByRole('button', { name: 'york', exact: true })
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Join or split…' }).click();
  await dialog.getByLabel('Entry').fill('new york');
  await dialog.getByRole('button', { name: 'Keep as one word' }).click();
  await goTo(page, 'Corpus');
  await view(page).getByRole('tab', { name: 'Tokenisation' }).click();
  await shown(view(page).getByLabel('Dictionary of this project')).toHaveValue('new york');
  await view(page).getByRole('spinbutton', { name: 'Score over' }).fill('0.1');
  await view(page).getByRole('button', { name: 'Find pairs' }).click();
  await view(page).getByRole('checkbox', { name: 'nobody came' }).check();
  await take(page, 'cutting');
  await view(page).getByRole('button', { name: 'Add it to the dictionary' }).click();
  await shown(view(page).getByLabel('Dictionary of this project')).toHaveValue('new york\nnobody came');
  await view(page).getByRole('button', { name: 'Tokenise again' }).click();
  await shown(view(page).getByText('The texts are cut like this.')).toBeVisible();
  await goTo(page, 'Words');
  await shown(
    view(page)
      .getByRole('region', { name: 'Words', exact: true })
      .getByRole('button', { name: 'nobody_came', exact: true }),
  ).toBeVisible();
  await shown(
    view(page)
      .getByRole('region', { name: 'Words', exact: true })
      .getByRole('button', { name: 'york', exact: true }),
  ).toHaveCount(0);
  await view(page)
    .getByRole('region', { name: 'Words', exact: true })
    .getByRole('button', { name: 'new_york', exact: true })
    .click();
  await page.getByRole('menuitem', { name: 'Lines in the texts' }).click();
  await shown(view(page).getByText('New York', { exact: true }).first()).toBeVisible();
  await take(page, 'lines');
  expect(window.errors()).toBe('');
  await window.answer(1);
  await window.close();
}, 120_000);
