// Words that lose their last vowel before a vowel and are written together with the next word. Not those whose apostrophe stands in one
// word of the dictionary and nowhere else: quelqu'un, presqu'île, entr'acte, as aujourd'hui.
const elided = new Map([
  ['fr', 'c d j l m n s t qu jusqu lorsqu puisqu quoiqu'],
  [
    'it',
    'c d gl l m n s t v un all dall dell nell sull coll quell bell sant ciascun nessun alcun com dov cos grand buon ' +
      'quant mezz tutt anch quest',
  ],
  ['ca', 'd l m n s t'],
]);

/** The elided words of a language, lower case and without their apostrophe; null where there are none. */
export function elidedWords(language: string): ReadonlySet<string> | null {
  const words = elided.get(language.split('-')[0] ?? '');
  return words === undefined ? null : new Set(words.split(' '));
}

/** Languages that write a sound with the apostrophe: м’ята is one word, whatever becomes of other apostrophes. */
const withApostrophe = new Set(['uk', 'be', 'rue', 'uz', 'br', 'haw']);

/** Whether the apostrophe is a letter of a language. */
export const apostropheIsLetter = (language: string): boolean =>
  withApostrophe.has(language.split('-')[0] ?? '');
