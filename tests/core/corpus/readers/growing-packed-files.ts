import { docxFile, epubFile, odtFile, pdfFile, zipped } from './document-fixtures.ts';
import type { GrowingFile } from './growing-file.ts';

const linesOfPage = 40;

export const packedFiles: readonly GrowingFile[] = [
  {
    name: 'a.docx',
    head: '',
    piece: (at) =>
      `<w:p><w:r><w:t>go</w:t></w:r><w:r><w:t>ats ${at}</w:t><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r></w:p>`,
    foot: '',
    pack: docxFile,
  },
  {
    name: 'a.odt',
    head: '',
    piece: (at) =>
      `<text:p>go<text:span>ats</text:span><text:s/>${at}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>`,
    foot: '',
    pack: odtFile,
  },
  {
    name: 'a.epub',
    head: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>',
    piece: (at) => `<p>goats<br/>slept<sup><a href="#fn${at}">1</a></sup></p>`,
    foot: '</body></html>',
    pack: (text) => epubFile({ 'a.xhtml': text }, ['a.xhtml']),
  },
  {
    name: 'a.xlsx',
    head: '<worksheet><sheetData><row><c t="inlineStr"><is><t>text</t></is></c></row>',
    piece: (at) => `<row><c t="inlineStr"><is><t>goats ${at}_x000D_</t></is></c><c><v>${at}</v></c></row>`,
    foot: '</sheetData></worksheet>',
    pack: (text) => zipped({ '[Content_Types].xml': '<Types/>', 'xl/worksheets/sheet1.xml': text }),
  },
  {
    name: 'a.pdf',
    smallest: 1 << 14,
    head: '',
    piece: (at) => `goats drank water, and then they slept ${at}\n`,
    foot: '',
    pack(text) {
      const lines = text.trim().split('\n');
      const pages = Math.ceil(lines.length / linesOfPage);
      return pdfFile(
        Array.from({ length: pages }, (_, page) =>
          lines
            .slice(page * linesOfPage, (page + 1) * linesOfPage)
            .map((line, at) => ({ x: 72, y: 760 - 16 * at, text: line })),
        ),
      );
    },
  },
  {
    name: 'a.ods',
    head: '<office:document-content><office:body><office:spreadsheet><table:table table:name="s"><table:table-row><table:table-cell office:value-type="string"><text:p>text</text:p></table:table-cell></table:table-row>',
    piece: (at) =>
      `<table:table-row><table:table-cell office:value-type="string"><text:p>goats ${at}</text:p><text:p>slept<text:s/>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3"/></table:table-row>`,
    foot: '</table:table></office:spreadsheet></office:body></office:document-content>',
    pack: (text) =>
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': text }),
  },
  {
    name: 'binary.TextGrid',
    head: '',
    piece: (at) => `goats drank water ${at}\n`,
    foot: '',
    pack: (text) => binaryTextGrid(text.trim().split('\n')),
  },
];

/** One tier, a second for each label. */
function binaryTextGrid(labels: readonly string[]): Buffer {
  const name = (text: string) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
  const text = (said: string) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(said.length);
    return Buffer.concat([length, Buffer.from(said)]);
  };
  const seconds = (...times: readonly number[]) => {
    const bytes = Buffer.alloc(8 * times.length);
    times.forEach((time, at) => bytes.writeDoubleBE(time, 8 * at));
    return bytes;
  };
  const count = (number: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(number);
    return bytes;
  };
  const end = labels.length;
  return Buffer.concat([
    Buffer.from('ooBinaryFile'),
    name('TextGrid'),
    seconds(0, end),
    Buffer.from([1]),
    count(1),
    name('IntervalTier'),
    text('w'),
    seconds(0, end),
    count(end),
    ...labels.flatMap((label, at) => [seconds(at, at + 1), text(label)]),
  ]);
}
