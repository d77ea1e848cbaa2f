/** What a UTF-16 unit is to the word scanner. */
export const unit = {
  space: 0,
  newline: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  hyphen: 5,
  /** Joins letters without being one: zero-width (non-)joiner, soft hyphen. */
  joiner: 6,
  punctuation: 7,
  /** Ends a sentence; a full stop may also stand inside a number. */
  sentenceEnd: 8,
  /** Half of a pair: the whole code point decides. */
  surrogate: 9,
  /** Punctuation that may stand inside a number. */
  comma: 10,
  /** Punctuation that may stand between letters: the dot of Catalan l·l, Hebrew geresh and gershayim. */
  innerSign: 11,
} as const;

const apostrophes = "'’ʼ＇‘";
const hyphens = '-‐‑';
const commas = ',٫٬';
const joiners = '\u200c\u200d\u00ad\u2060';
const innerSigns = '\u00b7\u05f3\u05f4';
const sentenceEnds = '.!?…。！？．｡؟۔।॥։።⸮‼⁇⁈⁉';

/** One class for each of the 65,536 units. */
export const unitClasses: Uint8Array = classTable();

function classTable(): Uint8Array {
  const classes = new Uint8Array(65_536);
  for (let code = 0; code < 65_536; code += 1)
    classes[code] = code >= 0xd800 && code < 0xe000 ? unit.surrogate : classOf(String.fromCharCode(code));
  return classes;
}

function classOf(character: string): number {
  if (/[\n\r\u2028\u2029\u0085\v\f]/u.test(character)) return unit.newline;
  if (apostrophes.includes(character)) return unit.apostrophe;
  if (hyphens.includes(character)) return unit.hyphen;
  if (joiners.includes(character)) return unit.joiner;
  if (innerSigns.includes(character)) return unit.innerSign;
  if (commas.includes(character)) return unit.comma;
  if (sentenceEnds.includes(character)) return unit.sentenceEnd;
  // Phrases are written with an underscore, and variation selectors belong to what stands before them.
  if (/[\p{L}\p{M}\p{Nl}_]/u.test(character)) return unit.letter;
  if (/\p{N}/u.test(character)) return unit.digit;
  if (/[\p{P}\p{S}]/u.test(character)) return unit.punctuation;
  return unit.space;
}

const astral = new Map<number, number>();

/** Class of a code point beyond U+FFFF. */
export function astralClass(codePoint: number): number {
  const known = astral.get(codePoint);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(codePoint);
  const found = /[\p{L}\p{M}\p{Nl}]/u.test(character)
    ? unit.letter
    : /\p{N}/u.test(character)
      ? unit.digit
      : /[\p{P}\p{S}]/u.test(character)
        ? unit.punctuation
        : unit.space;
  astral.set(codePoint, found);
  return found;
}
