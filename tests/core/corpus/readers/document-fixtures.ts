import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { fieldSamples } from './field-fixtures.ts';

/** Files of each kind, as small as they come; none of them was made by the program that reads them. */
export function zipped(entries: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
}

export const docxFile = (body: string, others: Readonly<Record<string, string>> = {}) =>
  zipped({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...others,
  });

export const odtFile = (body: string, meta = '') =>
  zipped({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'meta.xml': `<office:document-meta><office:meta>${meta}</office:meta></office:document-meta>`,
  });

export const epubFile = (pages: Readonly<Record<string, string>>, spine: readonly string[]) =>
  zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata><dc:title>Letters</dc:title><dc:creator>A. Writer</dc:creator></metadata><manifest>${Object.keys(
      pages,
    )
      .map((name, at) => `<item id="p${at}" href="${encodeURI(name)}"/>`)
      .join('')}</manifest><spine>${spine
      .map((name) => `<itemref idref="p${Object.keys(pages).indexOf(name)}"/>`)
      .join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(pages).map(([name, html]) => [`OEBPS/${name}`, html])),
  });

/** The first column shares its strings, the others hold them. */
export const workbookFile = (rows: readonly (readonly string[])[]) => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (text: string, row: number, column: number) => {
    const place = `r="${'ABCDEFGH'[column]!}${row + 1}"`;
    if (text === '') return '';
    if (/^\d+$/.test(text)) return `<c ${place}><v>${text}</v></c>`;
    return column === 0
      ? `<c ${place} t="s"><v>${row}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
  };
  const sheet = rows.map(
    (cells, row) => `<row>${cells.map((text, at) => cell(text, row, at)).join('')}</row>`,
  );
  const shared = rows.map(([first = '']) => `<si><t>${escaped(first)}</t><rPh><t>reading</t></rPh></si>`);
  return zipped({
    '[Content_Types].xml': '<?xml version="1.0"?><Types/>',
    'xl/sharedStrings.xml': `<sst>${shared.join('')}</sst>`,
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  });
};

export interface PdfLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size?: number;
}

/** Pages of lines in Helvetica; a page of null is a picture. */
export function pdfFile(pages: readonly (readonly PdfLine[] | null)[], info = '/Title (T)'): Buffer {
  const stream = (content: string, entries = '') =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  const line = ({ x, y, text, size = 12 }: PdfLine) =>
    `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replaceAll(/[()\\]/g, '\\$&')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${6 + 2 * at} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    stream(
      '\xff',
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8',
    ),
    `<< ${info} /CreationDate (D:20010203040506Z) >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${7 + 2 * at} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /I 4 0 R >> >> >>`,
      stream(lines === null ? '600 0 0 800 0 0 cm /I Do' : lines.map(line).join('\n')),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export const samples: Readonly<Record<string, Uint8Array>> = {
  ...fieldSamples,
  'a.docx': docxFile(
    '<w:p><w:r><w:t>One two</w:t><w:tab/><w:t>three.</w:t></w:r></w:p><w:p><w:r><w:t>Four.</w:t></w:r></w:p>',
  ),
  'a.odt': odtFile('<text:h>Head</text:h><text:p>One<text:s text:c="2"/>two.</text:p>'),
  'a.ods': zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml':
      '<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell><text:p>text</text:p></table:table-cell><table:table-cell><text:p>day</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>One two</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="1999-01-02"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
  }),
  'a.fodt': Buffer.from(
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:tracked-changes/><text:p>One<text:s text:c="2"/>two.</text:p></office:text></office:body></office:document>',
  ),
  'a.eml': Buffer.from(
    'From: A <a@example.org>\nSubject: =?utf-8?Q?go=C3=A4ts?=\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nOne tw=\no.\n--b\nContent-Type: text/html\n\n<p>One two.</p>\n--b--\n',
  ),
  'a.mhtml': Buffer.from(
    'From: saved\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://example.org/\n\n<html><body><p>One=20two.</p></body></html>\n--b--\n',
  ),
  'a.epub': epubFile({ 'one.xhtml': '<html><body><p>One two.</p></body></html>' }, ['one.xhtml']),
  'a.html': Buffer.from(
    '<!doctype html><html><head><title>T</title></head><body><p>One &amp; two<br>three</p></body></html>',
  ),
  'a.xml': Buffer.from(
    '<?xml version="1.0"?><TEI><teiHeader><title>T</title></teiHeader><text><body><p>One <hi>two</hi>.</p></body></text></TEI>',
  ),
  'a.fb2': Buffer.from('<?xml version="1.0"?><FictionBook><body><p>One two.</p></body></FictionBook>'),
  'a.rtf': Buffer.from(String.raw`{\rtf1\ansi\ansicpg1252 One \'e9t\u233? two\par Three.}`),
  'a.srt': Buffer.from(
    '1\n00:00:01,000 --> 00:00:02,000\n<i>One two</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nThree\n',
  ),
  'a.vtt': Buffer.from('WEBVTT\n\nNOTE not said\n\n00:01.000 --> 00:02.000 align:start\n<v Ann>One two\n'),
  'a.ass': Buffer.from(
    '[Script Info]\nTitle: T\n\n[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,{\\i1}One two\\NThree\n',
  ),
  'a.pdf': pdfFile([
    [
      { x: 72, y: 700, text: 'One two' },
      { x: 72, y: 686, text: 'three.' },
    ],
  ]),
  'a.csv': Buffer.from('year,text\n1789,One two\n1793,"Three, four"\n'),
  'a.json': Buffer.from('{"letters":[{"text":"One two","by":{"name":"Ann"}},{"text":"Three \\u00e9"}]}'),
  'a.jsonl': Buffer.from('{"text":"One two","year":1789}\n{"text":"Three"}\n'),
  'a.xlsx': workbookFile([
    ['year', 'text'],
    ['1789', 'One two'],
  ]),
  'a.txt': Buffer.from('Some words of a text — “café”, and 汉字.\n'),
  'a.txt.gz': gzipSync('Some words of a text.\n', { level: 0 }),
  'a.conllu': Buffer.from(
    '# newdoc id = a\n1\tOne\tone\tNUM\t_\t_\t2\tnummod\t_\t_\n2\ttwo\ttwo\tNUM\t_\t_\t0\troot\t_\tSpaceAfter=No\n\n',
  ),
  'a.vert': Buffer.from('<doc id="a">\n<s>\nOne\tNUM\tone\n<g/>\n.\tSENT\t.\n</s>\n</doc>\n'),
};
