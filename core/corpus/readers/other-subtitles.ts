import type { Cue } from './cues.ts';

/** Formats of subtitles that are told by the name of a file and by how it begins. */
const formats = {
  sbv: /^\s*\d+:\d{2}:\d{2}\.\d{1,3},\d/,
  ass: /^\s*\[Script Info\]/i,
  ssa: /^\s*\[Script Info\]/i,
  lrc: /^\s*\[[a-z\d]+:/i,
  sub: /^\s*\{\d+\}\{\d*\}/,
};
type Format = keyof typeof formats;

/** @param beginning of the file, as text or as Latin-1 */
export function otherFormatOf(file: string, beginning: string): Format | undefined {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (!Object.hasOwn(formats, ending)) return undefined;
  const format = ending as Format;
  return formats[format].test(beginning.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '')) ? format : undefined;
}

/** The cues of SubViewer as YouTube has it, SubStation Alpha, lyrics and MicroDVD. */
export function otherCues(format: Format, source: string): readonly Cue[] {
  const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  switch (format) {
    case 'sbv':
      return subViewer(lines);
    case 'ass':
    case 'ssa':
      return subStation(lines);
    case 'lrc':
      return lyrics(lines);
    case 'sub':
      return microDvd(lines);
  }
}

function milliseconds(clock: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = clock.split(':').map(Number).reverse();
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

const cue = (start: number, end: number, lines: readonly string[]): Cue => ({
  start,
  end,
  lines: lines.map((line) => line.trim()).filter((line) => line !== ''),
});

/** `0:00:01.000,0:00:03.000`, then lines up to an empty one. */
function subViewer(lines: readonly string[]): readonly Cue[] {
  const found: { start: number; end: number; lines: string[] }[] = [];
  for (const line of lines) {
    const [, start, end] = /^(\d+:\d{2}:\d{2}\.\d{1,3}),(\d+:\d{2}:\d{2}\.\d{1,3})\s*$/.exec(line) ?? [];
    if (start !== undefined && end !== undefined)
      found.push({ start: milliseconds(start), end: milliseconds(end), lines: [] });
    else found[found.length - 1]?.lines.push(line.replaceAll('[br]', ' '));
  }
  return found.map((one) => cue(one.start, one.end, one.lines));
}

/** A line `Dialogue:` with as many fields as `Format:` names, the last of which is the text. */
function subStation(lines: readonly string[]): readonly Cue[] {
  let fields: readonly string[] = [];
  return lines.flatMap((line) => {
    const [, kind, rest = ''] = /^(Format|Dialogue):\s*(.*)$/.exec(line) ?? [];
    if (kind === 'Format') fields = rest.split(',').map((name) => name.trim().toLowerCase());
    if (kind !== 'Dialogue' || fields.length === 0) return [];
    const cells = rest.split(',');
    const of = (name: string) => cells[fields.indexOf(name)]?.trim() ?? '';
    const text = cells.slice(fields.length - 1).join(',');
    const said = spoken(text)
      .replaceAll('\\h', ' ')
      .split(/\\[Nn]/);
    if (said.every((one) => one.trim() === '')) return [];
    return [cue(milliseconds(of('start')), milliseconds(of('end')), said)];
  });
}

/** Without codes in braces, and without drawings, which are written as text from `\p1` to `\p0`. */
function spoken(text: string): string {
  let isDrawing = false;
  let said = '';
  for (const [at, part] of text.split(/(\{[^{}]*\})/).entries()) {
    if (at % 2 === 0) said += isDrawing ? '' : part;
    else for (const [, scale] of part.matchAll(/\\p(\d+)/g)) isDrawing = Number(scale) > 0;
  }
  return said;
}

/** `[01:02.50]words`, with times of single words between them in some. */
function lyrics(lines: readonly string[]): readonly Cue[] {
  const sung = lines.flatMap((line) => {
    const [, stamps, text = ''] = /^((?:\[\d+:\d{2}(?:[.:]\d{1,3})?\]\s*)+)(.*)$/.exec(line) ?? [];
    if (stamps === undefined) return [];
    const words = text.replaceAll(/<\d+:\d{2}(?:[.:]\d{1,3})?>/g, '');
    // A line that is sung again has several times.
    return [...stamps.matchAll(/\[(\d+:\d{2}(?:\.\d{1,3})?)/g)].map(([, time]) => ({
      start: milliseconds(time!),
      words,
    }));
  });
  sung.sort((a, b) => a.start - b.start);
  return sung.map(({ start, words }, at) => cue(start, sung[at + 1]?.start ?? start, [words]));
}

/** `{25}{75}words|more`, in frames. */
function microDvd(lines: readonly string[]): readonly Cue[] {
  let rate = 25;
  return lines.flatMap((line, at) => {
    const [, from, to, text = ''] = /^\{(\d+)\}\{(\d*)\}(.*)$/.exec(line) ?? [];
    if (from === undefined) return [];
    if (at === 0 && /^\d+(?:\.\d+)?$/.test(text.trim())) {
      rate = Number(text) || rate;
      return [];
    }
    const time = (frames: string) => Math.round((Number(frames) / rate) * 1000);
    return [
      cue(
        time(from),
        time(to === '' || to === undefined ? from : to),
        text.replaceAll(/\{[^{}]*\}/g, '').split('|'),
      ),
    ];
  });
}
