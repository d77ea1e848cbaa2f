/** Behind these a line says something of its word: Snowball’s bar, the number sign of most lists. */
const remark = /\s*(?:\||(?<![^\s])[#;]|\/\/).*$/u;

/**
 * The words of a stop list in any common format: a word a line, with `| what it is` behind it as Snowball has it, comments by `#`, `;` or
 * `//`; words between commas or spaces, where the lines are long; a list in JSON, also as `firth stop-words` prints it. A line of several
 * words is an entry that the dictionary joins: low lines stand between its words.
 */
export function stopWordsIn(source: string): readonly string[] {
  const listed = fromJson(source) ?? fromLines(source);
  const words = listed.map((word) =>
    word
      .trim()
      .replace(/^(["“'])(.*)["”']$/u, '$2')
      .trim(),
  );
  return [...new Set(words.filter((word) => word !== '').map((word) => word.replaceAll(/\s+/gu, '_')))];
}

function fromJson(source: string): readonly string[] | null {
  if (!/^\s*[[{]/u.test(source)) return null;
  try {
    const parsed = JSON.parse(source) as unknown;
    const { words } = Array.isArray(parsed) ? { words: parsed } : (parsed as { readonly words?: unknown });
    return Array.isArray(words) ? words.filter((word) => typeof word === 'string') : null;
  } catch {
    return null;
  }
}

/** More words than this in a line are no entry of several words. */
const longestEntry = 4;

function fromLines(source: string): readonly string[] {
  const lines = source.split(/\r\n|[\r\n]/u).map((line) => line.replace(remark, '').trim());
  return lines.flatMap((line) => {
    if (/[,，、;\t]/u.test(line)) return line.split(/[,，、;\t]/u);
    const words = line.split(/\s+/u);
    return words.length > longestEntry ? words : [line];
  });
}
