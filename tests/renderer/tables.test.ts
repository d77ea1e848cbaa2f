import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sorted, type Column } from '../../renderer/parts/column.ts';
import { pastedRows } from '../../renderer/parts/pasted-rows.ts';
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

describe('a table on the clipboard', () => {
  it('pastes as one row a line', () => {
    expect(pastedRows(columns, [{ word: 'a\tb\nc', count: null }])).toBe('Word\tCount\na b c\t\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-ing', "'-ing"],
    ['@import', "'@import"],
    ['\t=cmd', "' =cmd"],
    ['\r=cmd', "' =cmd"],
    ['a=b', 'a=b'],
    ["'=1", "'=1"],
  ])('runs no formula (P26): %j', (word, pasted) => {
    expect(pastedRows(columns, [{ word, count: -2.5 }])).toBe(`Word\tCount\n${pasted}\t-2.5\n`);
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
