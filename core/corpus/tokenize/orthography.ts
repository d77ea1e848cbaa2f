const apostrophes = /[’ʼ＇‘‛ʻ՚׳]/gu;
const gershayim = /[״”]/gu;
const hyphens = /[‐‑﹣－]/gu;
/** Nothing of a word: soft hyphens, word joiners, marks of a byte order, and selectors of the shape of a letter. */
const invisible = /[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const spaces = /[^\S\n]+/gu;

/**
 * Letters that are composed, and spelled as usual, whatever stands beside them: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic,
 * Devanagari, Thai, Georgian, kana, ideographs, Hangul.
 */
const plain =
  /^[\w'\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0134-\u013e\u0141-\u0148\u014a-\u017e\u0386\u0388-\u03ff\u0400-\u0482\u048a-\u052f\u0531-\u0556\u0561-\u0586\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u0901-\u0939\u093e-\u094d\u0e01-\u0e37\u0e40-\u0e4b\u10d0-\u10fa\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff\uac00-\ud7a3]+$/;

/** Whether nothing is to be done about the orthography of a word: most words of most texts. */
export const isPlain = (form: string): boolean => plain.test(form);

/**
 * A word, or several with spaces between them, as it is written wherever it is compared: composed (NFC), with one kind of apostrophe, of
 * gershayim, of hyphen and of space.
 */
export function oneSpelling(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(apostrophes, "'")
    .replace(gershayim, '"')
    .replace(hyphens, '-')
    .replace(spaces, ' ');
}

const bySpecialRules = new Set(['tr', 'az', 'lt']);

/** Lower case by the rules of a language (BCP 47): dotless i of Turkish and Azeri, dotted vowels of Lithuanian, final sigma of Greek. */
export function lowerCaseOf(language: string): (text: string) => string {
  const [base = ''] = language.toLowerCase().split('-');
  return bySpecialRules.has(base)
    ? (text) => text.toLocaleLowerCase(base)
    : // The dotted capital I outside of its languages: not an i with one more dot.
      (text) => (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase();
}

/**
 * What words have in common that differ by case alone, by the full case folding of Unicode: Straße and STRASSE, both small sigmas. The
 * dotless ı is another letter than i. Words that are the same only so are different words all the same.
 */
export const caseFolded = (text: string): string =>
  oneSpelling(text)
    .split('ı')
    .map((part) => part.replaceAll('İ', 'i').toUpperCase().toLowerCase().replaceAll('ς', 'σ'))
    .join('ı');
