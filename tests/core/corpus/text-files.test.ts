import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zipOf } from './readers/zip-fixtures.ts';
import { listTextFiles } from '../../../core/corpus/text-files.ts';

const root = mkdtempSync(join(tmpdir(), 'firth-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folder(name: string, files: readonly string[]): string {
  const path = join(root, name);
  for (const file of files) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), file);
  }
  return path;
}

const names = (paths: readonly string[]) => listTextFiles(paths).files.map(({ file }) => file);

describe('the files of a folder', () => {
  it('come in code-point order of their names, through all levels', () => {
    const path = folder('tree', ['b.txt', 'a/z.txt', 'a/é.txt', 'B.txt', '语料 é/一.txt', 'a.txt']);
    expect(names([path])).toEqual(['B.txt', 'a/z.txt', 'a/é.txt', 'a.txt', 'b.txt', '语料 é/一.txt']);
  });

  it('leave out what is hidden or left behind by systems and programs', () => {
    const path = folder('hidden', ['.DS_Store', '.git/config', 'Thumbs.db', '~$draft.docx', 'text.txt']);
    expect(names([path])).toEqual(['text.txt']);
  });

  it('lie in their folders also where a program of Windows wrote these with backslashes into an archive', () => {
    const path = folder('packed', ['x.txt']);
    const archive = zipOf(
      ['poems\\keats.txt', 'poems\\', 'poe.txt'].map((name) => ({ name, data: Buffer.alloc(0) })),
    );
    writeFileSync(join(path, 'all.zip'), archive);
    expect(names([path])).toEqual(['all.zip/poe.txt', 'all.zip/poems/keats.txt', 'x.txt']);
    // Where strokes part folders a backslash belongs to the name: the system is the upper byte of the version that it was made by.
    for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 1))
      archive[at + 5] = 3;
    writeFileSync(join(path, 'other.zip'), archive);
    expect(names([path])).toContain('other.zip/poems\\keats.txt');
  });

  it('are found once where a folder contains itself, and links that lead to nothing are told', () => {
    const path = folder('circle', ['inner/text.txt', 'z.txt']);
    symlinkSync(path, join(path, 'inner', 'again'));
    symlinkSync(join(root, 'nowhere'), join(path, 'gone.txt'));
    symlinkSync(join(path, 'round.txt'), join(path, 'round.txt'));
    const { files, skipped } = listTextFiles([path]);
    expect(files.map(({ file, bytes }) => [file, bytes])).toEqual([
      ['inner/text.txt', 14],
      ['z.txt', 5],
    ]);
    expect(skipped.map(({ file, code, details }) => [file, code, details['reason']])).toEqual([
      ['gone.txt', 'E_FILE_UNREADABLE', 'a link to nowhere'],
      ['round.txt', 'E_FILE_UNREADABLE', 'ELOOP'],
    ]);
  });

  it.runIf(process.platform === 'linux')(
    'are all found where one of them has a name that is not UTF-8, is a pipe or a device, or leads elsewhere',
    () => {
      const path = folder('odd', ['a.txt', 'z.txt', 'inner/b.txt']);
      const elsewhere = folder('elsewhere', ['c.txt']);
      writeFileSync(Buffer.concat([Buffer.from(`${path}/m`), Buffer.from([0xe9]), Buffer.from('.txt')]), 'x');
      execFileSync('mkfifo', [join(path, 'pipe.txt')]);
      symlinkSync('/dev/zero', join(path, 'zero.txt'));
      symlinkSync(join(elsewhere, 'c.txt'), join(path, 'linked.txt'));
      symlinkSync(join(path, 'a.txt'), join(path, 'same.txt'));
      symlinkSync(elsewhere, join(path, 'inner', 'out'));
      const { files, skipped } = listTextFiles([path]);
      expect(files.map(({ file, isOutside = false }) => [file, isOutside])).toEqual([
        ['a.txt', false],
        ['inner/b.txt', false],
        ['inner/out/c.txt', true],
        ['linked.txt', true],
        ['same.txt', false],
        ['z.txt', false],
      ]);
      expect(skipped.map(({ file, code, details }) => [file, code, details['reason']])).toEqual([
        ['m\ufffd.txt', 'E_FILE_UNREADABLE', 'the name is not UTF-8'],
        ['pipe.txt', 'E_FILE_UNREADABLE', 'not a file'],
        ['zero.txt', 'E_FILE_UNREADABLE', 'not a file'],
      ]);
    },
  );

  it('have names of their own, even from two folders', () => {
    const first = folder('one', ['a.txt']);
    const second = folder('two', ['a.txt']);
    expect(names([first, second, join(first, 'a.txt')])).toEqual(['a.txt', 'a (2).txt', 'a (3).txt']);
  });

  it('are reported where they are missing, by name without folder', () => {
    expect(listTextFiles([join(root, 'absent.txt')]).skipped).toEqual([
      { file: 'absent.txt', code: 'E_FILE_MISSING', details: { file: 'absent.txt' } },
    ]);
  });
});
