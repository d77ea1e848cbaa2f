import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../contract/errors.ts';

export type Metadata = Readonly<Record<string, string | number>>;

/**
 * What is known of a file beside its text; empty where nothing is.
 * @param place where it lies, with the folders around it; its name where that is all that is known
 */
export type MetadataOf = (file: string, place?: string) => Metadata;

/**
 * Metadata from a CSV and from file names; where both name a field, the CSV counts.
 * @throws AppError E_METADATA_INVALID, E_FILE_MISSING, E_FILE_UNREADABLE
 */
export function metadataSource({
  metadataFile,
  metadataPattern,
}: {
  readonly metadataFile?: string;
  readonly metadataPattern?: string;
}): MetadataOf {
  const fromFile = metadataFile === undefined ? () => ({}) : metadataFromCsv(metadataFile);
  const fromName = metadataPattern === undefined ? () => ({}) : metadataFromNames(metadataPattern);
  return (file, place) => ({ ...fromName(file, place), ...fromFile(file) });
}

/** A row for each file: the column `file`, or else the first one, holds names; a folder before the name may be left out. */
export function metadataFromCsv(path: string): MetadataOf {
  const name = basename(path);
  const rows = parseCsv(readText(path, name), name);
  const [header, ...records] = rows;
  if (header === undefined) throw new AppError('E_METADATA_INVALID', { file: name, reason: 'no header' });
  const twice = header.find((field, at) => header.indexOf(field) !== at);
  if (twice !== undefined)
    throw new AppError('E_METADATA_INVALID', { file: name, line: 1, reason: `“${twice}” twice` });
  const named = header.indexOf('file');
  const key = named < 0 ? 0 : named;
  const byFile = new Map<string, Metadata>();
  records.forEach((record, at) => {
    const file = record[key]!;
    if (byFile.has(file))
      throw new AppError('E_METADATA_INVALID', { file: name, line: at + 2, reason: `“${file}” twice` });
    const fields = header
      .map((field, column) => [field, typed(record[column]!)] as const)
      .filter(([field, value], column) => column !== key && field !== '' && value !== '');
    byFile.set(file, Object.fromEntries(fields));
  });
  return (file) => byFile.get(file) ?? byFile.get(basename(file)) ?? {};
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    throw reason === 'ENOENT'
      ? new AppError('E_FILE_MISSING', { file })
      : new AppError('E_FILE_UNREADABLE', { file, reason });
  }
}

function parseCsv(text: string, file: string): string[][] {
  const firstLine = /^[^\r\n]*/u.exec(text)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, one) =>
    firstLine.split(one).length > firstLine.split(best).length ? one : best,
  );
  try {
    return parse(text, { bom: true, delimiter, skip_empty_lines: true, trim: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as CsvError & { lines?: number }).lines ?? 1;
    throw new AppError('E_METADATA_INVALID', { file, line, reason: error.code });
  }
}

/**
 * Fields from the names of files and folders by a pattern such as `{genre}/{author}_{year}`: the last step is the name without its ending,
 * those before it are the folders around it. What stands between the fields must stand in the name; a name that does not fit has no metadata.
 */
export function metadataFromNames(pattern: string): MetadataOf {
  const fields = [...pattern.matchAll(/\{([^{}]+)\}/gu)].map(([, field]) => field!);
  if (fields.length === 0)
    throw new AppError('E_METADATA_INVALID', { reason: 'no {field} in the file-name pattern' });
  if (new Set(fields).size < fields.length)
    throw new AppError('E_METADATA_INVALID', { reason: 'a field stands twice in the file-name pattern' });
  const steps = pattern.split('/').map((step) => step.split(/\{[^{}]+\}/u));
  return (file, place = file) => {
    const names = place.split(/[\\/]/u);
    const last = names.pop()!.replace(/\.gz$/iu, '');
    const path = [...names.map((name) => name.replace(/\.zip$/iu, '')), last.replace(/\.[^.]*$/u, '')];
    if (path.length < steps.length) return {};
    const found = steps.map((between, at) => valuesIn(path[path.length - steps.length + at]!, between));
    if (found.some((values) => values === null)) return {};
    const values = found.flatMap((some) => some ?? []);
    return Object.fromEntries(fields.map((field, at) => [field, typed(values[at]!)]));
  };
}

/** A step of a pattern without fields stands there as it is, or names any folder when it is a star. */
const valuesIn = (name: string, between: readonly string[]): readonly string[] | null =>
  between.length > 1 ? valuesBetween(name, between) : between[0] === name || between[0] === '*' ? [] : null;

/**
 * What stands between given texts: each value as short as it can be, the last one to the end, none empty. One pass over the name, where
 * a regular expression would try every combination.
 * @returns null when the name does not fit
 */
function valuesBetween(name: string, between: readonly string[]): readonly string[] | null {
  const [first = '', ...others] = between;
  const last = others.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last)) return null;
  const values: string[] = [];
  let from = first.length;
  for (const text of others) {
    const character = name.codePointAt(from);
    if (character === undefined) return null;
    const at = name.indexOf(text, from + String.fromCodePoint(character).length);
    if (at < 0) return null;
    values.push(name.slice(from, at));
    from = at + text.length;
  }
  const end = name.length - last.length;
  return from < end ? [...values, name.slice(from, end)] : null;
}

/** Numbers as numbers: not “007”, which is a name, nor anything that would be written differently. */
export function typed(value: string): string | number {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) && String(number) === value ? number : value;
}
