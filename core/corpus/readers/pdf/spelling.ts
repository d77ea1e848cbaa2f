/** One way of writing what files have in several, because a font draws them alike or in parts. */

/** Vowels of Devanagari and Gujarati that were put together from others, which the standard asks nobody to write. */
const wholeVowels: ReadonlyMap<string, string> = new Map([
  ['\u0905\u093e\u0947', '\u0913'],
  ['\u0905\u093e\u0948', '\u0914'],
  ['\u0905\u093e', '\u0906'],
  ['\u0906\u0947', '\u0913'],
  ['\u0906\u0948', '\u0914'],
  ['\u0906\u0945', '\u0911'],
  ['\u090f\u0947', '\u0910'],
  ['\u093e\u0947', '\u094b'],
  ['\u093e\u0948', '\u094c'],
  ['\u093e\u0945', '\u0949'],
  ['\u0a85\u0abe', '\u0a86'],
  ['\u0a86\u0ac7', '\u0a93'],
  ['\u0a86\u0ac8', '\u0a94'],
  ['\u0abe\u0ac7', '\u0acb'],
  ['\u0abe\u0ac8', '\u0acc'],
]);
const inParts =
  /[\u0905\u0906\u090f][\u093e\u0945\u0947\u0948][\u0947\u0948]?|\u093e[\u0945\u0947\u0948]|[\u0a85\u0a86][\u0abe\u0ac7\u0ac8]|\u0abe[\u0ac7\u0ac8]/gu;
/** Signs of nasals and breath come behind those of vowels. */
const beforeVowel =
  /([\u0901-\u0903\u0981-\u0983\u0a01-\u0a03\u0a81-\u0a83])([\u093e-\u094c\u09be-\u09cc\u0a3e-\u0a4c\u0abe-\u0acc])/gu;
/** Thai and Lao: the vowel am is drawn as a ring over the letter and a sign behind it, a tone between them. */
const saraAm = /\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32/gu;
const laoAm = /\u0ecd([\u0ec8-\u0ecb]?)\u0eb2|([\u0ec8-\u0ecb])\u0ecd\u0eb2/gu;
/** Khmer: vowels that are drawn around the letter, of which fonts put together what stands before it and what stands above or behind. */
const khmerVowels: ReadonlyMap<string, string> = new Map([
  ['\u17c1\u17b8', '\u17be'],
  ['\u17c1\u17b6', '\u17c4'],
]);
const khmerInParts = /\u17c1[\u17b6\u17b8]/gu;

/** A consonant below the letter is read before the vowel, also where a font draws letter and vowel as one (Telugu, Kannada, Khmer). */
const belowFirst =
  /([\u0c3e-\u0c4c]+)((?:\u0c4d[\u0c15-\u0c39])+)|([\u0cbe-\u0ccc]+)((?:\u0ccd[\u0c95-\u0cb9])+)|([\u17b6-\u17d1\u17dd]+)((?:\u17d2[\u1780-\u17b3])+)/gu;
/** Malayalam: an r stands nearer to its letter than y and v do, which are drawn on its other side. */
const malayalamMedials = /(\u0d4d[\u0d2f\u0d35])(\u0d4d\u0d30)/gu;
/** Sinhala: a file may say the whole vowel for the half of it behind the letter, and a joiner for every stop. */
const sinhalaInParts = /\u0dd9(?=[\u0dda\u0ddc-\u0dde])|\u200d(?=\u0dca)/gu;

/** An alif that is drawn into lam and that the file knows no letter for: the engine takes the number of its sign for this mark. */
const nameless = /\u0644(\p{Mn}*)\u061d/gu;

/** From Arabic to Khmer: all that is spelled otherwise than drawn. */
const respelled = /[\u0600-\u109f\u1780-\u17d3]/;

/** What a line reads as, in the spelling that everybody uses. */
export function usualSpelling(text: string): string {
  if (!respelled.test(text)) return text.normalize('NFC');
  return text
    .replaceAll(nameless, '\u0644$1\u0627')
    .replaceAll(inParts, (parts) => wholeVowels.get(parts) ?? parts)
    .replaceAll(
      belowFirst,
      (_, ...[a, b, c, d, e, f]: (string | undefined)[]) => `${b ?? d ?? f ?? ''}${a ?? c ?? e ?? ''}`,
    )
    .replaceAll(malayalamMedials, '$2$1')
    .replaceAll(sinhalaInParts, '')
    .replaceAll(khmerInParts, (parts) => khmerVowels.get(parts)!)
    .replaceAll(beforeVowel, '$2$1')
    .replaceAll(/[\u103b-\u103e]{2,}/gu, (medials) => Array.from(medials).toSorted().join(''))
    .replaceAll(
      saraAm,
      (_, inner: string | undefined, outer: string | undefined) => `${inner ?? outer ?? ''}\u0e33`,
    )
    .replaceAll(
      laoAm,
      (_, inner: string | undefined, outer: string | undefined) => `${inner ?? outer ?? ''}\u0eb3`,
    )
    .normalize('NFC');
}
