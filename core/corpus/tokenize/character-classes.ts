/** What a UTF-16 unit is to the word scanner. */
export const unit = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  hyphen: 5,
  /** Joins letters without being one: zero-width (non-)joiner, soft hyphen, Mongolian vowel separator. */
  joiner: 6,
  punctuation: 7,
  /** Ends a sentence; a full stop may also stand inside a number. */
  sentenceEnd: 8,
  /** Half of a pair: the whole code point decides. */
  surrogate: 9,
  /** Punctuation that may stand inside a number. */
  comma: 10,
  /** Punctuation that may stand between letters: the dot of Catalan l·l, Hebrew geresh and gershayim, a low line. */
  innerSign: 11,
  /** Belongs to the letter before it, and is nothing where there is none. */
  mark: 12,
  /** A letter of a script that puts no spaces between words, and its marks. */
  unspaced: 13,
  /** May stand within a word in some languages: the colon, the quotation mark. */
  colon: 14,
  quote: 15,
} as const;

const apostrophes = "'’ʼ＇‘";
const hyphens = '-‐‑－';
const commas = ',٫٬';
const joiners = '\u200c\u200d\u00ad\u2060\u180e';
const innerSigns = '\u00b7\u05f3\u05f4_';
const sentenceEnds = '.!?…。！？．｡؟۔।॥։።፧፨။។៕།༎⸮‼⁇⁈⁉';

/**
 * Symbols that write a sound or its tone with the letter before them, as UAX 29 has them; Armenian marks of emphasis, exclamation and
 * question, which stand within the word that they are about.
 */
const modifiers =
  /[\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\ua708-\ua716\ua720\ua721\ua789\ua78a\uab5b\u055a-\u055c\u055e]/u;
/** Letters that a font or a project gave a meaning to. */
const privateUse = /\p{Co}/u;

const unspacedScripts =
  /[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters, radicals and marks; of the marks that many scripts share, none: the dot below is used with kana too. */
const ofScript = /[\p{L}\p{Nl}\u2e80-\u2fd5]|(?!\p{Script=Inherited})\p{M}/u;

/** One class for each of the 65,536 units. */
export const unitClasses: Uint8Array = new Uint8Array(65_536).map((_, code) =>
  code >= 0xd800 && code < 0xe000 ? unit.surrogate : classOf(String.fromCharCode(code)),
);

function classOf(character: string): number {
  if (/[\n\r\u2028\u2029\u0085\v\f]/u.test(character)) return unit.newline;
  if (apostrophes.includes(character)) return unit.apostrophe;
  if (hyphens.includes(character)) return unit.hyphen;
  if (joiners.includes(character)) return unit.joiner;
  if (innerSigns.includes(character)) return unit.innerSign;
  if (commas.includes(character)) return unit.comma;
  if (sentenceEnds.includes(character)) return unit.sentenceEnd;
  if (character === ':') return unit.colon;
  if (character === '"' || character === '”') return unit.quote;
  return classOfLetters(character);
}

function classOfLetters(character: string): number {
  if (unspacedScripts.test(character) && ofScript.test(character)) return unit.unspaced;
  if (/\p{M}/u.test(character)) return unit.mark;
  if (/[\p{L}\p{Nl}]/u.test(character) || privateUse.test(character) || modifiers.test(character))
    return unit.letter;
  if (/\p{N}/u.test(character)) return unit.digit;
  if (/[\p{P}\p{S}]/u.test(character)) return unit.punctuation;
  return unit.space;
}

const astral = new Map<number, number>();

/** Class of a code point beyond U+FFFF. */
export function astralClass(codePoint: number): number {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const found = classOfLetters(String.fromCodePoint(codePoint));
  astral.set(codePoint, found);
  return found;
}

const han = /\p{Script=Han}/u;
const tsheg = '\u0f0b\u0f0c';

/** Texts that white space cuts into words already: no letter is of a script without spaces, and the syllables of a Tibetan word go together. */
export const spacedClasses: Uint8Array = unitClasses.map((kind, code) =>
  kind === unit.unspaced ? unit.letter : tsheg.includes(String.fromCharCode(code)) ? unit.innerSign : kind,
);

/** Korean: the ideographs within its words are letters. */
export const koreanClasses: Uint8Array = unitClasses.map((kind, code) =>
  kind === unit.unspaced && han.test(String.fromCharCode(code)) ? unit.letter : kind,
);
