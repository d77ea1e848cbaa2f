import { unit, unitClasses } from './character-classes.ts';
import { dividers } from './undivided.ts';
import { lineEndLength } from './units-of.ts';

const lineBreak = /\r\n|[\r\n]/u;
const endsDivided = new RegExp(`\\p{L}[${dividers}]$`, 'u');
/** Compounds are broken at their hyphens in any text of narrow lines, but not so often. */
const often = 0.04;
const fewest = 5;

/**
 * Whether the words of a text are divided at the ends of its lines, as in what was scanned from print: often enough a line that
 * ends in a hyphen goes on with a small letter.
 */
export function standsDivided(text: string): boolean {
  const lines = text.split(lineBreak).map((line) => line.trimEnd());
  let goingOn = 0;
  let divided = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (line === '' || next === undefined || next === '') return;
    goingOn += 1;
    if (endsDivided.test(line) && /^\p{Ll}/u.test(next)) divided += 1;
  });
  return divided >= fewest && divided >= often * goingOn;
}

const { letter, newline, space } = unit;

/**
 * Where the rest of a divided word begins.
 * @param at of what may be a hyphen
 * @returns 0 where it divides no word, −1 where more text is needed
 */
export function restOfDivided(units: Uint16Array, at: number, final: boolean): number {
  if (!dividers.includes(String.fromCharCode(units[at]!))) return 0;
  let next = at + 1;
  while (next < units.length && unitClasses[units[next]!] === space) next += 1;
  if (next < units.length && unitClasses[units[next]!] !== newline) return 0;
  next += lineEndLength(units, next);
  if (next >= units.length) return final ? 0 : -1;
  const code = units[next]!;
  return unitClasses[code] === letter && isSmall(code) ? next : 0;
}

function isSmall(code: number): boolean {
  const character = String.fromCharCode(code);
  return character.toUpperCase() !== character;
}
