import { unit, unitClasses } from './character-classes.ts';

const { digit, letter, mark, unspaced } = unit;

const lowLine = 0x5f;
const middleDot = 0xb7;
const geresh = 0x5f3;
const zeroWidthJoiner = 0x200d;
const viramaOfMalayalam = 0xd4d;
const taOfBengali = 0x9a4;
const viramaOfBengali = 0x9cd;
const narrowSpace = 0x202f;
/** The apostrophe that is a letter: of ejectives, of the glottal stop. */
const letterApostrophe = 0x2bc;
const openingMark = 0x2018;
const vowels = 'AEIOUaeiouĀĒĪŌŪāēīōū';

const isHebrew = (code: number) => code >= 0x5d0 && code <= 0x5ea;
const isMongolian = (code: number) => code >= 0x1800 && code <= 0x18af;
const isHebrewMark = (code: number) => code >= 0x591 && code <= 0x5c7;

/**
 * Does a joiner or a sign within words join what stands on both sides of it?
 * @param next class of what follows
 */
export function joinsSign(units: Uint16Array, at: number, next: number, isGreek: boolean): boolean {
  const code = units[at]!;
  if (code === lowLine) {
    const after = units[at + 1] === lowLine ? unitClasses[units[at + 2] ?? 0] : next;
    return after === letter || after === digit;
  }
  // The final chillu of Malayalam, and once the final t of Bengali, is written with a joiner, which makes it another letter.
  if (code === zeroWidthJoiner && units[at - 1] === viramaOfMalayalam) return true;
  if (code === zeroWidthJoiner && units[at - 1] === viramaOfBengali && units[at - 2] === taOfBengali)
    return true;
  if (unitClasses[code] === unit.joiner) return joinsOver(units, at, next);
  if (code === geresh && isHebrew(units[at - 1] ?? 0)) return true;
  // In Greek the dot is a semicolon.
  if (code === middleDot && isGreek) return false;
  return next === letter;
}

/** So many joiners in a row join. */
export const mostJoiners = 6;

/** Joiners stand one behind the other: non-joiners typed twice, marks of direction. A mark behind them is of the letter before them. */
function joinsOver(units: Uint16Array, at: number, next: number): boolean {
  if (next !== unit.joiner) return next === letter || next === mark;
  let after = at + 1;
  while (after - at < mostJoiners && unitClasses[units[after] ?? 0] === unit.joiner) after += 1;
  const kind = unitClasses[units[after] ?? 0];
  return kind === letter || kind === mark;
}

/** The narrow space before a Mongolian suffix joins it to its word. */
export const joinsSuffix = (units: Uint16Array, at: number): boolean =>
  units[at] === narrowSpace && isMongolian(units[at - 1] ?? 0) && isMongolian(units[at + 1] ?? 0);

/**
 * Does an apostrophe or a quotation mark within a Hebrew word stand for geresh or gershayim? The one behind any letter, unless the word
 * stands in such marks; the other before the last letter alone.
 * @param start of the word
 */
export function joinsInHebrew(units: Uint16Array, at: number, start: number): boolean {
  let before = at - 1;
  while (before > start && isHebrewMark(units[before]!)) before -= 1;
  if (!isHebrew(units[before] ?? 0)) return false;
  if (unitClasses[units[at]!] === unit.apostrophe)
    return isHebrew(units[at + 1] ?? 0) || unitClasses[units[start - 1] ?? 0] !== unit.apostrophe;
  if (!isHebrew(units[at + 1] ?? 0)) return false;
  let after = at + 2;
  while (isHebrewMark(units[after] ?? 0)) after += 1;
  const next = unitClasses[units[after] ?? 0];
  return next !== letter && next !== digit;
}

/** Does an apostrophe at the beginning of a word belong to it? The one that is a letter, and the mark that stands for an ʻokina before a vowel. */
export function beginsWord(units: Uint16Array, at: number, hasOkina: boolean): boolean {
  const next = units[at + 1] ?? 0;
  if (units[at] === letterApostrophe) return unitClasses[next] === letter;
  return hasOkina && units[at] === openingMark && vowels.includes(String.fromCharCode(next));
}

/** Does an apostrophe behind a part of a word belong to it? @param next class of what follows */
export function joinsApostrophe(
  units: Uint16Array,
  at: number,
  start: number,
  next: number,
  letters: boolean,
  keeps: boolean,
): boolean {
  // Of a large number: 1’000.
  if (!letters) return keeps && next === digit && unitClasses[units[at - 1]!] === digit;
  return units[at] === letterApostrophe || (keeps && next === letter) || joinsInHebrew(units, at, start);
}

/** An ending behind an abbreviation or a number: EU:n, 15:n; not the time of a day. */
export const joinsColon = (next: number, letters: boolean): boolean =>
  next === letter || (letters && next === mark);

const keycap = 0x20e3;
const emojiShape = 0xfe0f;
const isSymbolOfFont = (code: number) => code >= 0xf020 && code <= 0xf0ff;

/** A digit that is a picture, or a symbol out of a font of symbols with no letter beside it. */
export function standsAlone(classes: Uint8Array, units: Uint16Array, at: number): boolean {
  const next = units[at + 1] ?? 0;
  if (!isSymbolOfFont(units[at]!))
    return next === keycap || (next === emojiShape && units[at + 2] === keycap);
  const kind = classes[next];
  return kind !== letter && kind !== digit && kind !== unspaced && kind !== unit.surrogate;
}
