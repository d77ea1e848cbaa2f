import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../renderer/parts/column.ts';
import { orderedRows } from '../../renderer/parts/ordered-rows.svelte.ts';
import { answering, settled } from './state/answering.ts';
import { inComponent } from './state/watched.svelte.ts';

const rows = ['öra', 'apa', 'ål', 'zebra'].map((word, count) => ({ word, count }));
const columns: readonly Column<(typeof rows)[number]>[] = [
  { id: 'word', name: 'Word', kind: 'word', shown: (row) => row.word, value: (row) => row.word },
  { id: 'count', name: 'Count', kind: 'number', shown: String, value: (row) => row.count },
];

/** An engine that knows Swedish. */
const swedish = () =>
  answering({
    'corpus.order': ({ texts }) => ({
      texts: ['apa', 'zebra', 'ål', 'öra'].filter((one) => texts.includes(one)),
    }),
  });

describe('rows of a table that somebody orders', () => {
  it.each([
    [true, ['apa', 'zebra', 'ål', 'öra']],
    [false, ['öra', 'ål', 'zebra', 'apa']],
  ])('stand in the order that the engine has for words (ascending: %s)', async (ascending, expected) => {
    const { firth } = swedish();
    const { made, stop } = inComponent(() =>
      orderedRows({ firth }, () => ({ rows, columns, sorting: { column: 'word', ascending } })),
    );
    expect(made()).toEqual(rows);
    await settled();
    flushSync();
    expect(made().map(({ word }) => word)).toEqual(expected);
    stop();
  });

  it('ask nobody for the order of numbers', async () => {
    const { firth, asked } = swedish();
    const { made, stop } = inComponent(() =>
      orderedRows({ firth }, () => ({
        rows,
        columns,
        sorting: { column: 'count', ascending: false },
      })),
    );
    await settled();
    expect(made().map(({ count }) => count)).toEqual([3, 2, 1, 0]);
    expect(asked).toEqual([]);
    stop();
  });
});
