/** Figures and signs that notes are marked by, alone. */
const number = /^\s*[[(]?(?:\d{1,3}|[*∗†‡§¶]{1,3})[\])]?[.)]?\s*$/u;

/** What stands raised at the beginning of a note and is no word of it. */
export const isNumberOfNote = (text: string): boolean => number.test(text);

/** The text of a note that begins with the mark by which its author called for it, without that. */
export function withoutMark(text: string, mark: string): string {
  const start = text.trimStart();
  if (mark === '' || !start.startsWith(mark)) return text;
  const rest = start.slice(mark.length);
  return /^[\p{L}\p{M}\p{N}]/u.test(rest) ? text : rest.replace(/^[.):\]]?\s*/u, '');
}
