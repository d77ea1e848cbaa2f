import type { App } from '../state/app.svelte.ts';
import { Latest } from '../state/latest.svelte.ts';
import { sorted, type Column, type Sorting } from './column.ts';

/** A table whose rows the person puts in order. */
export interface OrderedTable<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly sorting: Sorting | null;
}

/**
 * Rows in the order of a column. Words and names stand in the order that the engine has for them, which is that of the command line; until
 * it answers, the rows stay as they came.
 * @returns what reads the rows, within a component
 */
export function orderedRows<Row>(
  app: Pick<App, 'firth'>,
  table: () => OrderedTable<Row>,
): () => readonly Row[] {
  const order = new Latest<ReadonlyMap<string, number>>();
  const texts = $derived(textsToOrder(table()));
  $effect(() => {
    const asked = texts;
    if (asked.length > 1)
      void order.ask(async (signal) => {
        const answer = await app.firth.call('corpus.order', { texts: asked }, { signal });
        return new Map(answer.texts.map((text, place) => [text, place]));
      });
    return order.stop;
  });
  const rows = $derived.by(() => {
    const { rows, columns, sorting } = table();
    const places = order.value;
    if (texts.length > 1 && (places === null || texts.some((text) => !places.has(text)))) return rows;
    return sorted(rows, columns, sorting, (a, b) => (places?.get(a) ?? 0) - (places?.get(b) ?? 0));
  });
  return () => rows;
}

/** What stands in the column that rows are ordered by, unless it is numbers. */
function textsToOrder<Row>({ rows, columns, sorting }: OrderedTable<Row>): readonly string[] {
  const column = columns.find(({ id }) => id === sorting?.column);
  if (column === undefined) return [];
  const values = rows.map((row) => column.value(row));
  return [...new Set(values.filter((value) => typeof value === 'string' && value !== ''))] as string[];
}
