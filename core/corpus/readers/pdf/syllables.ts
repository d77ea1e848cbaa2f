import type { Letter } from './attached-marks.ts';

// Scripts of India and its neighbours: what stands before a consonant and is read behind it, and the r that stands over the end of a
// syllable and is read at its beginning (The Unicode Standard, chapters 12 and 16). Files of XeTeX and others have them as they stand.

const leftVowel =
  /^[\u093f\u094e\u09bf\u09c7\u09c8\u0a3f\u0abf\u0b47\u0bc6-\u0bc8\u0d46-\u0d48\u0dd9\u0ddb\u1031\u17c1-\u17c3]/u;
/** An r that is drawn before its consonant. */
const leftMedial = /^(?:\u0d4d\u0d30|\u17d2\u179a|\u103c)$/u;
const consonant =
  '[\\u0915-\\u0939\\u0958-\\u095f\\u0995-\\u09b9\\u09dc-\\u09df\\u09f0\\u09f1\\u0a15-\\u0a39\\u0a59-\\u0a5e\\u0a95-\\u0ab9\\u0b15-\\u0b39\\u0b5c-\\u0b5f\\u0b95-\\u0bb9\\u0c15-\\u0c39\\u0c95-\\u0cb9\\u0d15-\\u0d3a\\u0d9a-\\u0dc6\\u1000-\\u102a\\u1780-\\u17b3]';
const virama = '[\\u094d\\u09cd\\u0a4d\\u0acd\\u0b4d\\u0bcd\\u0c4d\\u0ccd\\u0d4d\\u0dca\\u1039\\u17d2]';
const nukta = '[\\u093c\\u09bc\\u0a3c\\u0abc\\u0b3c]';
const joiner = '[\\u200c\\u200d]';
const medial = '[\\u103b-\\u103e]';
const cluster = `${consonant}${nukta}?(?:${virama}${joiner}?${consonant}${nukta}?|${medial})*`;

const hasConsonant = new RegExp(consonant, 'u');
const beginsWithCluster = new RegExp(`^${cluster}`, 'u');
const lastCluster = new RegExp(`${cluster}(?:${virama})?[^\\p{Lo}]*$`, 'u');
const endsHalf = new RegExp(`${virama}${joiner}?$`, 'u');
const isSubjoined = new RegExp(`^(?:${virama}|${medial})`, 'u');
const reph = /^[\u0930\u09b0\u09f0\u0ab0\u0b30][\u094d\u09cd\u0acd\u0b4d]/u;
const anyIndic = /[\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]/u;

/** Letters of a row from left to right, with syllables as they are read: what moved is one with the letters that it belongs to. */
export function withSyllables(letters: readonly Letter[]): readonly Letter[] {
  if (!letters.some(({ text }) => (text.length > 1 || text.charCodeAt(0) >= 0x900) && anyIndic.test(text)))
    return letters;
  const read: Letter[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at]!;
    const before = read[read.length - 1];
    const start = leftSigns(letters, at, before);
    const end = start > at ? clusterEnd(letters, start) : -1;
    if (end >= start) {
      read.push(movedBehind(letters.slice(at, start), letters.slice(start, end + 1)));
      at = end;
    } else if (before !== undefined && anyIndic.test(before.text) && hasNoRoom(letter, before))
      putInto(read, letter);
    else read.push(letter);
  }
  return read;
}

/** Behind the signs that stand there before a consonant, if any do. */
function leftSigns(letters: readonly Letter[], at: number, before: Letter | undefined): number {
  let end = at;
  while (end < letters.length && standsBefore(letters[end]!, end === at ? before : letters[end - 1]))
    end += 1;
  return end;
}

/** Drawn to the right of the letter before it: where the file has it in the order of reading, it stands to its left. */
const standsBefore = (letter: Letter, before: Letter | undefined) =>
  (leftVowel.test(letter.text) || leftMedial.test(letter.text)) &&
  (before === undefined || letter.inkLeft > before.inkLeft);

/** The last letter of the cluster that begins there; one less where none begins. */
function clusterEnd(letters: readonly Letter[], start: number): number {
  let end = start;
  while (end < letters.length && endsHalf.test(letters[end]!.text)) end += 1;
  if (!hasConsonant.test(letters[end]?.text ?? '')) return start - 1;
  while (isSubjoined.test(letters[end + 1]?.text ?? '')) end += 1;
  return end;
}

function movedBehind(signs: readonly Letter[], letters: readonly Letter[]): Letter {
  const text = letters.map((letter) => letter.text).join('');
  const [head = ''] = beginsWithCluster.exec(text) ?? [];
  const last = letters.at(-1)!;
  const medials = signs.filter((sign) => leftMedial.test(sign.text));
  const vowels = signs.filter((sign) => !leftMedial.test(sign.text));
  const moved = [...medials, ...vowels].map((sign) => sign.text).join('');
  const { left, origin } = signs[0]!;
  return { ...last, text: head + moved + text.slice(head.length), left, origin };
}

/** So little room is none, in heights of the letter. */
const noRoom = 0.1;
/** From so far above the line it stands over the letter, otherwise below. */
const over = 0.3;
const half = new RegExp(`^(${consonant})(${virama})`, 'u');

/** A consonant without its vowel over or under the letter before, where it takes no room; in Telugu and Kannada it may take some below. */
const hasNoRoom = (letter: Letter, before: Letter) =>
  half.test(letter.text) &&
  letter.inkLeft < before.inkRight &&
  (letter.right - letter.left < noRoom * letter.size ||
    (reachesOut.test(letter.text) && letter.bottom < letter.base - below * letter.size));
/** In heights of the letter: no letter of these scripts reaches so far down. */
const below = 0.22;
const reachesOut = /^[\u0c15-\u0c39\u0c95-\u0cb9]/u;

/** It belongs to the syllable that was drawn just before: first in it over its end, last of its consonants below. */
function putInto(read: Letter[], letter: Letter): void {
  const [sign, first = '', stop = ''] = half.exec(letter.text) ?? [''];
  const rest = letter.text.slice(sign.length);
  const isOver = reph.test(letter.text) && letter.bottom >= letter.base + over * letter.size;
  let at = read.length - 1;
  if (isOver) while (at > 0 && (!isHead(read[at]!.text) || endsHalf.test(read[at - 1]!.text))) at -= 1;
  else while (at > 0 && !hasConsonant.test(read[at]!.text)) at -= 1;
  const { text } = read[at]!;
  const start = lastCluster.exec(text)?.index ?? 0;
  const [head = ''] = isOver ? [] : (beginsWithCluster.exec(text.slice(start)) ?? []);
  const place = start + head.length;
  read[at] = {
    ...read[at]!,
    text: text.slice(0, place) + (isOver ? sign : stop + first) + text.slice(place),
  };
  const last = read.length - 1;
  const { text: end, right, inkRight } = read[last]!;
  read[last] = {
    ...read[last]!,
    text: end + rest,
    right: Math.max(right, letter.right),
    inkRight: Math.max(inkRight, letter.inkRight),
  };
}

const isHead = (text: string) => hasConsonant.test(text) && !isSubjoined.test(text);
