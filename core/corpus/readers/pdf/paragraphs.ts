import type { PageLine } from './lines.ts';

/** Lines further apart than so many times their distance within paragraphs begin a new one. */
const gap = 1.35;
/** A line that ends so far before the others is the last of its paragraph. */
const shortLine = 0.85;
/** An indent is at least so wide, in heights of the line. */
const indent = 0.8;

/** Lines put together into paragraphs, which an empty line sets apart. */
export function paragraphs(pages: readonly (readonly PageLine[])[]): string {
  const lines = pages.flat();
  const leading = usualLeading(pages);
  const words = wordCounts(lines);
  const isBroken = breaksSyllables(pages);
  const done: string[] = [];
  let open = '';
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (before !== undefined && begins(before, line, lines[at + 1], leading)) {
      done.push(open);
      open = line.text;
    } else open = open === '' ? line.text : joined(open, line.text, words, isBroken);
  });
  if (open !== '') done.push(open);
  return done.join('\n\n').replaceAll('\u00ad', '');
}

/** The distance of most lines from the one before, in heights of the line. */
function usualLeading(pages: readonly (readonly PageLine[])[]): number {
  const counts = new Map<number, number>();
  for (const lines of pages)
    lines.forEach((line, at) => {
      const before = lines[at - 1];
      if (before === undefined || before.y <= line.y || line.height === 0) return;
      const distance = Math.round((10 * (before.y - line.y)) / line.height) / 10;
      if (distance < 4) counts.set(distance, (counts.get(distance) ?? 0) + 1);
    });
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1.2, 0])[0];
}

function begins(before: PageLine, line: PageLine, after: PageLine | undefined, leading: number): boolean {
  const height = Math.max(line.height, 1);
  if (Math.max(before.height, height) > 1.15 * Math.min(before.height, height)) return true;
  const isBelow = before.y > line.y && before.left < line.right && line.left < before.right;
  // In the next column or on the next page a sentence goes on.
  if (!isBelow) return endsSentence(before.text) && !/^\p{Ll}/u.test(line.text);
  if ((before.y - line.y) / height > leading * gap) return true;
  const width = Math.max(before.right - before.left, line.right - line.left);
  const isShort = before.right - Math.min(before.left, line.left) < shortLine * width;
  if (isShort && endsSentence(before.text)) return true;
  const isIndented =
    line.left - before.left > indent * height && line.left - (after?.left ?? before.left) > indent * height;
  return isIndented && line.right - line.left > 0.5 * width;
}

const closed = /[.!?:;…。！？][”’"'»)\]]*$/u;
/** Of what stands at the end of a line only so much is looked at. */
const longestWord = 100;
const endsSentence = (text: string) => closed.test(text.slice(-longestWord));
const divided = /(\p{L}+)([-‐\u00ad])$/u;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}、。，！？「」]/u;

/** How often each word stands within a line, hyphens and all: what a divided word was is to be told by the others. */
function wordCounts(lines: readonly PageLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of lines)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function joined(open: string, next: string, words: ReadonlyMap<string, number>, isBroken: boolean): string {
  const [, start = '', hyphen] = divided.exec(open.slice(-longestWord)) ?? [];
  const [end = ''] = /^\p{L}+/u.exec(next) ?? [];
  if (hyphen === '\u00ad') return open.slice(0, -1) + next;
  if (hyphen !== undefined && /^\p{Ll}/u.test(end) && /\p{Ll}$/u.test(start)) {
    const whole = words.get((start + end).toLowerCase()) ?? 0;
    const compound = words.get(`${start}-${end}`.toLowerCase()) ?? 0;
    return compound > whole ? open + next : open.slice(0, -1) + next;
  }
  if (hyphen !== undefined && end !== '') return open + next;
  if (isBroken && hangul.test(open.slice(-1)) && hangul.test(next.charAt(0))) return open + next;
  const isSpaceless = spaceless.test(open.slice(-1)) && spaceless.test(next.charAt(0));
  return isSpaceless ? open + next : `${open} ${next}`;
}

const hangul = /\p{Script=Hangul}/u;
/** Lines that break between any two syllables end so near the margin, in heights of the letters; those that break at spaces do not. */
const nearMargin = 1.1;
/** Of lines that end where their syllables end, some end nearer to the margin than others. */
const leastSpread = 0.2;
const fewestLines = 3;

/**
 * Whether Korean is broken within words: its lines go as near to the margin as a syllable allows, though they are not spaced out to end
 * there, and no space is drawn at the end of any.
 */
function breaksSyllables(pages: readonly (readonly PageLine[])[]): boolean {
  const rests: number[] = [];
  for (const lines of pages) {
    const margin = Math.max(...lines.map(({ right }) => right));
    lines.forEach((line, at) => {
      const next = lines[at + 1];
      const goesOn =
        hangul.test(line.text.slice(-1)) && next !== undefined && hangul.test(next.text.charAt(0));
      if (goesOn && next.left <= line.left + 0.1 * line.height)
        rests.push(line.endsInSpace ? Infinity : (margin - line.right) / line.height);
    });
  }
  const widest = Math.max(...rests);
  const isSpacedOut = rests.length >= fewestLines && widest - Math.min(...rests) < leastSpread;
  return rests.length > 0 && widest < nearMargin && widest > 0.02 && !isSpacedOut;
}
