import type { Lines } from './lines.ts';

const longest = 90;
const fewest = 4;
const mostly = 0.8;
/** Lines between a title and the break of a page or its number, empty ones not counted. */
const near = 2;

/** What stands on every page alike: its letters, without numbers. */
const keyOf = (line: string) =>
  line
    .replaceAll(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .toLowerCase();
const numberIn = (line: string): number | undefined => {
  const found = /^\W*(\d{1,4})\b|\b(\d{1,4})\W*$/u.exec(line);
  return found === null ? undefined : Number(found[1] ?? found[2]);
};
const isNumberAlone = (line: string) => /^\W*(?:p(?:age|\.)\s*)?\d{1,4}\W*$/iu.test(line);

/** Lines that are heads, feet and numbers of pages, told by what they have in common. */
export interface RunningTitles {
  readonly count: number;
  readonly sample: string;
  has(line: string): boolean;
}

/**
 * Running titles of a text in which pages can still be told: lines that come again and again beside the break of a page or its number, or
 * with a number that grows.
 */
export function runningTitles(lines: Lines): RunningTitles | undefined {
  const numbers = lines.flatMap((line, at) => (line.length <= longest && isNumberAlone(line) ? [at] : []));
  const areNumbered = numbers.length >= fewest && grow(numbers.map((at) => numberIn(lines[at]!) ?? 0));
  const atBreaks = besideBreaks(lines, areNumbered ? numbers : []);
  const groups = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    if (line.length > longest) continue;
    const key = keyOf(line);
    if (key === '') continue;
    const places = groups.get(key);
    if (places === undefined) groups.set(key, [at]);
    else places.push(at);
  }
  const titles = new Set<string>();
  let count = areNumbered ? numbers.length : 0;
  let sample = areNumbered ? lines[numbers[0]!]!.trim() : '';
  for (const [key, places] of groups) {
    if (places.length < fewest) continue;
    const numbered = places.filter((at) => numberIn(lines[at]!) !== undefined);
    const isNumbered =
      numbered.length >= mostly * places.length && grow(numbered.map((at) => numberIn(lines[at]!)!));
    const isBeside = places.filter((at) => atBreaks.has(at)).length >= mostly * places.length;
    if (!isNumbered && !isBeside) continue;
    titles.add(key);
    count += places.length;
    if (titles.size === 1) sample = lines[places[0]!]!.trim();
  }
  if (count === 0) return undefined;
  return {
    count,
    sample,
    has: (line) =>
      line.length <= longest && (titles.has(keyOf(line)) || (areNumbered && isNumberAlone(line))),
  };
}

/** Most of them are greater than the one before, and not by much: numbers of pages, not of years or verses. */
function grow(numbers: readonly number[]): boolean {
  let steps = 0;
  for (let at = 1; at < numbers.length; at += 1) {
    const step = numbers[at]! - numbers[at - 1]!;
    if (step > 0 && step <= 20) steps += 1;
  }
  return steps >= mostly * (numbers.length - 1) && new Set(numbers).size >= mostly * numbers.length;
}

/** Numbers of lines next to a form feed or to the number of a page. */
function besideBreaks(lines: Lines, numbers: readonly number[]): ReadonlySet<number> {
  const beside = new Set<number>();
  const from = (start: number, step: 1 | -1) => {
    let seen = 0;
    for (let at = start; at >= 0 && at < lines.length && seen < near; at += step)
      if (lines[at]!.trim() !== '') {
        beside.add(at);
        seen += 1;
      }
  };
  for (const [at, line] of lines.entries())
    if (line.includes('\f')) {
      from(at, 1);
      from(at - 1, -1);
    }
  for (const at of numbers) {
    from(at + 1, 1);
    from(at - 1, -1);
  }
  return beside;
}
