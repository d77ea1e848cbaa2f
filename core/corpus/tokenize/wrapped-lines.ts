import { lineEndLength } from './units-of.ts';

/** Letters of scripts without spaces that are written in columns of one width. */
export const wrappedLetter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]';
const betweenLetters = new RegExp(
  `(?<=${wrappedLetter})[ \\t]*(?:\\r\\n|[\\r\\n])(?=${wrappedLetter})`,
  'gu',
);

/** Shorter lines are verses. In letters. */
const narrowest = 20;
const fewestLines = 10;
/** So many of the lines that go on are about as long as the longest ones, and so many end within a sentence. */
const mostly = 0.8;
const often = 0.3;
/** Signs that may not begin a line, and half-width ones, make lines differ. */
const leeway = 4;

/**
 * Whether the lines of a text were broken at a fixed width, as text files of Chinese novels are: then the end of a line says nothing, and a
 * word may lie on both sides of it. A line that begins with a space or stands behind an empty one begins a paragraph.
 */
export function standsWrapped(text: string): boolean {
  const lines = text.split(/\r\n|[\r\n]/u).map((line) => line.trimEnd());
  // The last one may have been cut off.
  const goingOn = lines.slice(0, -2).filter((line, at) => line !== '' && /^\S/u.test(lines[at + 1]!));
  if (goingOn.length < fewestLines) return false;
  const widths = goingOn.map((line) => line.length).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)]!;
  const full = goingOn.filter((line) => Math.abs(line.length - width) <= leeway);
  return (
    width >= narrowest &&
    full.length >= mostly * goingOn.length &&
    (text.match(betweenLetters)?.length ?? 0) >= often * goingOn.length
  );
}

const isLetter = (code: number) => oneLetter.test(String.fromCharCode(code));
const oneLetter = new RegExp(wrappedLetter, 'u');

/**
 * Whether a line end stands between two letters.
 * @param at its first unit
 * @returns undefined where more text is needed
 */
export function isWithinText(
  units: Uint16Array,
  at: number,
  from: number,
  final: boolean,
): boolean | undefined {
  let before = at - 1;
  while (before >= from && (units[before] === 0x20 || units[before] === 9)) before -= 1;
  if (before < from || !isLetter(units[before]!)) return false;
  const after = at + lineEndLength(units, at);
  if (after >= units.length) return final ? false : undefined;
  return isLetter(units[after]!);
}
