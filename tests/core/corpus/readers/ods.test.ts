import { describe, expect, it } from 'vitest';
import { zipped } from './document-fixtures.ts';
import { openedFile } from './opened-file.ts';

const book = (tables: string) =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
const text = (said: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}><text:p>${said}</text:p></table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;

describe('OpenDocument workbooks', () => {
  it('give a text for each row of the first tab that is shown, with days and numbers', async () => {
    const source = book(
      `<table:table table:name="Hidden" table:style-name="ta2">${row(text('text'))}${row(text('no'))}</table:table><table:table table:name="Letters">${row(text('text') + text('day') + text('n'))}${row(
        '<table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation><text:p>Dear <text:span>Ann</text:span></text:p><text:p>yes</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1999-01-02T00:00:00"><text:p>2.1.99</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="3.5"><text:p>3,50</text:p></table:table-cell>',
      )}${row(text('again') + text('x', ' table:number-columns-repeated="2"'), ' table:number-rows-repeated="2"')}${row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048000"')}</table:table>`,
    );
    const { documents, outline } = await openedFile('a.ods', source);
    expect(documents.map(({ whole, metadata }) => [whole, metadata])).toEqual([
      ['Dear Ann\nyes', { day: '1999-01-02', n: 3.5 }],
      ['again', { day: 'x', n: 'x' }],
      ['again', { day: 'x', n: 'x' }],
    ]);
    expect(outline).toMatchObject({ sheets: ['Hidden', 'Letters'], sheet: 'Letters' });
  });
});
