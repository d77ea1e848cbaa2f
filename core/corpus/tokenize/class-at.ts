import { astralClass, morphemeClasses, unit, unitClasses } from './character-classes.ts';

const { letter, punctuation, surrogate, unspaced } = unit;

/** Class of the character at a place, by all of it where it is a pair. */
export function classAt(classes: Uint8Array, units: Uint16Array, at: number): number {
  const found = classes[units[at]!]!;
  if (found !== surrogate) return found;
  if (widthAt(units, at) !== 2) return punctuation;
  const whole = astralClass(codePointAt(units, at));
  // Beyond the first plane are ideographs, which other texts have as letters.
  return whole === unspaced && classes !== unitClasses && classes !== morphemeClasses ? letter : whole;
}

/** Units of the character at a place. */
export function widthAt(units: Uint16Array, at: number): number {
  const high = units[at]!;
  if (high < 0xd800 || high >= 0xdc00) return 1;
  const low = units[at + 1] ?? 0;
  return low >= 0xdc00 && low < 0xe000 ? 2 : 1;
}

const codePointAt = (units: Uint16Array, at: number) =>
  ((units[at]! - 0xd800) << 10) + (units[at + 1]! - 0xdc00) + 0x10000;
