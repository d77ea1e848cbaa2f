import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { writeDocx, writeHtml } from '../../../core/exchange/page-tables.ts';
import type { Cell, Table } from '../../../core/exchange/table.ts';

const columns: Table['columns'] = [
  { name: 'Text', kind: 'text' },
  { name: 'Left', kind: 'text', role: 'left' },
  { name: 'Node', kind: 'text', role: 'node' },
  { name: 'Right', kind: 'text', role: 'right' },
  { name: 'n', kind: 'number' },
];
const about = [['query', '"a & b" <within> s']] as const;
const rows: readonly (readonly Cell[])[] = [
  ['one.txt', 'of <b>the</b> & ', 'king', ' said "no"\u0000', 3],
  ['two.txt', '', 'كتاب', ' 😀 \ud83d', null],
];
const textOf = (cell: Cell) => (cell === null ? '' : String(cell));

interface Node {
  readonly type: string;
  readonly data?: string;
  readonly name?: string;
  readonly children?: readonly Node[];
}
const text = (node: Node): string => node.data ?? (node.children ?? []).map(text).join('');
const all = (node: Node, name: string): Node[] => [
  ...(node.name === name ? [node] : []),
  ...(node.children ?? []).flatMap((child) => all(child, name)),
];

describe('a table on a page', () => {
  it('is a whole HTML page, in which nothing of the texts runs', () => {
    let html = '';
    const page = writeHtml({ columns, title: 'Lines <of> “king”', about }, textOf, (some) => (html += some));
    rows.forEach((row) => page.addRow(row));
    page.end();
    const root = parseDocument(html) as unknown as Node;
    expect(all(root, 'b')).toEqual([]);
    expect(all(root, 'h1').map(text)).toEqual(['Lines <of> “king”']);
    expect(all(root, 'dd').map(text)).toEqual(['"a & b" <within> s']);
    expect(all(root, 'tr').map((row) => all(row, 'td').map(text))).toEqual([
      [],
      ['one.txt', 'of <b>the</b> & ', 'king', ' said "no"\ufffd', '3'],
      ['two.txt', '', 'كتاب', ' 😀 \ufffd', ''],
    ]);
  });

  it('is a document of Word with the query above it, the same bytes for the same rows', () => {
    const written = () => {
      const pieces: Uint8Array[] = [];
      const page = writeDocx({ columns, title: 'Lines', about }, textOf, (bytes) => pieces.push(bytes));
      rows.forEach((row) => page.addRow(row));
      page.end();
      return Buffer.concat(pieces);
    };
    const bytes = written();
    expect(written()).toEqual(bytes);
    const parts = unzipSync(bytes);
    expect(Object.keys(parts).toSorted()).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/document.xml',
    ]);
    const xml = strFromU8(parts['word/document.xml']!);
    const root = parseDocument(xml, { xmlMode: true }) as unknown as Node;
    expect(all(root, 'w:p').slice(0, 2).map(text)).toEqual(['Lines', 'query: "a & b" <within> s']);
    expect(all(root, 'w:tr').map((row) => all(row, 'w:tc').map(text))).toEqual([
      ['Text', 'Left', 'Node', 'Right', 'n'],
      ['one.txt', 'of <b>the</b> & ', 'king', ' said "no"\ufffd', '3'],
      ['two.txt', '', 'كتاب', ' 😀 \ufffd', ''],
    ]);
    // What is written from right to left says so, and widths fit the page.
    expect(all(root, 'w:bidi')).toHaveLength(1);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16_838 - 1440);
    // The order of elements that the standard asks for.
    expect(xml).not.toMatch(/<w:jc[^>]*\/><w:(?:bidi|spacing)/u);
  });
});
