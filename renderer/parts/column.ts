/** One column of a table: how it is headed, shown, copied and sorted. */
export interface Column<Row> {
  readonly id: string;
  readonly name: string;
  /** What the column means, shown where the pointer rests on its head or the keys have come to it. */
  readonly note?: string;
  /** A path keeps its beginning and its end where there is no room. */
  readonly kind: 'word' | 'number' | 'text' | 'path' | 'corpus';
  /** Of a concordance. */
  readonly role?: 'left' | 'node' | 'right';
  /** As shown. */
  readonly shown: (row: Row) => string;
  /** As copied, exported and sorted: numbers whole, not rounded. */
  readonly value: (row: Row) => string | number | null;
  /** CSS width; columns without one share what is left. */
  readonly width?: string;
  /** Share of a thin bar below the number, 0 to 1. */
  readonly bar?: (row: Row) => number | null;
  readonly sortable?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly ascending: boolean;
}

/** Rows in the order of a column; equal rows keep their places, missing values stand last. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
  compareText: (a: string, b: string) => number,
): readonly Row[] {
  const column = columns.find((one) => one.id === sorting?.column);
  if (column === undefined || sorting === null) return rows;
  const direction = sorting.ascending ? 1 : -1;
  return rows.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    if (typeof x === 'number' && typeof y === 'number') return direction * (x - y);
    return direction * compareText(String(x), String(y));
  });
}
