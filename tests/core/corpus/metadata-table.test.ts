import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { metadataRows, readMetadataTable } from '../../../core/corpus/metadata-table.ts';
import { encodeAs } from './encode-as.ts';
import { samples, workbookFile, zipped } from './readers/document-fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'firth-table-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const rows = (source: string) => metadataRows(source, 'm.csv');
const invalid = (details: object) =>
  expect.objectContaining({
    code: 'E_METADATA_INVALID',
    details: expect.objectContaining(details) as object,
  }) as object;

describe('a table of metadata', () => {
  it('names texts in its column “file”, whatever the language of its head; numbers are numbers', () => {
    expect(rows('year,file,author,id\n1901,a.txt,"Sand, George",007\n-3.5,b.txt,,1e3\n')).toEqual([
      { name: 'a.txt', metadata: { year: 1901, author: 'Sand, George', id: '007' } },
      { name: 'b.txt', metadata: { year: -3.5, id: '1e3' } },
    ]);
    expect(rows('Autor;Datei\nHesse;h.txt\n')).toEqual([{ name: 'h.txt', metadata: { Autor: 'Hesse' } }]);
  });

  it('has any of the separators that programs write, which it may name itself', () => {
    for (const source of [
      'name,year\r\na.txt,1900\r\n',
      'name;year\na.txt;1900\n',
      '\ufeffname\tyear\na.txt\t1900',
      'sep=;\nname;year\na.txt;1900\n',
    ])
      expect(rows(source)).toEqual([{ name: 'a.txt', metadata: { year: 1900 } }]);
  });

  it('is refused with the line where something stands twice or a row is uneven', () => {
    expect(() => rows('file,year,year\na.txt,1,2\n')).toThrow(invalid({ line: 1 }));
    expect(() => rows('file,year\na.txt,1,2\n')).toThrow(invalid({ line: 2 }));
    expect(() => rows('')).toThrow(invalid({ reason: 'no header' }));
    expect(() => readMetadataTable(join(root, 'absent.csv'), 'absent.csv')).toThrow(
      expect.objectContaining({ code: 'E_FILE_MISSING' }),
    );
  });

  it.each(['utf-8', 'windows-1252', 'utf-16le', 'gb18030'])('in %s is decoded as texts are', (encoding) => {
    const words =
      encoding === 'gb18030' ? '作者：鲁迅，一九二一年发表的小说' : 'Bücher über Größe, schöne Straße';
    const source = `file\tauthor\tnote\nx.txt\t${encoding === 'gb18030' ? '鲁迅' : 'Müller'}\t${words}\n`;
    const path = join(root, `${encoding}.tsv`);
    writeFileSync(
      path,
      encoding === 'utf-16le' ? Buffer.from(source, 'utf16le') : encodeAs(source, encoding),
    );
    expect(readMetadataTable(path, 'm.tsv')[0]!.metadata).toMatchObject({
      author: encoding === 'gb18030' ? '鲁迅' : 'Müller',
      note: words,
    });
  });

  it('may be the first tab of a workbook that is shown, with days and numbers as it has them', () => {
    const path = join(root, 'm.xlsx');
    writeFileSync(
      path,
      workbookFile([
        ['file', 'author', 'year'],
        ['a.txt', 'Sand, George', '1841'],
        ['b.txt', '', '1842'],
      ]),
    );
    expect(readMetadataTable(path, 'm.xlsx')).toEqual([
      { name: 'a.txt', metadata: { author: 'Sand, George', year: 1841 } },
      { name: 'b.txt', metadata: { year: 1842 } },
    ]);
    writeFileSync(path, workbookFile([['file'], ['a.txt', 'a cell too many']]));
    expect(() => readMetadataTable(path, 'm.xlsx')).toThrow(invalid({ line: 2 }));
    const ods = join(root, 'm.ods');
    writeFileSync(ods, samples['a.ods']!);
    expect(readMetadataTable(ods, 'm.ods')).toEqual([
      { name: 'One two', metadata: { day: '1999-01-02' } },
      { name: 'One two', metadata: { day: '1999-01-02' } },
    ]);
  });

  it('has names in a first column without a head, and rows that reach far cost no more than their cells', () => {
    const path = join(root, 'wide.xlsx');
    const row = (...cells: readonly string[]) =>
      `<row>${cells.map((cell) => `<c r="${cell.split('=')[0]}" t="str"><v>${cell.split('=')[1]}</v></c>`).join('')}</row>`;
    const rowsOfTexts = Array.from({ length: 5000 }, (_, at) => row(`A=t${at}.txt`, `XFD=${at}`));
    writeFileSync(
      path,
      zipped({
        '[Content_Types].xml': '<Types/>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${row('XFD=year')}${rowsOfTexts.join('')}</sheetData></worksheet>`,
      }),
    );
    const read = readMetadataTable(path, 'wide.xlsx');
    expect([read.length, read[1700]]).toEqual([5000, { name: 't1700.txt', metadata: { year: 1700 } }]);
  });

  it('is refused where its cells share more text than anybody reads', () => {
    const path = join(root, 'shared.xlsx');
    writeFileSync(
      path,
      zipped({
        '[Content_Types].xml': '<Types/>',
        'xl/sharedStrings.xml': `<sst><si><t>${'word '.repeat(100_000)}</t></si></sst>`,
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(1000)}</sheetData></worksheet>`,
      }),
    );
    expect(() => readMetadataTable(path, 'shared.xlsx')).toThrow(
      expect.objectContaining({ code: 'E_TOO_BIG' }) as Error,
    );
  });

  it('knows words that objects have of themselves', () => {
    expect(rows('file,constructor\na.txt,x\n')).toEqual([{ name: 'a.txt', metadata: { constructor: 'x' } }]);
  });
});
