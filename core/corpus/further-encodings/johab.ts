import type { ReadBlock } from './reading.ts';

// A syllable is three numbers of five bits: initial, vowel, final (KS C 5601-1992, annex 3).
const firstSyllable = 0xac00;
const vowels = 21;
const finals = 28;
const noInitial = 1;
const noVowel = 2;
const noFinal = 1;
const initialOf = placesOf([[2, 20]]);
const vowelOf = placesOf([
  [3, 7],
  [10, 15],
  [18, 23],
  [26, 29],
]);
/** Place 0 is the syllable without a final. */
const finalOf = placesOf([
  [1, 17],
  [19, 29],
]);
const loneInitials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const loneFinals = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
const firstLoneVowel = 0x314f;

/** Numbers of these stretches, in order, to their place among them. */
function placesOf(
  stretches: readonly (readonly [first: number, last: number])[],
): ReadonlyMap<number, number> {
  const numbers = stretches.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  return new Map(numbers.map((number, place) => [number, place]));
}

/**
 * Johab (KS C 5601-1992, annex 3): Korean texts of before Windows, with all 11,172 syllables; symbols and Chinese characters are
 * those of EUC-KR in other places.
 */
export const readJohab: ReadBlock = (bytes) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const isLead = lead >= 0x84 && lead <= 0xf9 && !(lead > 0xd3 && lead < 0xd9) && lead !== 0xdf;
    const trail = bytes[at + 1];
    if (isLead && trail === undefined) return { text, open: 1 };
    const character = isLead ? characterOf(lead, trail!) : undefined;
    text += character ?? '\ufffd';
    // What is no second byte stands for itself.
    if (isLead && (character !== undefined || trail! >= 0x80)) at += 1;
  }
  return { text, open: 0 };
};

const characterOf = (lead: number, trail: number) =>
  lead < 0xd9 ? hangulOf(lead, trail) : otherOf(lead, trail);

function hangulOf(lead: number, trail: number): string | undefined {
  if (trail < 0x41 || trail === 0x7f || trail === 0x80 || trail === 0xff) return undefined;
  const code = (lead << 8) | trail;
  const initial = (code >> 10) & 31;
  const vowel = (code >> 5) & 31;
  const final = code & 31;
  if (initial === noInitial && final === noFinal) {
    const place = vowelOf.get(vowel);
    return place === undefined ? undefined : String.fromCharCode(firstLoneVowel + place);
  }
  if (vowel === noVowel) {
    if (final === noFinal) return loneInitials[initialOf.get(initial) ?? -1];
    return initial === noInitial ? loneFinals[(finalOf.get(final) ?? 0) - 1] : undefined;
  }
  const [first, second, third] = [initialOf.get(initial), vowelOf.get(vowel), finalOf.get(final)];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  return String.fromCharCode(firstSyllable + (first * vowels + second) * finals + third);
}

const eucKr = new TextDecoder('euc-kr');
const rowLength = 94;

/** Two rows of KS X 1001 share a first byte. */
function otherOf(lead: number, trail: number): string | undefined {
  const place = trail < 0x91 ? (trail <= 0x7e ? trail - 0x31 : -1) : trail - 0x43;
  if (place < 0 || trail === 0xff) return undefined;
  const row = (lead < 0xe0 ? 2 * (lead - 0xd9) : 2 * lead - 0x197) + Math.floor(place / rowLength);
  const text = eucKr.decode(Uint8Array.of(0xa1 + row, 0xa1 + (place % rowLength)));
  return text === '\ufffd' ? undefined : text;
}
