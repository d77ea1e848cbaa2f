import type { Column } from '../../parts/column.ts';
import type { Interface } from '../../state/interface.svelte.ts';
import type { Words } from './Words.en.ts';

/** A word with its place, as tables and files have it. */
export interface MapPoint {
  readonly word: string;
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** What its colour says. */
  readonly class: string;
}

export function pointColumns(
  ui: Pick<Interface, 'fixed' | 'whole' | 't'>,
  t: Words,
): readonly Column<MapPoint>[] {
  const number = (id: 'x' | 'y' | 'count', name: string, shown: (n: number) => string): Column<MapPoint> => ({
    id,
    name,
    kind: 'number',
    width: '110px',
    sortable: true,
    shown: (point) => shown(point[id]),
    value: (point) => point[id],
  });
  return [
    {
      id: 'word',
      name: ui.t.parts.word,
      kind: 'word',
      width: '220px',
      shown: ({ word }) => word,
      value: ({ word }) => word,
    },
    number('x', t.x, (n) => ui.fixed(n, 3)),
    number('y', t.y, (n) => ui.fixed(n, 3)),
    number('count', ui.t.parts.count, ui.whole),
    {
      id: 'class',
      name: t.colourColumn,
      kind: 'text',
      shown: (point) => point.class,
      value: (point) => point.class,
    },
  ];
}
