import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sorted, type Column } from '../../renderer/parts/column.ts';
import { toCsv, toTabs } from '../../renderer/parts/delimited.ts';
import { visibleRows } from '../../renderer/parts/visible-rows.ts';

interface Row {
  readonly word: string;
  readonly count: number | null;
}
const columns: readonly Column<Row>[] = [
  { id: 'word', name: 'Word', kind: 'word', shown: (row) => row.word, value: (row) => row.word },
  { id: 'count', name: 'Count', kind: 'number', shown: String, value: (row) => row.count },
];
const compare = new Intl.Collator('en').compare;

describe('sorting a table', () => {
  const rows: readonly Row[] = [
    { word: 'b', count: 2 },
    { word: 'a', count: null },
    { word: 'c', count: 10 },
    { word: 'd', count: 2 },
  ];
  const words = (column: string, ascending: boolean) =>
    sorted(rows, columns, { column, ascending }, compare)
      .map((row) => row.word)
      .join('');

  it('orders numbers as numbers, with missing ones last whichever way', () => {
    expect([words('count', true), words('count', false)]).toEqual(['bdca', 'cbda']);
  });

  it('orders words as readers do', () => {
    expect([words('word', true), words('word', false)]).toEqual(['abcd', 'dcba']);
  });

  it('leaves rows alone where no column is asked for', () => {
    expect(words('nothing', true)).toBe('bacd');
  });
});

describe('tables for other programs', () => {
  it('survive quotes, commas, line ends and every script', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        const safe = words.filter((word) => !/^[=+\-@\t\r]/.test(word));
        const text = toCsv(
          columns,
          safe.map((word) => ({ word, count: 1 })),
        );
        const read: readonly string[][] = parse(text, { bom: true, record_delimiter: '\r\n' });
        expect(read.slice(1).map(([word]) => word)).toEqual(safe);
      }),
    );
  });

  it('make cells harmless that a spreadsheet would run, but not numbers', () => {
    const text = toCsv(columns, [{ word: '=1+1', count: -2.5 }]);
    expect(text).toContain("'=1+1,-2.5");
  });

  it('paste as one row a line', () => {
    expect(toTabs(columns, [{ word: 'a\tb\nc', count: null }])).toBe('Word\tCount\na b c\t\n');
  });
});

describe('the rows in sight', () => {
  it('are a few more than fit', () => {
    const span = visibleRows({ scrollTop: 2800, height: 560, rowHeight: 28, total: 30_000 }, 8);
    expect(span).toEqual({ start: 92, end: 128 });
  });

  it('stay within the list', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(2000), fc.nat(1e5), (scrollTop, height, total) => {
        const { start, end } = visibleRows({ scrollTop, height, rowHeight: 28, total });
        expect(start >= 0 && start <= end && end <= total).toBe(true);
      }),
    );
  });
});
