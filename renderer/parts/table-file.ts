import { pageFormats, tableFormats } from '../../core/contract/exchange.ts';
import type { App } from '../state/app.svelte.ts';
import type { Column } from './column.ts';

const written = [...tableFormats, ...pageFormats];
export type WrittenFormat = (typeof written)[number];

/** A table that somebody looks at, as a file is to have it. */
export interface TableFile<Row> {
  readonly columns: readonly Column<Row>[];
  /** Every row, not only those in sight. */
  readonly rows: () => Promise<readonly Row[]>;
  /** File name without its extension. */
  readonly file: string;
  /** How the rows were got: written beside the table. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Asks for a place and has the engine write the table there, in the format of the file’s ending. */
export async function saveTable<Row>(
  app: App,
  { columns, rows, file, settings }: TableFile<Row>,
  suggested: WrittenFormat,
): Promise<void> {
  const target = await app.firth.chooseSaveTarget(`${file}.${suggested}`);
  if (target === null) return;
  const all = await rows();
  const { files } = await app.firth.call('exchange.table', {
    columns: columns.map(({ name, kind, role }) => ({
      name,
      kind: kind === 'number' ? 'number' : 'text',
      ...(role === undefined ? {} : { role }),
    })),
    rows: all.map((row) => columns.map((column) => finite(column.value(row)))),
    format: written.find((format) => target.name.toLowerCase().endsWith(`.${format}`)) ?? suggested,
    target: { grant: target.grant },
    ...(settings === undefined ? {} : { settings }),
  });
  app.notice = app.ui.t.parts.exported(files.join(', '));
}

/** No file has a sign for what is no number. */
const finite = (value: string | number | null) =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;
