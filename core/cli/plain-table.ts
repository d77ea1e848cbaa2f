import { inColumns } from './columns.ts';

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.some(isRow) && value.every(isRow);

/** Whole numbers as they are, others with six digits. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number')
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** Rows of one form as a table; the names of what they hold are its titles. */
export function tableOfRows(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(Object.keys))];
  const columns = names.map((name) => ({
    title: name,
    align: rows.every((row) => typeof (row[name] ?? 0) === 'number') ? ('right' as const) : ('left' as const),
  }));
  return inColumns(
    columns,
    rows.map((row) => names.map((name) => cellOf(row[name]))),
  );
}

/** An answer for a person where nothing better is known: its lists as tables, everything else by name. */
export function plainTable(answer: unknown): string {
  if (answer === null) return 'Done.';
  if (isRows(answer)) return tableOfRows(answer);
  if (!isRow(answer)) return cellOf(answer);
  const parts = Object.entries(answer);
  const tables = parts.filter(([, value]) => isRows(value));
  const others = parts.filter(([, value]) => !isRows(value));
  return [
    ...tables.flatMap(([name, rows]) => [
      ...(tables.length > 1 ? [`${name}:`] : []),
      tableOfRows(rows as readonly Row[]),
    ]),
    ...others.map(([name, value]) => `${name}: ${cellOf(value)}`),
  ].join('\n');
}
