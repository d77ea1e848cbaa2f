import type { Letter } from './attached-marks.ts';
import { isBlank, isRightward } from './kinds-of-letters.ts';
import { isRightToLeft, logicalOrder, type Atom } from './logical-order.ts';
import { isNoteMark } from './note-marks.ts';
import { usualSpelling } from './spelling.ts';
import { withSyllables } from './syllables.ts';

/** Room between two letters that is a space, in heights of the letters, on lines where the file has spaces of its own. */
const spaceBesideSpaces = 0.2;
const spaceOfIdeographs = 0.6;
/** A space that is no wider is none: the engine makes them up between letters drawn apart. */
const narrowest = 0.05;

const space: Atom = { text: ' ' };
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef\p{Script=Bopomofo}]/u;

/** How the lines of a page are read. */
export interface PageManner {
  readonly fromRight: boolean;
  /** Room between two letters that is a space, in heights of the letters, on lines that have none of their own. */
  readonly leastSpace: number;
}

/** What a row of letters, as they stand from left to right, reads as. */
export function lineText(
  letters: readonly Letter[],
  { fromRight: pageFromRight, leastSpace }: PageManner,
): string {
  const texts = letters.map(({ text }) => text);
  const hasRight = texts.some(isRightward);
  const fromRight = hasRight ? pageFromRight || isRightToLeft(texts) : pageFromRight;
  const atoms = atomsOf(withSyllables(letters), leastSpace);
  const inOrder = hasRight ? logicalOrder(atoms, fromRight) : atoms;
  return usualSpelling(inOrder.map(({ text }) => text).join(''));
}

/** Letters, and a space wherever there is one or room for it. */
function atomsOf(letters: readonly Letter[], leastSpace: number): Atom[] {
  const least = hasSpaces(letters) ? spaceBesideSpaces : leastSpace;
  const atoms: Atom[] = [];
  let before: Letter | undefined;
  let word = '';
  let reach = -Infinity;
  let isSpaced = false;
  letters.forEach((letter, at) => {
    if (isBlank(letter)) {
      if (before !== undefined && isNonJoiner(letter, before, letters[at + 1])) atoms.push(nonJoiner);
      else isSpaced ||= isWide(letter);
      return;
    }
    if (
      before !== undefined &&
      (isSpaced ||
        isApart(reaching(before, letter, reach), letter, least) ||
        isNoteMark(letters, at, before, word))
    ) {
      atoms.push(space);
      word = '';
      reach = -Infinity;
    }
    atoms.push(letter);
    word += letter.text;
    reach = Math.max(reach, letter.inkRight);
    before = letter;
    isSpaced = false;
  });
  return atoms;
}

const nonJoiner: Atom = { text: '\u200c' };

/** XeTeX draws the sign of a space, moved out of the way, for what parts Persian letters without any room between them. */
const isNonJoiner = (blank: Letter, before: Letter, next: Letter | undefined): boolean =>
  next !== undefined &&
  isWide(blank) &&
  isRightward(before.text) &&
  isRightward(next.text) &&
  Math.abs(next.left - before.right) < touching * blank.size &&
  Math.abs(blank.left - before.right) < touching * blank.size &&
  blank.right > next.left + narrowest * blank.size;

/** In heights of the letters. */
const touching = 0.02;

const isWide = ({ left, right, size }: Letter) => right - left > narrowest * size;

const hasSpaces = (letters: readonly Letter[]) =>
  15 * letters.filter((letter) => isBlank(letter) && isWide(letter)).length > letters.length;

const gapBetween = (before: Letter, letter: Letter) =>
  (letter.left - before.right) / Math.max(before.size, letter.size, 0.1);

/**
 * The last letter of an Arabic word may go back below those before it: there is no room between these (`ہوئے` in Nastaliq). So do consonants
 * below others in Khmer and Burmese.
 */
const reaching = (before: Letter, letter: Letter, reach: number): Letter =>
  reach > before.right &&
  (isBelow.test(before.text) || (isRightward(before.text) && isRightward(letter.text)))
    ? { ...before, right: Math.min(reach, letter.left) }
    : before;

const isBelow = /^[\u1039\u17d2]/u;

function isApart(before: Letter, letter: Letter, least: number): boolean {
  const gap = gapBetween(before, letter);
  if (gap <= least) return false;
  const areIdeographs = spaceless.test(before.text) && spaceless.test(letter.text);
  return !areIdeographs || gap > spaceOfIdeographs;
}

const usualLeast = 0.12;
const fewestGaps = 10;
/** Wider than any kerning, so that those above are spaces for the most part. */
const surelySpace = 0.14;

/** Half of the room that most spaces of a page have: kerning is less, and lines that were set tight still have more. */
export function leastSpaceOf(rows: readonly (readonly Letter[])[]): number {
  const gaps: number[] = [];
  for (const row of rows) {
    if (hasSpaces(row)) continue;
    const seen = row.filter((letter) => !isBlank(letter));
    seen.forEach((letter, at) => {
      const before = seen[at - 1];
      if (before === undefined) return;
      const gap = gapBetween(before, letter);
      if (gap <= surelySpace) return;
      if (!(spaceless.test(before.text) && spaceless.test(letter.text))) gaps.push(gap);
    });
  }
  if (gaps.length < fewestGaps) return usualLeast;
  const median = gaps.toSorted((a, b) => a - b)[gaps.length >> 1]!;
  return Math.min(0.18, Math.max(0.08, median / 2));
}
