import { decodeHTMLStrict } from 'entities/decode';

/** Longer replacements are no characters. */
const mostCharacters = 32;
const mostDeclared = 1000;

/** Takes the declaration of its type off a document, with what it declares for single characters: `<!ENTITY mdash "&#8212;">`. */
export function withoutDoctype(source: string): {
  readonly source: string;
  readonly declared: ReadonlyMap<string, string>;
} {
  const found =
    /^[\s\ufeff]*(?:<\?(?:[^?]|\?(?!>))*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<!DOCTYPE(?=[\s[>])/i.exec(
      source.slice(0, mostBefore),
    );
  if (found === null) return { source, declared: new Map() };
  const start = found.index + found[0].length - '<!DOCTYPE'.length;
  const end = endOfDoctype(source, start);
  const declared = new Map<string, string>();
  const inner = source.slice(start, Math.min(end, start + mostOfSubset));
  for (const [, name, double, single] of inner.matchAll(
    /<!ENTITY\s+([\w.:-]+)\s+(?:"([^"]{0,64})"|'([^']{0,64})')\s*>/g,
  )) {
    const value = charactersIn(double ?? single ?? '');
    // The first declaration counts (XML 1.0, section 4.2).
    if (value !== undefined && declared.size < mostDeclared && !declared.has(name!))
      declared.set(name!, value);
  }
  return { source: source.slice(0, start) + source.slice(end), declared };
}

/** Comments of licences stand before it. */
const mostBefore = 1 << 16;
const mostOfSubset = 1 << 20;

/** Behind its `>`: one within quotation marks, brackets or a comment ends nothing. */
function endOfDoctype(source: string, start: number): number {
  const signs = /["'[\]>]|<!--/g;
  signs.lastIndex = start + '<!DOCTYPE'.length;
  let isInside = false;
  for (let found = signs.exec(source); found !== null; found = signs.exec(source)) {
    const [sign] = found;
    if (sign === '>' && !isInside) return signs.lastIndex;
    if (sign === '[') isInside = true;
    else if (sign === ']') isInside = false;
    else if (sign !== '>') {
      const close = source.indexOf(sign === '<!--' ? '-->' : sign, signs.lastIndex);
      if (close < 0) break;
      signs.lastIndex = close + 1;
    }
  }
  // Damaged: what follows is read as it can be.
  const close = source.indexOf('>', start);
  return close < 0 ? source.length : close + 1;
}

/** A value of a few characters; what holds markup or other entities stands for no character. */
function charactersIn(value: string): string | undefined {
  const text = value.replaceAll(reference, (whole, name: string) =>
    name.startsWith('#') ? resolved(whole, name) : whole,
  );
  // A sign that is escaped twice is that sign (XML 1.0, section 4.6).
  const plain = text.replaceAll(/&(?:lt|amp|gt|quot|apos);/g, (whole) => decodeHTMLStrict(whole));
  return text.includes('<') || (text.includes('&') && plain === text) || plain.length > mostCharacters
    ? undefined
    : plain;
}

const reference = /&(#x[\da-f]{1,6}|#\d{1,7}|[A-Za-z][\w.-]{0,63});/gi;

/** As HTML has them: `&#150;` is a dash to whoever wrote it. */
const resolved = (whole: string, name: string): string => {
  const code = name.startsWith('#') ? Number(`0${name.slice(1)}`) : NaN;
  return code === 0 || (code >= 0xd800 && code < 0xe000) ? '\ufffd' : decodeHTMLStrict(whole);
};

/** Text with its references resolved: numbers, what the document declares for characters, and the names of HTML; others stay as they are. */
export function withoutReferences(text: string, declared: ReadonlyMap<string, string>): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(reference, (whole, name: string) => declared.get(name) ?? resolved(whole, name));
}
