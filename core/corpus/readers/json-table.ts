import { AppError } from '../../contract/errors.ts';
import { columnNames, isTextName, mostColumns, type ReadTable } from './columns.ts';
import { jsonFault } from './json-fault.ts';
import { lineAt } from './malformed.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Records with more fields than that are not taken apart further. */
const mostFields = 500;
/** Objects within objects that are looked into for records, and for fields of a record. */
const mostLevels = 4;

/**
 * Records of JSON as a table: an array of objects, wherever it stands, one object, or an object in each line. Keys become columns in the
 * order in which they first appear, those of an object within a record with its name before them: `user.name`.
 * @throws AppError E_TABLE_INVALID
 */
export function jsonTable(source: string): ReadTable {
  const text = source.replace(/^\ufeff/, '');
  const whole = parsed(text);
  if ('value' in whole) return tableOf(recordsIn(whole.value));
  const lines = text.split(/\r?\n/).map((line, at) => ({ line, at }));
  const records = lines
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, at }) => {
      const one = parsed(line);
      if ('value' in one && isObject(one.value)) return one.value;
      // One object over several lines that is no JSON is told where it is none.
      throw invalid(at === 0 || !/^\s*\{/.test(text) ? whole.line : at + 1);
    });
  return tableOf(records);
}

const invalid = (line: number) => new AppError('E_TABLE_INVALID', { line, reason: 'JSON' });

function parsed(text: string): { readonly value: unknown } | { readonly line: number } {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { line: lineAt(text, jsonFault(text)) };
  }
}

/** The records of a document: itself where it has a text of its own, or else the longest array of objects in it. */
function recordsIn(value: unknown): readonly JsonObject[] {
  if (
    isObject(value) &&
    Object.entries(value).some(([key, one]) => isTextName(key) && typeof one === 'string')
  )
    return [value];
  const found = arraysIn(value);
  const longest = (of: readonly (readonly JsonObject[])[]) =>
    of.reduce<readonly JsonObject[]>((most, one) => (one.length > most.length ? one : most), []);
  const withText = longest(found.filter((records) => records.some(hasText)));
  if (withText.length > 0) return withText;
  if (!isObject(value)) return longest(found);
  const entries = Object.entries(value);
  // Records by their keys.
  if (entries.length > 1 && entries.every(([, one]) => isObject(one)))
    return entries.map(([key, one]) => ({ key, ...(one as JsonObject) }));
  return hasText(value) || found.length === 0 ? [value] : longest(found);
}

/** Arrays of objects; texts alone are objects with nothing but a text. */
function arraysIn(value: unknown): readonly (readonly JsonObject[])[] {
  const found: JsonObject[][] = [];
  const open: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { level } = next;
    if (Array.isArray(next.value)) {
      const objects = next.value.filter(isObject);
      const texts = next.value.filter((one) => typeof one === 'string');
      if (objects.length > 0) found.push(objects);
      else if (texts.length > 0) found.push(texts.map((text) => ({ text })));
      else if (level < mostLevels) for (const one of next.value) open.push({ value: one, level: level + 1 });
    } else if (isObject(next.value) && level < mostLevels)
      for (const one of Object.values(next.value)) open.push({ value: one, level: level + 1 });
  }
  return found;
}

const hasText = (value: JsonObject) =>
  Object.values(value).some((one) => typeof one === 'string' && /\S\s+\S/.test(one));

function tableOf(records: readonly JsonObject[]): ReadTable {
  const columns = new Map<string, number>();
  const rows = records.map((record, at) => {
    const cells = new Map<number, string>();
    for (const [key, value] of fieldsOf(record, '', columns.size < mostFields ? 0 : mostLevels)) {
      const column = columns.get(key) ?? columns.size;
      if (column >= mostColumns)
        throw new AppError('E_TABLE_INVALID', { line: at + 1, reason: `${column} columns` });
      columns.set(key, column);
      const text = cellOf(value, at + 1);
      if (text !== '') cells.set(column, text);
    }
    return cells;
  });
  return { columns: columnNames([...columns.keys()]), rows };
}

function* fieldsOf(record: JsonObject, before: string, level: number): Generator<readonly [string, unknown]> {
  for (const [key, value] of Object.entries(record)) {
    const name = before === '' ? key : `${before}.${key}`;
    if (isObject(value) && level < mostLevels) yield* fieldsOf(value, name, level + 1);
    else yield [name, value];
  }
}

/** Lines of a text may be an array of their own; what else is neither text nor number is written as JSON. */
function cellOf(value: unknown, record: number): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string'))
    return value.join(value.some((one) => /\s/.test(one)) ? '\n\n' : ', ');
  try {
    return JSON.stringify(value);
  } catch (error) {
    // Nested deeper than can be written.
    throw new AppError('E_TABLE_INVALID', { line: record, reason: 'JSON' }, { cause: error });
  }
}
