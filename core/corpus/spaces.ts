const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
const phrased = '\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}';

/** Letters between two spaces, at most, where the spaces separate words. Phrases and verses are longer. */
const longestWord = { spaceless: 3, phrased: 8 };

/** Is a text of a script without spaces cut into words by spaces already? */
export function standsSpaced(text: string): boolean {
  return spacedAs(text, spaceless, longestWord.spaceless) || spacedAs(text, phrased, longestWord.phrased);
}

function spacedAs(text: string, letter: string, longest: number): boolean {
  const letters = text.match(new RegExp(`[${letter}]`, 'gu'))?.length ?? 0;
  const between = text.match(new RegExp(`(?<=[${letter}])[ \\t\\u3000]+(?=[${letter}])`, 'gu'))?.length ?? 0;
  return between >= 3 && letters < longest * between;
}
