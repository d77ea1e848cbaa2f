import type { Cue } from './cues.ts';

/** Cues that follow one another without a pause. */
const together = 500;
const fewest = 3;
const fewestOfEach = 2;
const half = 0.5;

/** How many of the first lines of a cue are the last ones of the cue before. */
function repeated(before: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(before.length, lines.length); count > 0; count -= 1)
    if (lines.slice(0, count).every((line, at) => line === before[before.length - count + at])) return count;
  return 0;
}

/** The last line of the cue before has grown. */
const grows = (before: readonly string[], lines: readonly string[]): boolean => {
  const last = before[before.length - 1];
  return last !== undefined && lines.some((line) => line.length > last.length && line.startsWith(`${last} `));
};

/**
 * Whether the lines of captions roll: a line stays when the next one comes, as live captions and those made by recognition do.
 * @param areTimed words within their lines have times of their own, which only such captions have
 */
export function doRoll(cues: readonly Cue[], areTimed: boolean): boolean {
  let following = 0;
  let rolling = 0;
  let isEach = true;
  for (let at = 1; at < cues.length; at += 1) {
    const [before, cue] = [cues[at - 1]!, cues[at]!];
    if (before.lines.length === 0 || cue.lines.length === 0 || cue.start - before.end > together) continue;
    following += 1;
    const count = repeated(before.lines, cue.lines);
    if (count > 0 || grows(before.lines, cue.lines)) rolling += 1;
    isEach &&= count > 0 && count < cue.lines.length;
  }
  // However few there are: each begins with a line of the one before, and goes on.
  if (isEach && rolling >= fewestOfEach) return true;
  return rolling >= (areTimed ? 1 : fewest) && rolling > half * following;
}

/** Each line once: what stood there already when a cue began is not said again. */
export function unrolled(cues: readonly Cue[]): readonly Cue[] {
  const said: { start: number; end: number; lines: string[] }[] = [];
  let before: readonly string[] = [];
  let lastEnd = -Infinity;
  for (const { start, end, lines } of cues) {
    if (lines.length === 0) continue;
    if (start - lastEnd > together) before = [];
    const count = repeated(before, lines);
    const fresh = lines.slice(count);
    const last = said[said.length - 1];
    const shown = before[before.length - 1];
    if (
      count === 0 &&
      last !== undefined &&
      shown !== undefined &&
      fresh[0]?.startsWith(`${shown} `) === true
    ) {
      // The line itself has grown.
      last.lines[last.lines.length - 1] = fresh[0];
      fresh.shift();
    }
    if (fresh.length > 0) said.push({ start, end, lines: fresh });
    // What stood there already is shown until then.
    else if (last !== undefined) last.end = Math.max(last.end, end);
    before = lines;
    lastEnd = end;
  }
  return said;
}
