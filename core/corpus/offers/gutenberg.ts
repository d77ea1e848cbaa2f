import type { Lines, Stretch } from './lines.ts';

const begins = /^\W*(?:START OF (?:THE|THIS) PROJECT GUTENBERG|END[* ]*THE SMALL PRINT)/i;
const ends = /^\W*END OF (?:THE|THIS)? ?PROJECT GUTENBERG|^\W*End of (?:the )?Project Gutenberg/i;
const credits =
  /^(?:\W*)(?:produced by|e-?text prepared by|this e-?(?:text|book) was (?:produced|prepared|created)|transcribed (?:by|from)|prepared by)/i;

/** Lines at the beginning of a text that may all belong to its head. */
const mostOfHead = 600;
const mostOfCredits = 15;
/** Lines of a mark that goes over several. */
const mostOfMark = 3;

/**
 * The head that Project Gutenberg sets before a text, up to its mark, with the credits behind it.
 * @returns undefined where there is none
 */
export function gutenbergHead(lines: Lines): Stretch | undefined {
  const mark = lines.slice(0, mostOfHead).findIndex((line) => begins.test(line));
  if (mark < 0 || !lines.slice(0, mark + 1).some((line) => /gutenberg/i.test(line))) return undefined;
  let end = mark + 1;
  // `*** START OF … A LONG TITLE` goes on to the next asterisks.
  if (/^\s*\*/.test(lines[mark]!) && !/\*\s*$/.test(lines[mark]!))
    for (let at = mark + 1; at <= mark + mostOfMark; at += 1)
      if (/\*\s*$/.test(lines[at] ?? '')) {
        end = at + 1;
        break;
      }
  for (let at = end; at < Math.min(lines.length, end + mostOfCredits); at += 1)
    if (credits.test(lines[at]!)) {
      while (at < lines.length && lines[at]!.trim() !== '') at += 1;
      return { from: 0, to: at };
    }
  return { from: 0, to: end };
}

/** Whether the licence of Project Gutenberg begins with this line: it goes on to the end. */
export const isGutenbergEnd = (line: string): boolean => ends.test(line);
