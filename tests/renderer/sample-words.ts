/** Plausible words and sentences for looking at pages; invented, not measured. */
const known =
  'the of and to in that it is was for as with his be by not he this have from but are which they had or all their we were been on there an one no who when people states government country new great men time power law world war peace union citizens congress king queen man woman prince princess river sea land money work years day state public nation free labour trade army navy treaty court bank tax school history children god home house city war-time freedom justice order duty danger hope 语言 词 国王 كتاب שלום ไทย हिन्दी naïve'.split(
    ' ',
  );
const syllables = 'ba co di fe gu ha li mo na or pe qua ri sto ta un ver win yo zel'.split(' ');

function invented(index: number): string {
  let rest = index + 401;
  let word = '';
  while (rest > 0) {
    word += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

export const words: readonly string[] = Array.from({ length: 30_000 }, (_, i) => known[i] ?? invented(i));
export const countOf = (index: number): number => Math.max(1, Math.round(62_000 / (index + 1) ** 1.03));

/** A fixed number between 0 and 1 for a text and a number: the same at each call. */
export function fixed(text: string, salt = 0): number {
  let hash = 2166136261 ^ salt;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489917);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

export const sentences: readonly string[] = [
  'The policy of our government has been to leave the king and his people in peace while the country grew',
  'It is the duty of every citizen to see that the law is kept and that the king of no land may stand above it',
  'When a king dies without children the crown goes to the prince who is next in order and the court is silent',
  'No treaty that the king had signed was ever broken by the men of this nation in war or in time of peace',
  'They crossed the river at night and came to the house of the king before the army knew of the danger',
];
