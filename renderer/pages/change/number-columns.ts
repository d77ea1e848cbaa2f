import type { Column } from '../../parts/column.ts';
import type { Interface } from '../../state/interface.svelte.ts';

/** Smaller ones than this are no different to anybody. */
const leastP = 0.001;

type Numeric<Row> = { [Key in keyof Row]: Row[Key] extends number | null ? Key : never }[keyof Row] & string;

/** Columns of numbers of which some cannot be said. */
export function numberColumns<Row>(ui: Pick<Interface, 'fixed' | 'short'>) {
  return {
    three: (n: number) => ui.fixed(n, 3),
    probability: (n: number) => (n < leastP ? `< ${ui.short(leastP)}` : ui.fixed(n, 3)),
    column: (id: Numeric<Row>, name: string, note: string, width: string, shown: (n: number) => string) => {
      const value = (row: Row) => row[id] as number | null;
      return {
        id,
        name,
        note,
        kind: 'number',
        width,
        shown: (row) => {
          const number = value(row);
          return number === null ? '–' : shown(number);
        },
        value,
      } satisfies Column<Row>;
    },
  };
}
