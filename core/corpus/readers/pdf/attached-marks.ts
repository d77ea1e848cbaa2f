import type { Glyph } from './glyph.ts';
import { isRightward } from './kinds-of-letters.ts';

/** Accents that TeX and others draw over or under a letter as signs of their own, and the mark that each is. */
const drawnAccents: ReadonlyMap<string, string> = new Map([
  ['`', '\u0300'],
  ['\u02cb', '\u0300'],
  ['\u00b4', '\u0301'],
  ['\u02ca', '\u0301'],
  ['^', '\u0302'],
  ['\u02c6', '\u0302'],
  ['~', '\u0303'],
  ['\u02dc', '\u0303'],
  ['\u00af', '\u0304'],
  ['\u02c9', '\u0304'],
  ['\u02d8', '\u0306'],
  ['\u02d9', '\u0307'],
  ['\u00a8', '\u0308'],
  ['\u02da', '\u030a'],
  ['\u02dd', '\u030b'],
  ['\u02c7', '\u030c'],
  ['\u00b8', '\u0327'],
  ['\u02db', '\u0328'],
  [',', '\u0326'],
  ['.', '\u0323'],
]);

/** A letter and what stands on it and below it. */
export interface Letter extends Glyph {
  /** In the order of drawing. */
  readonly marks?: readonly Glyph[];
}

/** So many glyphs before and behind a mark its letter is looked for: marks may follow the whole line. */
const reach = 120;

/**
 * Marks joined with the letter that they stand on, wherever they were drawn: before it, as TeX does with accents and everybody with
 * script that runs from right to left, or behind it.
 */
export function withMarks(glyphs: readonly Glyph[]): Letter[] {
  const marksOf = new Map<Glyph, Glyph[]>();
  const attached = new Set<Glyph>();
  glyphs.forEach((glyph, at) => {
    const base = baseOf(glyphs, at);
    if (base === undefined) return;
    attached.add(glyph);
    const marks = marksOf.get(base) ?? [];
    marksOf.set(base, marks);
    marks.push(glyph);
  });
  return glyphs
    .filter((glyph) => !attached.has(glyph))
    .map((glyph) => {
      const marks = marksOf.get(glyph);
      return marks === undefined ? glyph : carrying(glyph, marks);
    });
}

/** Some signs that are marks by their nature stand beside their letter and take room there. */
function carrying(letter: Glyph, marks: readonly Glyph[]): Letter {
  const beside = marks.filter(({ left, right, text }) => right > left && !drawnAccents.has(text));
  return {
    ...letter,
    text: composed(letter, marks),
    left: Math.min(letter.left, ...beside.map(({ left }) => left)),
    right: Math.max(letter.right, ...beside.map(({ right }) => right)),
    marks,
  };
}

const combining = /^[\p{Mn}\p{Me}]+$/u;
/** What could have been drawn is joined with one letter only: Latin, Greek and Cyrillic ones have such accents. */
const accentable = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*$/u;
const unknown = '\ufffd';
const firstMark = 0x300;
/** No mark, and none that was drawn: most of the letters of Europe. */
const isUsual = (text: string) =>
  text.length === 1 && text.charCodeAt(0) < firstMark && !drawnAccents.has(text);

function baseOf(glyphs: readonly Glyph[], at: number): Glyph | undefined {
  const mark = glyphs[at]!;
  if (isUsual(mark.text)) return undefined;
  if (combining.test(mark.text)) return carrierOf(glyphs, at);
  if (!drawnAccents.has(mark.text) && mark.text !== unknown) return undefined;
  return glyphs
    .slice(Math.max(0, at - 1), at + 2)
    .find(
      (letter) =>
        letter !== mark && (mark.text === unknown ? isCrossed(letter, mark) : isUnder(letter, mark)),
    );
}

const isWide = ({ left, right, size }: Glyph) => right - left > 0.1 * size;

const centre = ({ inkLeft, inkRight }: Glyph) => (inkLeft + inkRight) / 2;

/** Hebrew holam stands at the left end of its letter, and often over the next one. */
const holam = '\u05b9';

/** The letter over or under which a combining mark was drawn: the nearest, and of two as near the one in whose turn it was drawn. */
function carrierOf(glyphs: readonly Glyph[], at: number): Glyph | undefined {
  const mark = glyphs[at]!;
  const lettersBefore = lettersFrom(glyphs, at, -1);
  const lettersBehind = lettersFrom(glyphs, at, 1);
  const [before] = lettersBefore;
  const [behind] = lettersBehind;
  const middle = centre(mark);
  // Drawn from left to right, what is read from right to left has its marks before their letter; everything else behind it.
  const isRight = [mark, before, behind].some((one) => one !== undefined && isRightward(one.text));
  const isVisual =
    isRight && (before === undefined || behind === undefined || before.origin <= behind.origin);
  const expected = isVisual ? behind : before;
  const away = (letter: Glyph) => {
    const size = letter.size || 1;
    const { left, right, origin } = letter;
    const outside = mark.text.includes(holam)
      ? Math.min(Math.abs(middle - left), Math.max(left - middle, middle - right, 0.15 * size))
      : Math.max(left - middle, middle - right, 0);
    const unlike = Math.abs(middle - (Math.max(left, origin) + right) / 2) / (10 * size);
    const offLine = Math.max(0, Math.abs(mark.base - letter.base) / size - usualOffset);
    return outside / size + unlike + offLine + (letter === expected ? 0 : outOfTurn);
  };
  // What is read from left to right is drawn in the order of reading.
  if (!isRight && before !== undefined && (isWide(mark) || away(before) < nearEnough)) return before;
  const [best] = [...lettersBefore, ...lettersBehind].toSorted((a, b) => away(a) - away(b));
  return best !== undefined && away(best) < farthest ? best : undefined;
}

/** In heights of the letter. */
const outOfTurn = 0.08;
const farthest = 1;
const nearEnough = 0.6;
/** Marks that are moved up or down stand on a line of their own, so far from that of their letter. */
const usualOffset = 0.3;

/** Points of Hebrew and Arabic, which no stop carries (U+061D may stand for a letter: see the spelling). */
const points = /[\u0591-\u05c7\u064b-\u065f\u0670]/u;

/** Letters that were drawn shortly before or behind a mark, the nearest first. */
function lettersFrom(glyphs: readonly Glyph[], at: number, step: 1 | -1): Glyph[] {
  const mark = glyphs[at]!;
  const isPoint = points.test(mark.text);
  const letters: Glyph[] = [];
  for (let n = 1; n <= reach; n += 1) {
    const one = glyphs[at + n * step];
    if (one === undefined) break;
    const isLetter =
      !combining.test(one.text) &&
      one.text.trim() !== '' &&
      one.turned === mark.turned &&
      !(isPoint && /^(?!\u061d)\p{P}/u.test(one.text));
    if (isLetter && Math.abs(one.base - mark.base) < 1.2 * Math.max(one.size, mark.size)) letters.push(one);
  }
  return letters;
}

/** An accent takes the room of its letter; one that was typed by itself has its own. */
function isUnder(letter: Glyph, mark: Glyph): boolean {
  if (!accentable.test(letter.text) || letter.turned !== mark.turned) return false;
  if (Math.abs(letter.base - mark.base) > 0.6 * letter.size) return false;
  const common = Math.min(letter.right, mark.right) - Math.max(letter.left, mark.left);
  const isBelow = mark.text === ',' || mark.text === '.';
  if (isBelow && mark.top > letter.bottom + 0.05 * letter.size) return false;
  return common > 0.4 * Math.min(letter.right - letter.left, mark.right - mark.left);
}

/** The stroke of the Polish l, which many fonts of TeX have as a sign without a name. */
const isCrossed = (letter: Glyph, mark: Glyph) =>
  (letter.text === 'l' || letter.text === 'L') &&
  letter.turned === mark.turned &&
  centre(mark) > letter.left &&
  centre(mark) < letter.right &&
  mark.bottom < letter.top &&
  mark.top > letter.bottom;

const crossed: Readonly<Record<string, string>> = { l: 'ł', L: 'Ł' };
/** Over i and j an accent stands in the place of the dot. */
const dotless: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

function composed(letter: Glyph, marks: readonly Glyph[]): string {
  const isCrossedOut = marks.some(({ text }) => text === unknown);
  const base = isCrossedOut ? (crossed[letter.text] ?? letter.text) : letter.text;
  const signs = marks
    .filter(({ text }) => text !== unknown)
    .map(({ text }) => drawnAccents.get(text) ?? text)
    .join('');
  return ((signs === '' ? base : (dotless[base] ?? base)) + signs).normalize('NFC');
}
