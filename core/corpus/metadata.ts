import { AppError } from '../contract/errors.ts';

export type Metadata = Readonly<Record<string, string | number>>;

/**
 * What is known of a file beside its text; empty where nothing is.
 * @param place where it lies, with the folders around it; its name where that is all that is known
 */
export type MetadataOf = (file: string, place?: string) => Metadata;

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
  const steps = pattern
    .normalize('NFC')
    .split('/')
    .map((step) => step.split(/\{[^{}]+\}/u));
  return (file, place = file) => {
    // Systems write the marks of letters apart in names of files.
    const names = place.normalize('NFC').split(/[\\/]/u);
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
