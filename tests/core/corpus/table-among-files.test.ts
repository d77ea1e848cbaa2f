import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { ImportRequest } from '../../../core/contract/import.ts';
import { importTexts } from '../../../core/corpus/import-texts.ts';
import { workbookFile } from './readers/document-fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'firth-fields-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function imported(
  files: Readonly<Record<string, string | Uint8Array>>,
  more: Partial<ImportRequest> = {},
) {
  const place = mkdtempSync(join(root, 'one-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(place, 'corpus', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const spool = await importTexts({
    environment: commandLineEnvironment(),
    request: {
      paths: [join(place, 'corpus')],
      language: 'en',
      encoding: 'auto',
      tokens: defaultTokenSettings,
      ...more,
    },
    spoolFolder: place,
  });
  const texts = Object.fromEntries([...spool.documents()].map(({ name, metadata }) => [name, metadata]));
  const { files: reports, metadata } = spool;
  spool.remove();
  return { texts, reports, metadata };
}

describe('an import', () => {
  it('takes a table among its texts that names them for their metadata, and says so', async () => {
    const { texts, metadata } = await imported({
      'austen/01.txt': 'goats slept',
      'shelley/01.txt': 'goats drank',
      'x.txt': 'goats',
      'list.csv': 'file,author\nausten/01.txt,Austen\nshelley/01.txt,Shelley\n',
    });
    expect(texts).toEqual({
      'austen/01.txt': { author: 'Austen' },
      'shelley/01.txt': { author: 'Shelley' },
      'x.txt': {},
    });
    expect(metadata).toEqual({
      table: 'list.csv',
      files: 2,
      filesWithout: ['x.txt'],
      filesWithoutCount: 1,
      rowsWithout: [],
      rowsWithoutCount: 0,
      ambiguous: [],
    });
  });

  it('takes a workbook among its texts for such a table too', async () => {
    const { texts, metadata } = await imported({
      'a.txt': 'goats slept',
      'b.txt': 'cats slept',
      'list.xlsx': workbookFile([
        ['file', 'year'],
        ['a', '1811'],
        ['b', '1818'],
      ]),
    });
    expect(texts).toEqual({ 'a.txt': { year: 1811 }, 'b.txt': { year: 1818 } });
    expect(metadata).toMatchObject({ table: 'list.xlsx', files: 2 });
  });

  it('reads a table as texts where its rows name no file, or somebody decided so', async () => {
    const own = await imported({ 'a.txt': 'goats', 't.csv': 'text,year\nthey slept,1850\n' });
    expect(Object.keys(own.texts)).toEqual(['a.txt', 't.csv#1']);
    expect(own.metadata).toBeUndefined();
    const chosen = await imported(
      { 'a.txt': 'goats', 'b.txt': 'cows', 't.csv': 'file,note\na.txt,they slept\nb.txt,they ate\n' },
      { choices: [{ file: 't.csv', take: ['note'] }] },
    );
    expect(Object.keys(chosen.texts)).toHaveLength(4);
  });

  it('does not read the table that was chosen for its metadata as a text, wherever it lies', async () => {
    const place = mkdtempSync(join(root, 'given-'));
    const table = join(place, 'list.csv');
    writeFileSync(table, 'file,author\nabsent.txt,Nobody\n');
    await expect(imported({}, { paths: [place], metadataFile: table })).rejects.toMatchObject({
      code: 'E_NO_TEXTS',
    });
  });

  it('notices a file that is there twice by its content', async () => {
    const { reports } = await imported({
      'a.txt': 'goats slept',
      'b/copy.txt': 'goats slept',
      'c.txt': 'goats drank',
    });
    expect(reports.map(({ file, sameAs }) => [file, sameAs])).toEqual([
      ['a.txt', undefined],
      ['b/copy.txt', 'a.txt'],
      ['c.txt', undefined],
    ]);
  });

  it('gives a table more weight than a pattern over names', async () => {
    const { texts } = await imported(
      { 'x-1.txt': 'goats', 'y-2.txt': 'cows', 'm.csv': 'file,year\nx-1.txt,1850\ny-2.txt,1860\n' },
      { metadataPattern: '{name}-{year}' },
    );
    expect(texts).toEqual({ 'x-1.txt': { name: 'x', year: 1850 }, 'y-2.txt': { name: 'y', year: 1860 } });
  });
});
