const apostrophes = /[’ʼ＇‘‛ʻ՚׳]/gu;
const gershayim = /[״”]/gu;
const hyphens = /[‐‑﹣－֊]/gu;
/** Nothing of a word: soft hyphens, word joiners, marks of a byte order and of direction, and selectors of the shape of a letter. */
export const invisibleSigns = String.raw`\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u{e0100}-\u{e01ef}`;
const invisible = new RegExp(`[${invisibleSigns}]`, 'gu');
/** One says as much as two. */
const nonJoiners = /\u200c{2,}/gu;
/** The narrow space before a Mongolian suffix is part of its word. */
const spaces = /(?:[^\S\n\u202f]|(?<![\u1800-\u18af])\u202f)+/gu;

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
    .replace(nonJoiners, '\u200c')
    .replace(apostrophes, "'")
    .replace(gershayim, '"')
    .replace(hyphens, '-')
    .replace(spaces, ' ');
}

const turkic = new Set(['tr', 'az']);

/**
 * A dot over a letter that has one already: what İ becomes where it is lowered as in English, and how Lithuanian keeps the dot under an
 * accent, with which it is written or left out.
 */
const secondDots = /(?<=[ij\u012f\u1e2d\u1ecb])\u0307/gu;
/** Cherokee is written in capitals, into which Unicode folds its small letters. */
const smallCherokee = /[\u13f8-\u13fd\uab70-\uabbf]/gu;
const hasRareCase = /[\u0130\u0307\u13a0-\u13ff\uab70-\uabbf]/u;

/** Lower case by the rules of a language (BCP 47): dotless i of Turkish and Azeri, final sigma of Greek; Cherokee stays in its capitals. */
export function lowerCaseOf(language: string): (text: string) => string {
  const [base = ''] = language.toLowerCase().split('-');
  const lower = turkic.has(base)
    ? (text: string) => text.toLocaleLowerCase(base)
    : (text: string) => text.toLowerCase();
  return (text) => (hasRareCase.test(text) ? withRareCase(lower(text)) : lower(text));
}

const withRareCase = (lowered: string): string =>
  lowered
    .replace(secondDots, '')
    .replace(smallCherokee, (letter) => letter.toUpperCase())
    .normalize('NFC');

/**
 * What words have in common that differ by case alone, by the full case folding of Unicode: Straße and STRASSE, both small sigmas. The
 * dotless ı is another letter than i. Words that are the same only so are different words all the same.
 */
export const caseFolded = (text: string): string =>
  oneSpelling(text)
    .split('ı')
    .map((part) => withRareCase(part.replaceAll('İ', 'i').toUpperCase().toLowerCase()).replaceAll('ς', 'σ'))
    .join('ı');
