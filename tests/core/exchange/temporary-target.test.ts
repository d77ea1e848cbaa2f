import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeWhole } from '../../../core/exchange/temporary-target.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'firth-target-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('puts all files of an export there at once, over what stood there', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  const result = await writeWhole([join(folder, 'a'), join(folder, 'b')], (files) => {
    files.forEach((file, at) => file.write(`new ${at}`));
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    return Promise.resolve(files.map(({ name }) => name));
  });
  expect(result).toEqual(['a', 'b']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new 0');
  expect(readdirSync(folder)).toEqual(['a', 'b']);
});

it('leaves everything as it was when something fails on the way', async () => {
  writeFileSync(join(folder, 'a'), 'old');
  const failing = writeWhole([join(folder, 'a'), join(folder, 'b')], (files) => {
    files[0]!.write(Buffer.alloc(3 << 20));
    return Promise.reject(new Error('stopped'));
  });
  await expect(failing).rejects.toThrow('stopped');
  expect(readdirSync(folder)).toEqual(['a']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
});

it('removes what exports of the same name left that were killed days ago, and nothing else', async () => {
  const daysAgo = new Date(Date.now() - 3 * 24 * 3600 * 1000);
  const old = ['.a.csv.123-1.part', '.a.csv.note.part', '.b.csv.123-1.part'];
  for (const name of [...old, '.a.csv.124-1.part']) writeFileSync(join(folder, name), 'half');
  for (const name of old) utimesSync(join(folder, name), daysAgo, daysAgo);
  await writeWhole([join(folder, 'a.csv')], () => Promise.resolve(null));
  expect(readdirSync(folder).toSorted()).toEqual([
    '.a.csv.124-1.part',
    '.a.csv.note.part',
    '.b.csv.123-1.part',
    'a.csv',
  ]);
});

it('names the file, never its folder, when it cannot be written', async () => {
  const nowhere = writeWhole([join(folder, 'absent', 'a.csv')], () => Promise.resolve(null));
  await expect(nowhere).rejects.toMatchObject({ code: 'E_IO', details: { file: 'a.csv', reason: 'ENOENT' } });
});
