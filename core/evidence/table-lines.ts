/** A line of a test set that says something, cut into its fields. */
export interface TestLine {
  /** From 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

const separators = ['\t', ';', ','] as const;

/**
 * Lines of a test set. What most of them have parts their fields: tabs, semicolons, commas, else white space. Quoted fields are read as in
 * CSV. Empty lines, and notes that `#` begins, also behind the fields, are passed over; a line of as many fields as the others is none, so that
 * `#nlp` may be a word.
 * @param fits whether fields look like those of the test set, so that a line that begins with # is one of it
 */
export function linesOfTestSet(
  text: string,
  fits: (fields: readonly string[]) => boolean,
): readonly TestLine[] {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .map((content, at) => ({ line: at + 1, content: content.replace(noteBehind, '').trim() }))
    .filter(({ content }) => content !== '' && !/^#(?:\s|$)/u.test(content));
  const separator = separatorOf(lines.map(({ content }) => content));
  return lines
    .map(({ line, content }) => ({ line, fields: fieldsOf(content, separator) }))
    .filter(({ fields }) => !fields[0]!.startsWith('#') || fits(fields));
}

/** `C# is` has none. */
const noteBehind = /(?<=\S\s*)\s# .*$/u;

/** What stands in most lines; undefined where white space parts them. */
function separatorOf(lines: readonly string[]): string | undefined {
  return separators.find(
    (one) =>
      lines.filter((line) => line.includes(one)).length >
      0.5 * lines.filter((line) => !line.startsWith(':')).length,
  );
}

/** A line that lacks the separator of the others is parted by white space. */
function fieldsOf(line: string, separator: string | undefined): readonly string[] {
  if (separator === undefined || !line.includes(separator)) return line.split(/\s+/u);
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]!;
    if (quoted && sign === '"' && line[at + 1] === '"') {
      field += sign;
      at += 1;
    } else if (sign === '"' && (quoted || field.trim() === '')) quoted = !quoted;
    else if (sign === separator && !quoted) {
      fields.push(field.trim());
      field = '';
    } else field += sign;
  }
  return [...fields, field.trim()];
}
