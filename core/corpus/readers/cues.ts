/** What is shown together, for a time. */
export interface Cue {
  /** In milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Without marks; none is empty. */
  readonly lines: readonly string[];
  readonly speaker?: string;
}

/** What a line says. */
export interface CueLine {
  readonly text: string;
  readonly speaker?: string;
}

const clock = '(?:(\\d+):)?(\\d{1,2}):(\\d{2})(?:[.,](\\d{1,3}))?';
/** Some programs leave the fractions of seconds out, or the spaces. */
const times = new RegExp(`^\\s*${clock}\\s*-->\\s*${clock}(?:\\s.*)?$`);

function timesOf(line: string): { readonly start: number; readonly end: number } | null {
  const found = times.exec(line);
  if (found === null) return null;
  const [start, end] = [found.slice(1, 5), found.slice(5, 9)].map(
    ([hours = 0, minutes = 0, seconds = 0, part = '']) => {
      const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
      return whole * 1000 + Number(part.padEnd(3, '0'));
    },
  );
  return { start: start!, end: end! };
}

/**
 * The cues of SubRip and WebVTT. A cue begins with its times, and its number or name before them; an empty line ends it unless what follows
 * has no times of its own.
 * @param readLine what a line says without its marks
 */
export function cuesOf(source: string, readLine: (line: string) => CueLine): readonly Cue[] {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const isVtt = /^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '');
  const cues: { start: number; end: number; lines: string[]; speaker?: string }[] = [];
  /** Of the cue before, so that a number before times is told from words. */
  let number = 0;
  /** Within a block of a header, a comment or a style. */
  let isAside = isVtt;
  let wasEmpty = true;
  for (const [at, line] of lines.entries()) {
    const time = timesOf(line);
    const cue = cues[cues.length - 1];
    if (time !== null) {
      isAside = false;
      cues.push({ ...time, lines: [] });
    } else if (line.trim() === '' && (line === '' || !isVtt)) {
      isAside = false;
      wasEmpty = true;
      continue;
    } else if (
      isAside ||
      (isVtt && wasEmpty && /^(?:NOTE(?:[ \t]|$)|STYLE[ \t]*$|REGION[ \t]*$)/.test(line))
    ) {
      isAside = true;
    } else if (timesOf(lines[at + 1] ?? '') !== null && (wasEmpty || Number(line) === number + 1)) {
      // Its number or name.
      number = Number(line) || number;
    } else if (cue !== undefined) {
      const { text, speaker } = readLine(line);
      if (speaker !== undefined) cue.speaker ??= speaker;
      if (text.trim() !== '') cue.lines.push(text.trim());
    }
    wasEmpty = false;
  }
  return cues;
}
