import { oneText } from './extracted.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** Some programs leave the fractions of seconds out, or the spaces. */
const times =
  /^\s*(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?:\s.*)?$/;
const marks = /<\/?[a-z][^<>]*>|\{\\[^{}]*\}/gi;

/** SubRip and WebVTT: what is said, a cue a paragraph, without numbers, times and marks. */
export const subtitles: MarkupReader = {
  id: 'subtitles',
  accepts: (file, head) => /\.(?:srt|vtt)$/i.test(file) && formatOf(file, head) === undefined,
  read(source) {
    const cues: string[] = [];
    let cue: string[] | null = null;
    const lines = source.split(/\r\n?|\n/);
    for (const line of lines) {
      if (times.test(line)) {
        cue = [];
        continue;
      }
      if (line.trim() !== '') {
        cue?.push(line.replaceAll(marks, '').trim());
        continue;
      }
      if (cue !== null) cues.push(cue.filter((part) => part !== '').join('\n'));
      cue = null;
    }
    if (cue !== null) cues.push(cue.filter((part) => part !== '').join('\n'));
    return oneText(unescaped(cues.filter((text) => text !== '').join('\n\n')));
  },
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
};

const unescaped = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name]!);
