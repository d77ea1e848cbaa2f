/** A sum of words as a person writes it: king − man + woman. */
export interface Sum {
  readonly positive: readonly string[];
  readonly negative: readonly string[];
}

/**
 * Reads words with + and − (also - and –). A sign counts at the beginning of a word only, so that mother-in-law stays
 * one; words without a sign are added.
 */
export function readSum(text: string): Sum {
  const positive: string[] = [];
  const negative: string[] = [];
  let minus = false;
  for (const piece of text.split(/\s+/)) {
    const word = piece.replace(/^[+\-−–＋－]+/u, '');
    const signs = piece.slice(0, piece.length - word.length);
    if (signs !== '') minus = /[-−–－]$/u.test(signs);
    if (word === '') continue;
    for (const [i, part] of word.split(/[+＋]/).entries()) {
      if (part === '') continue;
      (minus && i === 0 ? negative : positive).push(part);
    }
    minus = false;
  }
  return { positive, negative };
}

export function writeSum({ positive, negative }: Sum): string {
  const [first, ...others] = positive;
  const minus = negative.map((word) => `− ${word}`);
  const plus = others.map((word) => `+ ${word}`);
  return [...(first === undefined ? [] : [first]), ...minus, ...plus].join(' ');
}

/** One word alone asks for its neighbours, anything else for an analogy. */
export function isSingle({ positive, negative }: Sum): boolean {
  return positive.length === 1 && negative.length === 0;
}

/** How a sum is written, in words of the corpus: empty where it has not three. */
export function sumExample([first, second, third]: readonly string[]): string {
  if (first === undefined || second === undefined || third === undefined) return '';
  return writeSum({ positive: [first, third], negative: [second] });
}
