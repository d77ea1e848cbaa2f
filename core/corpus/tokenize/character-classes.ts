/** What a UTF-16 unit is to the word scanner. */
export const unit = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  hyphen: 5,
  /** Joins letters without being one: zero-width (non-)joiner, soft hyphen, Mongolian vowel separator, direction of writing. */
  joiner: 6,
  punctuation: 7,
  /** Ends a sentence; a full stop may also stand inside a number. */
  sentenceEnd: 8,
  /** Half of a pair: the whole code point decides. */
  surrogate: 9,
  /** Punctuation that may stand inside a number. */
  comma: 10,
  /** Punctuation that may stand between letters: the dot of Catalan l·l and of dictionaries, Hebrew geresh and gershayim, a low line. */
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
const hyphens = '-‐‑－֊';
const commas = ',٫٬⁄';
const joiners = /[\u00ad\u061c\u070f\u180e\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/u;
const innerSigns = '\u00b7\u2027\u05f3\u05f4_';
const sentenceEnds = '.!?…。！？．｡؟۔।॥։።፧፨။។៕།༎⸮‼⁇⁈⁉';

/**
 * Symbols that write a sound or its tone with the letter before them, as UAX 29 has them; Armenian marks of emphasis, exclamation and
 * question, which stand within the word that they are about.
 */
const modifiers =
  /[\u02c2-\u02c5\u02d2-\u02d7\u02de\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\ua708-\ua716\ua720\ua721\ua789\ua78a\uab5b\u055a-\u055c\u055e\u055f]/u;
/** Letters with what counts as such: those that a font or a project gave a meaning to too. */
const letters = new RegExp(String.raw`[\p{L}\p{Nl}\p{Co}]|${modifiers.source}`, 'u');

const unspacedScripts =
  /[\p{Script=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Letters, radicals and marks; of the marks that many scripts share, none: the dot below is used with kana too. */
const ofScript = /[\p{L}\p{Nl}\u2e80-\u2fd5]|(?!\p{Script=Inherited})\p{M}/u;

/** By the properties of Unicode; of several the last. */
const byProperties: readonly (readonly [kind: number, characters: RegExp])[] = [
  [unit.punctuation, /[\p{P}\p{S}]/u],
  [unit.digit, /\p{N}/u],
  [unit.letter, letters],
  [unit.mark, /\p{M}/u],
  [unit.unspaced, new RegExp(`(?=${unspacedScripts.source})(?:${ofScript.source})`, 'u')],
];

/** The same of signs that are named one by one. */
const bySign: typeof byProperties = [
  [unit.quote, /["”]/u],
  [unit.colon, /:/u],
  [unit.sentenceEnd, anyOf(sentenceEnds)],
  [unit.comma, anyOf(commas)],
  [unit.innerSign, anyOf(innerSigns)],
  [unit.joiner, joiners],
  [unit.hyphen, anyOf(hyphens)],
  [unit.apostrophe, anyOf(apostrophes)],
  [unit.newline, /[\n\r\u2028\u2029\u0085\v\f]/u],
];

function anyOf(signs: string): RegExp {
  return new RegExp(`[${signs.replaceAll('-', String.raw`\-`)}]`, 'u');
}

const isHalf = (code: number) => code >= 0xd800 && code < 0xe000;

/** All units one after the other, with spaces for halves of pairs: a pattern goes over it at once, which is far quicker than being asked of each. */
const allUnits = Buffer.from(
  Uint16Array.from({ length: 65_536 }, (_, code) => (isHalf(code) ? 32 : code)).buffer,
).toString('utf16le');

/** Where in all units a pattern fits, from the first unit of each run to behind its last. */
function* runsOf(characters: RegExp): Generator<readonly [from: number, to: number]> {
  for (const { index, 0: run } of allUnits.matchAll(new RegExp(`(?:${characters.source})+`, 'gu')))
    yield [index, index + run.length];
}

/** One class for each of the 65,536 units. */
export const unitClasses: Uint8Array = new Uint8Array(65_536).fill(unit.space);
for (const [kind, characters] of [...byProperties, ...bySign])
  for (const [from, to] of runsOf(characters)) unitClasses.fill(kind, from, to);
unitClasses.fill(unit.surrogate, 0xd800, 0xe000);

const astral = new Map<number, number>();

/** Class of a code point beyond U+FFFF. */
export function astralClass(codePoint: number): number {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  const [found] = byProperties.findLast(([, characters]) => characters.test(character)) ?? [unit.space];
  astral.set(codePoint, found);
  return found;
}

const tsheg = '\u0f0b\u0f0c';

/** Texts that white space cuts into words already: no letter is of a script without spaces, and the syllables of a Tibetan word go together. */
export const spacedClasses: Uint8Array = unitClasses.map((kind) =>
  kind === unit.unspaced ? unit.letter : kind,
);
for (const sign of tsheg) spacedClasses[sign.charCodeAt(0)] = unit.innerSign;

/** Korean: the ideographs within its words are letters. */
export const koreanClasses: Uint8Array = unitClasses.slice();
for (const [from, to] of runsOf(/\p{Script=Han}/u))
  for (let code = from; code < to; code += 1)
    if (unitClasses[code] === unit.unspaced) koreanClasses[code] = unit.letter;

/** Korean that is cut into morphemes: its letters are cut by a dictionary, as those of scripts without spaces are. */
export const morphemeClasses: Uint8Array = unitClasses.slice();
for (const [from, to] of runsOf(/\p{Script=Hangul}/u))
  for (let code = from; code < to; code += 1)
    if (unitClasses[code] === unit.letter) morphemeClasses[code] = unit.unspaced;
