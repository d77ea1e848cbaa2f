import { parseMarkup } from './markup-parser.ts';

/** Formats that a workbook need not define and that show a date or a time (ECMA-376, part 1, section 18.8.30). */
const builtIn = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
/** `[h]:mm:ss` */
const builtInDuration = 46;

/** What a number stands for: a day or a time of one, or hours, minutes and seconds that passed. */
export type DateKind = 'date' | 'duration';

export interface DateFormats {
  /** What cells of this format show; undefined where it is a number. */
  kindOf(style: number): DateKind | undefined;
  /** Days are counted from 1904 and not from 1900. */
  readonly isOf1904: boolean;
}

/** @param styles `xl/styles.xml` */
export function dateFormatsOf(styles: string, isOf1904: boolean): DateFormats {
  const own = new Map<number, DateKind | undefined>();
  const ofCells: (DateKind | undefined)[] = [];
  let inCells = false;
  parseMarkup(
    styles,
    {
      onopentag(name, { numFmtId, formatCode }) {
        const id = Number(numFmtId ?? 0);
        if (name === 'numFmt' && formatCode !== undefined) own.set(id, kindOfCode(formatCode));
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) ofCells.push(own.has(id) ? own.get(id) : builtInKind(id));
      },
      onclosetag(name) {
        if (name === 'cellXfs') inCells = false;
      },
    },
    { xml: true },
  );
  return { kindOf: (style) => ofCells[style], isOf1904 };
}

function builtInKind(id: number): DateKind | undefined {
  if (id === builtInDuration) return 'duration';
  return builtIn.some(([from, to]) => id >= from && id <= to) ? 'date' : undefined;
}

/** Letters of a format that stand for parts of a date: what is quoted, escaped or in brackets is written as it is. */
function kindOfCode(code: string): DateKind | undefined {
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return 'duration';
  const [positive = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  // `E` and `G` are years and eras; of a number, E+00 is its exponent.
  return /[ymdhs]|\bg+e/i.test(positive.replaceAll(/e[+-]|general/gi, '')) ? 'date' : undefined;
}

const dayMs = 86_400_000;
const secondsOfDay = 86_400;
/** Behind the last day that a workbook has, 9999-12-31. */
const endOfDays = 2_958_466;

/**
 * A serial number as ISO 8601: a day, a time of a day, or both.
 * @param serial days since the end of 1899 or the beginning of 1904
 */
export function isoDate(serial: number, isOf1904: boolean): string {
  if (serial < 0 || serial >= endOfDays) return String(serial);
  const seconds = Math.round(serial * secondsOfDay);
  const days = Math.floor(seconds / secondsOfDay);
  const time = new Date((seconds - days * secondsOfDay) * 1000).toISOString().slice(11, 19);
  if (days === 0 && !isOf1904) return time;
  // Lotus took 1900 for a leap year, and so does everyone since.
  const real = isOf1904 || days >= 60 ? days : days + 1;
  const start = isOf1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + real * dayMs).toISOString().slice(0, 10);
  return time === '00:00:00' ? date : `${date}T${time}`;
}

/** Days that passed, as hours, minutes and seconds: `36:30:00`. */
export function duration(days: number): string {
  const seconds = Math.round(Math.abs(days) * secondsOfDay);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${days < 0 ? '-' : ''}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
