/**
 * What the base of a reading is in a field EQ, by which older programs set one over the other: `EQ \* jc2 \o\ad(\s\up 9(とうきょう),東京)`.
 * @returns undefined for a field that sets nothing over anything
 */
export function baseOfReading(instruction: string): string | undefined {
  const begin = /^\s*EQ\b[^]*?\\o(?:\\a[lcrd])*\s*\(/i.exec(instruction);
  if (begin === null) return undefined;
  const parts = partsOf(instruction.slice(begin[0].length));
  const base = parts.filter((part) => !/^\s*\\s\s*\\(?:up|do)/i.test(part));
  // Of a sign in a ring the ring is none.
  const letters = base.filter((part) => /[\p{L}\p{N}]/u.test(part));
  return (letters.length > 0 ? letters : base)
    .join('')
    .replaceAll(/\\([(),;\\])/g, '$1')
    .trim();
}

/** Up to the bracket that closes, divided at commas and semicolons that stand in no other. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === ')' && depth === 0) break;
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    if (depth === 0 && (sign === ',' || sign === ';')) {
      parts.push(part);
      part = '';
    } else if (sign === '\\') {
      part += text.slice(at, at + 2);
      at += 1;
    } else part += sign;
  }
  return [...parts, part];
}

/** What the instruction of a field says that it makes: a list of contents, an index. */
export const makesContents = (instruction: string): boolean => /^\s*(?:TOC|INDEX|TOA)\b/i.test(instruction);
