/** Marks at the end of a line that only divide a word; a hyphen may be its own. */
const divides = /(?<=\p{L}\p{M}*)[¬⸗\u00ad]$/u;
const hyphen = /(?<=\p{L}\p{M}*)[-‐=]$/u;
/** Behind a hyphen that stands for a part of a word: `Haupt- und`. */
const suspended = /^(?:und|oder|bzw|sowie|u|and|or|to|et|ou|y|e|o|en|of|och|og)(?![\p{L}\p{M}])/u;

/** Lines of a page as one text; words that are divided at the end of a line are whole. */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '')) {
    if (divides.test(text) && /^\p{L}/u.test(line)) text = text.slice(0, -1) + line;
    else if (hyphen.test(text) && /^\p{Ll}/u.test(line) && !suspended.test(line))
      text = text.slice(0, -1) + line;
    else text += text === '' ? line : `\n${line}`;
  }
  return text;
}
