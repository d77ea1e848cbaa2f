/** What a letter of Thai, Lao, Khmer or Burmese says of where a word may begin: bits. */
export const syllable = {
  /** No word begins with it: it stands at the letter before it. */
  goesOn: 1,
  /** No word begins behind it: the next letter stands at it. */
  holdsNext: 2,
  vowel: 4,
} as const;

const goingOn = /[\p{M}\u0e30\u0e32\u0e33\u0e45\u0eb0\u0eb2\u0eb3\u0ebd]/u;
const holding = /[\u0e40-\u0e44\u0ec0-\u0ec4\u17d2\u1039]/u;
const vowels = /[\u0e30-\u0e39\u0e40-\u0e45\u0e4d\u0eb0-\u0ebb\u0ec0-\u0ec4\u0ecd]/u;
const blocks = [
  [0xe00, 0xeff],
  [0x1000, 0x109f],
  [0x1780, 0x17ff],
  [0xa9e0, 0xa9ff],
  [0xaa60, 0xaa7f],
] as const;

const bits = new Uint8Array(65_536);
for (const [first, last] of blocks)
  for (let code = first; code <= last; code += 1) {
    const letter = String.fromCharCode(code);
    bits[code] =
      (goingOn.test(letter) ? syllable.goesOn : 0) |
      (holding.test(letter) ? syllable.holdsNext : 0) |
      (vowels.test(letter) ? syllable.vowel : 0);
  }

export const syllableBits: Uint8Array = bits;

const asat = 0x103a;
const stacker = 0x1039;
const dotBelow = 0x1037;
const isBurmeseConsonant = (code: number) => code >= 0x1000 && code <= 0x102a;

/** Whether a word may begin at a place within a stretch. */
export function mayBegin(units: Uint16Array, at: number, from: number, to: number): boolean {
  if (at <= from || at >= to) return true;
  const code = units[at]!;
  if ((bits[code]! & syllable.goesOn) !== 0 || (bits[units[at - 1]!]! & syllable.holdsNext) !== 0)
    return false;
  if (!isBurmeseConsonant(code)) return true;
  // A consonant whose vowel is killed, or that the next one stands under, closes the syllable before it.
  const next = at + 1 < to ? units[at + 1]! : 0;
  return !(next === asat || next === stacker || (next === dotBelow && units[at + 2] === asat));
}
