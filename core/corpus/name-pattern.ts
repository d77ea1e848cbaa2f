/** Values that stand in names of files between these signs. */
const separators = ['_', ' - ', '-', ' ', '.'] as const;
const fewestNames = 2;
const leastShare = 0.8;
const mostFields = 6;

const year = /^(?:1\d{3}|20\d\d)$/u;
const date = /^\d{4}-\d{2}(?:-\d{2})?$/u;
const number = /^\d+$/u;

/**
 * A pattern for the names that are there, as `{year}_{author}_{title}` for `1841_Willkomm_Sklaven.txt`; folders that differ are a field too.
 * @param files paths within what was chosen, with `/`
 * @returns undefined where the names have nothing in common
 */
export function proposedPattern(files: readonly string[]): string | undefined {
  const paths = files.map((file) => file.split('/'));
  const stems = paths.map((path) => path[path.length - 1]!.replace(/\.gz$/iu, '').replace(/\.[^.]*$/u, ''));
  const folders = new Set(paths.map((path) => path[path.length - 2]));
  const folder = folders.size > 1 && !folders.has(undefined) ? '{group}/' : '';
  if (files.length < fewestNames) return undefined;
  for (const separator of separators) {
    const columns = columnsOf(stems, separator);
    if (columns === undefined) continue;
    const fields = fieldsOf(columns);
    // Words of titles are told from values only by what stands in all names at one place.
    if (separator !== '_' && separator !== ' - ' && !fields.some((field) => telling.has(field))) continue;
    return folder + fields.join(separator);
  }
  return folder === '' ? undefined : `${folder}{title}`;
}

const telling = new Set(['{year}', '{date}', '{number}']);

/** The values at each place, the last one with all that follows; undefined where most names have no second one. */
function columnsOf(stems: readonly string[], separator: string): readonly (readonly string[])[] | undefined {
  const split = stems.map((stem) => stem.split(separator).filter((part) => part !== ''));
  const fitting = split.filter((parts) => parts.length > 1);
  if (fitting.length < leastShare * stems.length) return undefined;
  const count = fitting.reduce((least, parts) => Math.min(least, parts.length), mostFields);
  return Array.from({ length: count }, (_, at) =>
    fitting.map((parts) => (at === count - 1 ? parts.slice(at).join(separator) : parts[at]!)),
  );
}

/** A place where all names have the same stands in the pattern as it is. */
function fieldsOf(columns: readonly (readonly string[])[]): readonly string[] {
  const named = new Map<string, number>();
  const call = (name: string) => {
    const times = (named.get(name) ?? 0) + 1;
    named.set(name, times);
    return `{${name}${times === 1 ? '' : String(times)}}`;
  };
  return columns.map((values, at) => {
    if (new Set(values).size === 1 && !/[{}*]/u.test(values[0]!)) return values[0]!;
    const all = (what: RegExp) =>
      values.filter((value) => what.test(value)).length >= leastShare * values.length;
    if (all(year)) return call('year');
    if (all(date)) return call('date');
    if (all(number)) return call('number');
    const isLast = at === columns.length - 1;
    return call(isLast && named.has('author') ? 'title' : 'author');
  });
}
