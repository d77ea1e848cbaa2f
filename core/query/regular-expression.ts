/** Letters, marks, figures and the low line, of whatever script: JavaScript’s `\w` knows ASCII alone. */
const wordSigns = String.raw`\p{L}\p{M}\p{N}_`;
const inWord = `[${wordSigns}]`;

/** Classes of PCRE by POSIX’s names, within brackets. */
const posix: Readonly<Record<string, string>> = {
  alpha: String.raw`\p{L}\p{M}`,
  alnum: String.raw`\p{L}\p{M}\p{N}`,
  word: wordSigns,
  digit: String.raw`\p{Nd}`,
  upper: String.raw`\p{Lu}`,
  lower: String.raw`\p{Ll}`,
  punct: String.raw`\p{P}\p{S}`,
  space: String.raw`\s`,
};

const classes: Readonly<Record<string, string>> = {
  w: inWord,
  W: `[^${wordSigns}]`,
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
  b: `(?:(?<=${inWord})(?!${inWord})|(?<!${inWord})(?=${inWord}))`,
  A: '^',
  Z: '$',
  z: '$',
};

export interface ReadExpression {
  readonly pattern: string;
  /** `(?i)` before it. */
  readonly ignoreCase: boolean;
}

/**
 * A regular expression as corpus workbenches read it (PCRE with Unicode’s classes) in JavaScript’s signs: `\w`, `\d` and `\b` know every
 * script, `\pL`, `\p{Greek}` and `[[:upper:]]` are understood, any sign may have a backslash before it.
 */
export function asJavaScript(written: string): ReadExpression {
  const switches = /^\(\?(-?)([ims]+)\)/u.exec(written);
  const ignoreCase = switches !== null && switches[1] === '' && switches[2]!.includes('i');
  let inBrackets = false;
  const pattern = written
    .slice(switches?.[0].length ?? 0)
    .replace(
      /\[:(\^?)([a-z]+):\]|\\x\{([0-9a-fA-F]{1,6})\}|\\([pP])(?:\{(\^?)([^{}]+)\}|([A-Z]))|\\(.)|[[\]]/gsu,
      (found, posixNot, name, point, not, caret, property, letter, escaped) => {
        if (found === '[' || found === ']') {
          inBrackets = found === '[';
          return found;
        }
        if (name !== undefined) {
          const signs = inBrackets && posixNot === '' ? posix[name as string] : undefined;
          return signs ?? found;
        }
        if (point !== undefined) return String.raw`\u{${point as string}}`;
        if (not !== undefined) return propertyOf(not === 'P', caret === '^', (property ?? letter) as string);
        return escape(escaped as string, inBrackets);
      },
    );
  return { pattern, ignoreCase };
}

function propertyOf(isNegated: boolean, hasCaret: boolean, name: string): string {
  const sign = isNegated === hasCaret ? 'p' : 'P';
  const alone = `\\${sign}{${name}}`;
  // What is no property by itself may be a script: \p{Greek}.
  return isExpression(alone) || !isExpression(String.raw`\p{Script=${name}}`)
    ? alone
    : `\\${sign}{Script=${name}}`;
}

function isExpression(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

function escape(sign: string, inBrackets: boolean): string {
  if (inBrackets) {
    if (sign === 'w') return wordSigns;
    if (sign === 'd' || sign === 'D') return classes[sign]!;
    return sign === '-' || !isPlain(sign) ? `\\${sign}` : sign;
  }
  return classes[sign] ?? (isPlain(sign) ? sign : `\\${sign}`);
}

/** Signs that mean nothing else, with a backslash or without. */
const isPlain = (sign: string) => /[^\p{L}\p{N}^$\\.*+?()[\]{}|/]/u.test(sign);
