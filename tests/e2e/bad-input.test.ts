import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { sealFile } from '../../core/project/seal.ts';
import { smallText, writeSmallTexts } from '../fixtures/small-language.ts';
import { shown } from './shown.ts';
import { buildCorpus, goTo, train } from './steps.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-bad-'));
const at = (name: string) => join(folder, name);
const texts = writeSmallTexts(at('texts'), { documents: 3, sentenceCount: 200 });
afterAll(() => removeFolder(folder));

function messyFolder(): string {
  const messy = at('messy');
  mkdirSync(messy);
  writeFileSync(join(messy, 'good.txt'), smallText(100, 7));
  writeFileSync(join(messy, 'empty.txt'), '');
  writeFileSync(join(messy, 'blank.txt'), ' \n\n\t ');
  writeFileSync(join(messy, 'numbers.txt'), '1 2 3 , . ! ?'.repeat(20));
  writeFileSync(join(messy, 'picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  writeFileSync(
    join(messy, 'program.txt'),
    Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(3000, 1)]),
  );
  writeFileSync(join(messy, 'broken.txt.gz'), gzipSync(smallText(100, 8)).subarray(0, 300));
  return messy;
}

describe('bad input', () => {
  it('is answered file by file while the good is imported', async () => {
    const window = await launchFirth();
    const { page } = window;
    await page.getByRole('button', { name: 'New from my texts' }).click();
    await window.choose(messyFolder());
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await page.getByRole('button', { name: 'Build corpus' }).click();
    await shown(page.getByRole('button', { name: 'See the words' })).toBeVisible();
    await shown(page.getByRole('contentinfo').getByText('2 texts ·')).toBeVisible();
    await page.getByText('Left out: 5').click();
    for (const file of ['empty.txt', 'blank.txt', 'picture.txt', 'program.txt', 'broken.txt.gz'])
      await shown(page.getByText(file).first()).toBeVisible();
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });

  it('names a file that is no project, a newer project and one that is open elsewhere', async () => {
    const project = at('open.firth');
    const first = await launchFirth();
    await buildCorpus(first, texts);
    await first.saveTo(project);
    await first.page.keyboard.press('Control+s');
    await shown(first.page.getByText(/saved to file/)).toBeVisible();

    const newer = at('newer.firth');
    copyFileSync(project, newer);
    const bytes = readFileSync(newer);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(newer, bytes);
    sealFile(newer);
    const foreign = at('foreign.firth');
    writeFileSync(foreign, Buffer.from(`SQLite format 3\0${' '.repeat(4000)}`));
    const note = at('note.firth');
    writeFileSync(note, 'these are my notes');
    const before = [newer, foreign, note].map((path) => readFileSync(path).toString('hex'));

    for (const [path, said] of [
      [newer, /newer|later version/i],
      [foreign, /not a (Firth )?project|damaged/i],
      [note, /not a (Firth )?project/i],
    ] as const) {
      await goTo(first.page, 'Home');
      await first.choose(path);
      await first.page.getByRole('button', { name: 'Open…' }).click();
      await shown(first.page.getByRole('alert').getByText(said).first()).toBeVisible();
      await first.page.getByRole('button', { name: 'Dismiss' }).click();
    }
    expect([newer, foreign, note].map((path) => readFileSync(path).toString('hex'))).toEqual(before);
    // The project that was open is still there.
    await shown(first.page.getByRole('contentinfo').getByText('3 texts')).toBeVisible();
    await first.close();
    removeFolder(first.userData);
  });

  it('of words, settings and vectors is answered where it stands', async () => {
    const window = await launchFirth();
    const { page } = window;
    await buildCorpus(window, texts);
    await goTo(page, 'Lines');
    const view = page.locator('.view:not([hidden])');
    await view.locator('[data-find]').fill('zebra');
    await page.keyboard.press('Enter');
    await shown(view.getByText(/zebra/).last()).toBeVisible();

    await goTo(page, 'Train');
    await page.getByRole('spinbutton', { name: 'Negatives (k)' }).fill('0');
    await shown(page.getByText(/With k = 0 every label is 1/)).toBeVisible();
    await shown(
      page.locator('[data-page=train]').getByRole('button', { name: 'Train', exact: true }),
    ).toBeDisabled();
    await page.getByRole('spinbutton', { name: 'Negatives (k)' }).fill('5');
    await page.getByRole('spinbutton', { name: 'Minimum count' }).fill('100000');
    await shown(
      page.locator('[data-page=train]').getByRole('button', { name: 'Train', exact: true }),
    ).toBeDisabled();
    await page.getByRole('spinbutton', { name: 'Minimum count' }).fill('2');
    await train(page, { epochs: 3 });

    await page.getByRole('button', { name: 'Explore it' }).click();
    await view.locator('[data-find]').fill('lyon');
    await page.keyboard.press('Enter');
    await shown(view.getByRole('alert')).toBeVisible();
    await view.getByRole('button', { name: 'lion', exact: true }).click();
    await shown(view.getByRole('row').nth(2)).toBeVisible();

    for (const [name, content] of [
      ['short.bin', '50000 300\n'],
      ['model.model', Buffer.from([0x80, 4, 0x95, 0, 0, 0])],
      ['letters.vec', '2 2\na x y\nb 1 2\n'],
    ] as const) {
      writeFileSync(at(name), content);
      await goTo(page, 'Train');
      await page.getByRole('tab', { name: 'Models' }).click();
      await window.choose(at(name));
      await page.getByRole('button', { name: 'Import vectors…' }).click();
      await shown(page.getByRole('alert').getByText(name).first()).toBeVisible();
      await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
    }
    await window.answer(1);
    await window.close();
    removeFolder(window.userData);
  });
});
