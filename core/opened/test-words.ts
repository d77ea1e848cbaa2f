import { defaultTokenSettings } from '../contract/cutting.ts';
import { caseFolded } from '../corpus/tokenize/orthography.ts';
import { foldedForms, spellingsOf, type WayOfCounting } from '../corpus/tokenize/spellings.ts';

const unknownWay: WayOfCounting = { languages: [], tokens: defaultTokenSettings };

/**
 * Rows of the most frequent words by the words of a test set: the form as it stands there, then as the texts are counted, then one that
 * differs by case alone (of several the most frequent), unless the word was left out as a stop word: US is not us. Words that are different words, as ilik and ılık, masse and maße, have rows of their own.
 */
export function rowsOfWords(
  words: readonly string[],
  restrict: number,
  way: WayOfCounting = unknownWay,
  stopped: ReadonlySet<string> = new Set(),
): (word: string) => number | undefined {
  const rows = new Map<string, number>();
  for (let row = Math.min(restrict, words.length) - 1; row >= 0; row -= 1) rows.set(words[row]!, row);
  const folded = foldedForms(words.slice(0, restrict));
  return (word) => {
    const spelled = spellingsOf(word, way);
    for (const form of spelled) {
      const row = rows.get(form);
      if (row !== undefined) return row;
    }
    if (spelled.some((form) => stopped.has(form))) return undefined;
    const form = folded.get(caseFolded(word.trim()));
    return form === undefined ? undefined : rows.get(form);
  };
}
