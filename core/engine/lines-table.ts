import type { Checked } from '../contract/contract.ts';
import type { QueryLine } from '../contract/query.ts';
import type { Cell, Table } from '../exchange/table.ts';
import { foundLines } from '../opened/found-lines.ts';
import { pageOfLines, type LinesPage } from '../opened/hit-lines.ts';
import type { Opened } from '../opened/opened.ts';
import { fieldsShown } from '../opened/fields-shown.ts';

type Asked = Omit<Checked<'exchange.lines'>, 'format' | 'target' | 'preset' | 'locale'>;

/** So many lines are read from the texts at once. */
const linesAtOnce = 2000;

/** The lines of a query as a table, read piece by piece, with every field of their texts; and what is said above or beside it. */
export function linesTable(
  opened: Opened,
  asked: Asked,
  pulse: () => void,
): { readonly table: Table; readonly settings: Readonly<Record<string, unknown>> } {
  const { width, context, fields: wanted, ...rest } = asked;
  const { hits, order, ...counts } = foundLines(opened, rest, pulse);
  const { fields, ofText } = fieldsShown(opened, wanted);
  const cellsOf = (line: QueryLine): readonly Cell[] => [
    ...[line.document, line.position, line.left, line.node, line.right],
    ...fields.map((field) => ofText(line.documentId)[field] ?? ''),
    ...[line.note?.category ?? '', line.note?.marked === true ? 'yes' : '', line.note?.note ?? ''],
  ];
  const text = (name: string) => ({ name, kind: 'text' }) as const;
  return {
    table: {
      columns: [
        text('document'),
        { name: 'position', kind: 'number' },
        ...(['left', 'node', 'right'] as const).map((role) => ({ ...text(role), role })),
        ...fields.map(text),
        ...['category', 'marked', 'note'].map(text),
      ],
      rowCount: counts.shown,
      rows: rowsOf(
        counts.shown,
        (piece) => pageOfLines(opened, hits, order, { ...piece, width, context }),
        cellsOf,
      ),
    },
    settings: { ...asked, ...counts },
  };
}

function* rowsOf(
  lines: number,
  read: (piece: Pick<LinesPage, 'offset' | 'limit'>) => readonly QueryLine[],
  cellsOf: (line: QueryLine) => readonly Cell[],
): Generator<readonly Cell[]> {
  for (let offset = 0; offset < lines; offset += linesAtOnce)
    for (const line of read({ offset, limit: linesAtOnce })) yield cellsOf(line);
}
