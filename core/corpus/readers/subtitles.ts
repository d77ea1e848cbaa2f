import { decodeHTMLStrict } from 'entities/decode';
import { cuesOf, type Cue } from './cues.ts';
import type { Contents } from './extracted.ts';
import { otherCues, otherFormatOf } from './other-subtitles.ts';
import type { MarkupReader } from './reader.ts';
import { gatherRegions } from './regions.ts';
import { doRoll, unrolled } from './rolling-captions.ts';
import { formatOf } from './signatures.ts';

/** Marks of both formats: tags, with classes, voices and times, and what is written in braces. */
const marks = /<(?:\/?[a-z][^<>]*|\d+:[\d:.,]*)>|\{\\[^{}]*\}|\{[a-z]:[^{}]*\}/gi;
const readings = /<rt(?:\.[^<>]*)?>[^<]*(?:<\/rt>)?/gi;
const voice = /<v(?:\.[^\s<>]*)?[ \t]+([^<>]+)>/i;

/** What a line says, without its marks: classes, voices, inner times, readings of ruby; breaks of SubStation Alpha, which stay in what was made of it. */
const readLine = (line: string): string =>
  decodeHTMLStrict(line.replaceAll(readings, '').replaceAll(marks, '')).replaceAll(/\\[Nh]/g, ' ');

/** Lines of captions that follow one another go on in one paragraph up to a pause. */
const pause = 2000;

/** SubRip, WebVTT and their kin: what is said, a cue a paragraph, without numbers, times and marks. */
export const subtitles: MarkupReader = {
  id: 'subtitles',
  accepts(file, head) {
    const beginning = Buffer.from(head).toString('latin1').replaceAll('\0', '');
    return (
      formatOf(file, head) === undefined &&
      (/\.(?:srt|vtt)$/i.test(file) ||
        otherFormatOf(file, beginning) !== undefined ||
        /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?WEBVTT(?:[ \t][^\n]*)?\r?\n/.test(beginning))
    );
  },
  read(source, _taking, file): Contents {
    const format = otherFormatOf(file, source.slice(0, 4096));
    const cues = format === undefined ? cuesOf(source, speakerAndLine) : otherCues(format, source);
    const areTimed = /<\d+:[\d:.]+>/.test(source);
    const rolls = doRoll(cues, areTimed);
    return cueContents(rolls ? unrolled(cues) : cues, rolls, rolls ? linesOf(cues) : 0);
  },
};

function speakerAndLine(line: string): { readonly text: string; readonly speaker?: string } {
  const name = voice.exec(line)?.[1]?.trim();
  return {
    text: readLine(line),
    ...(name === undefined || name === '' ? {} : { speaker: decodeHTMLStrict(name) }),
  };
}

const linesOf = (cues: readonly Cue[]) => cues.reduce((sum, { lines }) => sum + lines.length, 0);

/** @param before lines that there were before those that came again were left out */
function cueContents(cues: readonly Cue[], rolls: boolean, before: number): Contents {
  const regions = gatherRegions();
  const pieces: string[] = [];
  let length = 0;
  const write = (piece: string) => {
    pieces.push(piece);
    length += piece.length;
  };
  let lastEnd = -Infinity;
  for (const { start, end, lines, speaker } of cues) {
    if (lines.length === 0) continue;
    if (length > 0) write(rolls && start - lastEnd < pause ? '\n' : '\n\n');
    const from = length;
    write(lines.join('\n'));
    const time = { start, end };
    if (speaker === undefined) regions.add('segment', from, length, { time });
    else regions.add('turn', from, length, { time, attributes: { speaker } });
    lastEnd = end;
  }
  const text = pieces.join('');
  const all = regions.all(text.length);
  const again = rolls ? before - linesOf(cues) : 0;
  return {
    documents: [{ text, metadata: {}, ...(all === undefined ? {} : { regions: all }) }],
    ...(again > 0 ? { leftOut: [{ what: 'repeated', places: again }] } : {}),
  };
}
