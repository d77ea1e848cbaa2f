import { Zip, ZipDeflate, strToU8 } from 'fflate';
import type { Cell, Table } from './table.ts';

/** What is said above a table: names with their values. */
export type About = readonly (readonly [name: string, value: string])[];

/** A table on a page that people read, written row by row. */
export interface PageWriter {
  addRow(cells: readonly Cell[]): void;
  end(): void;
}

type Columns = Table['columns'];

/** A character that neither XML nor HTML can hold has a sign of its own in its place. */
const readable = (text: string) =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd');
const escaped = (text: string) =>
  readable(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;');

/** A page of HTML 5 that needs nothing else: columns stand as those of a concordance do. */
export function writeHtml(
  { columns, title, about }: { readonly columns: Columns; readonly title: string; readonly about: About },
  textOf: (cell: Cell) => string,
  write: (text: string) => void,
): PageWriter {
  const classOf = ({ kind, role }: Columns[number]) => role ?? kind;
  const names = columns.map((column) => `<th class="${classOf(column)}">${escaped(column.name)}</th>`);
  const facts = about.map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>\n`,
  );
  write(`<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>
body { font: 15px/1.4 Georgia, serif; margin: 2rem; color: #1d1c1a; }
dl { display: grid; grid-template-columns: max-content auto; gap: 0 1rem; font-size: 13px; }
dt { color: #5f5b54; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: 2px 8px; border-bottom: 1px solid #dcd8cf; text-align: start; vertical-align: top; }
th { font-size: 13px; color: #5f5b54; } .number, .left { text-align: end; } .node { font-weight: bold; text-align: center; }
</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<dl>
${facts.join('')}</dl>
<table>
<thead><tr>${names.join('')}</tr></thead>
<tbody>
`);
  return {
    addRow: (cells) =>
      write(
        `<tr>${cells.map((cell, at) => `<td dir="auto" class="${classOf(columns[at]!)}">${escaped(textOf(cell))}</td>`).join('')}</tr>\n`,
      ),
    end: () => write('</tbody>\n</table>\n</body>\n</html>\n'),
  };
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="word/document.xml"/></Relationships>`,
};

/** Twentieths of a point: A4 lying on its side, with margins of half an inch. */
const page = { width: 16_838, height: 11_906, margin: 720 };
/** How much of the page a column takes beside the others. */
const shares = { number: 1, text: 2, left: 6, node: 2, right: 6 } as const;

/** Written from right to left. */
const isRtl = (text: string) =>
  /^[^\p{L}]*[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u.test(text);

interface Look {
  readonly jc?: 'right' | 'center';
  readonly bold?: boolean;
  /** Half points. */
  readonly size?: number;
}

function paragraph(text: string, { jc, bold = false, size = 18 }: Look = {}): string {
  const rtl = isRtl(text);
  const inParagraph = `${rtl ? '<w:bidi/>' : ''}<w:spacing w:before="0" w:after="0"/>${jc === undefined ? '' : `<w:jc w:val="${jc}"/>`}`;
  const inRun = `${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/>${rtl ? '<w:rtl/>' : ''}`;
  return `<w:p><w:pPr>${inParagraph}</w:pPr><w:r><w:rPr>${inRun}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

/** A document of Word (ECMA-376, WordprocessingML) with one table, the same bytes for the same table. */
export function writeDocx(
  { columns, title, about }: { readonly columns: Columns; readonly title: string; readonly about: About },
  textOf: (cell: Cell) => string,
  write: (bytes: Uint8Array) => void,
): PageWriter {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    write(bytes);
  });
  const add = (name: string) => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = new Date(1980, 0, 1);
    zip.add(part);
    return part;
  };
  for (const [name, content] of Object.entries(parts)) add(name).push(strToU8(xml + content), true);
  const document = add('word/document.xml');
  const roles = columns.map(({ kind, role }) => role ?? kind);
  const all = roles.reduce((sum, role) => sum + shares[role], 0);
  const widths = roles.map((role) => Math.floor(((page.width - 2 * page.margin) * shares[role]) / all));
  const lookOf = (role: (typeof roles)[number]): Look =>
    role === 'node'
      ? { jc: 'center', bold: true }
      : role === 'left' || role === 'number'
        ? { jc: 'right' }
        : {};
  const row = (texts: readonly string[], looks: readonly Look[], head = '') =>
    `<w:tr>${head}${texts
      .map(
        (text, at) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(text, looks[at])}</w:tc>`,
      )
      .join('')}</w:tr>`;
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBAB0"/>`;
  const looks = roles.map(lookOf);
  let pending =
    `${xml}<w:document xmlns:w="${main}"><w:body>${paragraph(title, { bold: true, size: 28 })}` +
    about.map(([name, value]) => paragraph(`${name}: ${value}`)).join('') +
    paragraph('') +
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/><w:tblBorders>${line('bottom')}${line('insideH')}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    row(
      columns.map(({ name }) => name),
      looks.map((look) => ({ ...look, bold: true })),
      '<w:trPr><w:tblHeader/></w:trPr>',
    );
  return {
    addRow(cells) {
      pending += row(cells.map(textOf), looks);
      if (pending.length < 1 << 16) return;
      document.push(strToU8(pending));
      pending = '';
    },
    end() {
      // A table at the end of a document has a paragraph behind it.
      pending += `</w:tbl>${paragraph('')}<w:sectPr><w:pgSz w:w="${page.width}" w:h="${page.height}" w:orient="landscape"/><w:pgMar w:top="${page.margin}" w:right="${page.margin}" w:bottom="${page.margin}" w:left="${page.margin}" w:header="360" w:footer="360" w:gutter="0"/></w:sectPr></w:body></w:document>`;
      document.push(strToU8(pending), true);
      zip.end();
    },
  };
}
