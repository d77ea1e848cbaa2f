import { describe, expect, it } from 'vitest';
import { zipped } from './document-fixtures.ts';
import { openedFile } from './opened-file.ts';

const cell = (content: string, attributes = '') =>
  attributes === ''
    ? `<c t="inlineStr"><is><t>${content}</t></is></c>`
    : `<c ${attributes}><v>${content}</v></c>`;
const sheet = (...rows: readonly (readonly string[])[]) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((cells) => `<row>${cells.join('')}</row>`).join('')}</sheetData></worksheet>`;

interface Book {
  readonly sheets: readonly (readonly [name: string, xml: string, attributes?: string])[];
  readonly styles?: string;
  readonly properties?: string;
}

/** The first tab is the last file. */
function bookOf({ sheets, styles = '', properties = '' }: Book): Uint8Array {
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const number = (at: number) => sheets.length - at;
  return zipped({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r', 'officeDocument', '/xl/book.xml')}</Relationships>`,
    'xl/book.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${properties}<sheets>${sheets.map(([name, , attributes = ''], at) => `<sheet name="${name}" ${attributes} r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/book.xml.rels': `<Relationships>${sheets.map((_, at) => relation(`s${at}`, 'worksheet', `worksheets/sheet${number(at)}.xml`)).join('')}${relation('st', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(sheets.map(([, xml], at) => [`xl/worksheets/sheet${number(at)}.xml`, xml])),
  });
}

const read = async (book: Book, chosen = {}) => {
  const { documents, outline } = await openedFile('a.xlsx', bookOf(book), chosen);
  return { rows: documents.map(({ whole, metadata }) => [whole, metadata]), outline };
};

describe('workbooks', () => {
  it('give the first tab that is shown and has rows, or the one that is chosen', async () => {
    const book: Book = {
      sheets: [
        ['Hidden', sheet([cell('text')], [cell('never')]), 'state="hidden"'],
        ['Empty', sheet()],
        ['Letters', sheet([cell('text')], [cell('Dear Ann')])],
        ['Notes', sheet([cell('text')], [cell('to self')])],
      ],
    };
    expect(await read(book)).toMatchObject({
      rows: [['Dear Ann', {}]],
      outline: { sheets: ['Hidden', 'Empty', 'Letters', 'Notes'], sheet: 'Letters' },
    });
    expect((await read(book, { sheet: 'Notes' })).rows).toEqual([['to self', {}]]);
    expect(
      (await read({ sheets: [['Only', sheet([cell('text')], [cell('x')])]] })).outline,
    ).not.toHaveProperty('sheets');
  });

  it('give days and times as their formats show them, other numbers as numbers', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="d\\. mmmm yyyy&quot;h&quot;"/><numFmt numFmtId="171" formatCode="0.00&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="171"/></cellXfs>';
    const row = (serial: string, style: number) => cell(serial, `s="${style}"`);
    const book: Book = {
      styles,
      sheets: [
        [
          'A',
          sheet(
            [
              cell('text'),
              ...['day', 'own', 'both', 'time', 'none', 'plain', 'said', 'wrong'].map((name) => cell(name)),
            ],
            [
              cell('One'),
              row('43831', 1),
              row('31778', 2),
              row('43831.5', 3),
              row('0.75', 4),
              row('3', 5),
              row('0.10000000000000001', 0),
              cell('2020-02-29T00:00:00', 't="d"'),
              cell('#N/A', 't="e"'),
            ],
          ),
        ],
      ],
    };
    expect((await read(book)).rows).toEqual([
      [
        'One',
        {
          day: '2020-01-01',
          own: '1987-01-01',
          both: '2020-01-01T12:00:00',
          time: '18:00:00',
          none: 3,
          plain: 0.1,
          said: '2020-02-29',
        },
      ],
    ]);
    const of1904 = { ...book, properties: '<workbookPr date1904="1"/>' };
    expect((await read(of1904)).rows).toMatchObject([['One', { day: '2024-01-02' }]]);
  });

  it('give characters that XML cannot hold', async () => {
    const source = sheet([cell('text')], [cell('One_x000D_\ntwo_x0009_three _x005F_x000D_')]);
    expect((await read({ sheets: [['A', source]] })).rows).toEqual([['One\ntwo\tthree _x000D_', {}]]);
  });

  it('are read from their first row on where that is a text like the others, or somebody says so', async () => {
    const rows = ['The goats drank water here.', 'Then they slept well there.'];
    const book: Book = { sheets: [['Only', sheet(...rows.map((text) => [cell(text)]))]] };
    expect(await read(book)).toMatchObject({
      rows: rows.map((text) => [text, {}]),
      outline: { header: false },
    });
    expect(await read(book, { header: 'yes' })).toMatchObject({
      rows: [[rows[1], {}]],
      outline: { header: true },
    });
    const named: Book = { sheets: [['Only', sheet([cell('text')], [cell('one two')])]] };
    expect((await read(named)).rows).toEqual([['one two', {}]]);
    expect((await read(named, { header: 'no' })).rows).toEqual([
      ['text', {}],
      ['one two', {}],
    ]);
  });
});
