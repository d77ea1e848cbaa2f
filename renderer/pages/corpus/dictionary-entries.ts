import type { Dictionary } from '../../../core/contract/cutting.ts';

interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Where each word stands in a stretch, one behind the other. */
function placed(written: string, words: readonly string[]): Token[] {
  let from = 0;
  return words.map((word) => {
    const start = Math.max(from, written.indexOf(word, from));
    from = start + word.length;
    return { word, start, end: from };
  });
}

/**
 * Entries by which a stretch is cut as it is wanted where it was cut otherwise: words that are not to be cut, and what is to be cut within a
 * word. None where the difference is not one of words, such as a sign that is left out.
 */
export function entriesFor(written: string, wanted: readonly string[], other: readonly string[]): Dictionary {
  const [want, have] = [placed(written, wanted), placed(written, other)];
  const splits = have.flatMap(({ word, start, end }) => {
    const parts = want.filter((one) => one.start >= start && one.end <= end).map((one) => one.word);
    return parts.length > 1 && parts.join('') === word ? [parts] : [];
  });
  const words = want
    .filter(({ start, end }) => {
      const touched = have.filter((one) => one.start < end && one.end > start);
      const isWithin = touched.length === 1 && touched[0]!.start <= start && touched[0]!.end >= end;
      return touched.length > 0 && !isWithin;
    })
    .map(({ word }) => word)
    .filter((word) => word.length > 1);
  return { words: [...new Set(words)], splits };
}

/** A dictionary with more entries; what they contradict is gone: nothing is both a word and to be cut. */
export function withEntries(before: Dictionary, { words, splits }: Dictionary): Dictionary {
  const joined = new Set(words);
  const cut = new Set(splits.map((parts) => parts.join('')));
  return {
    words: [...new Set([...before.words.filter((word) => !cut.has(word)), ...words])],
    splits: [
      ...before.splits.filter((parts) => !joined.has(parts.join('')) && !cut.has(parts.join(''))),
      ...splits,
    ],
  };
}
