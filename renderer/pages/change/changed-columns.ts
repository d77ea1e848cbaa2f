import type { ChangeRow } from '../../../core/contract/change.ts';
import type { Column } from '../../parts/column.ts';
import type { Interface } from '../../state/interface.svelte.ts';
import { numberColumns } from './number-columns.ts';
import type { Words } from './Words.en.ts';

export function changedColumns(
  ui: Pick<Interface, 'fixed' | 'whole' | 'short' | 't'>,
  t: Words,
): readonly Column<ChangeRow>[] {
  const { column: plain, three, probability } = numberColumns<ChangeRow>(ui);
  const column = (...facts: Parameters<typeof plain>) => ({ ...plain(...facts), sortable: true });
  return [
    {
      id: 'word',
      name: ui.t.parts.word,
      kind: 'word',
      shown: ({ word }) => word,
      value: ({ word }) => word,
    },
    column('score', t.score, t.scoreNote, '78px', three),
    {
      id: 'interval',
      name: t.interval,
      note: t.intervalNote,
      kind: 'text',
      width: '120px',
      shown: ({ low, high }) => (low === null || high === null ? '–' : `${three(low)} – ${three(high)}`),
      value: ({ low, high }) => (low === null || high === null ? null : `${low} – ${high}`),
    },
    column('expected', t.expected, t.expectedNote, '88px', three),
    column('p', t.p, t.pNote, '68px', probability),
    column('q', t.q, t.qNote, '68px', probability),
    column('countFrom', t.countFrom, t.countFromNote, '76px', ui.whole),
    column('textsFrom', t.textsFrom, t.textsFromNote, '64px', ui.whole),
    column('countTo', t.countTo, t.countToNote, '76px', ui.whole),
    column('textsTo', t.textsTo, t.textsToNote, '64px', ui.whole),
  ];
}

/** For files: every number by itself. */
export function writtenColumns(
  ui: Pick<Interface, 'fixed' | 'whole' | 'short' | 't'>,
  t: Words,
): readonly Column<ChangeRow>[] {
  const plain = (id: 'low' | 'high' | 'excess'): Column<ChangeRow> => ({
    id,
    name: id,
    kind: 'number',
    shown: (row) => String(row[id] ?? ''),
    value: (row) => row[id],
  });
  return changedColumns(ui, t).flatMap((column) =>
    column.id === 'interval'
      ? [plain('low'), plain('high')]
      : column.id === 'expected'
        ? [column, plain('excess')]
        : column.id.startsWith('count') || column.id.startsWith('texts')
          ? [{ ...column, name: column.note ?? column.name }]
          : [column],
  );
}
