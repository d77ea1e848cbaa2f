import type { GrowingFile } from './growing-file.ts';

const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

/** Goes on behind a day: cues that are out of order would be sorted. */
const hours = (seconds: number) => `${Math.floor(seconds / 3600)}${clock(seconds).slice(2)}`;

export const subtitleFiles: readonly GrowingFile[] = [
  {
    name: 'a.srt',
    head: '',
    piece: (at) => `${at}\n${clock(at)},000 --> ${clock(at)},900\n<i>goats ${at}</i> {\\an8}slept\n1984\n`,
    foot: '',
  },
  {
    name: 'a.vtt',
    head: 'WEBVTT\n\n',
    piece: (at) => `00:00:01.000 --> 00:00:02.000\nline ${at}\nline<00:00:01.500><c> ${at + 1}</c>\n\n`,
    foot: '',
  },
  {
    name: 'a.sbv',
    head: '',
    piece: (at) => `${hours(at)}.000,${hours(at)}.900\ngoats ${at}[br]slept\n\n`,
    foot: '',
  },
  {
    name: 'a.ass',
    head: '[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n',
    piece: (at) =>
      `Dialogue: 0,${clock(at).slice(1)}.00,${clock(at).slice(1)}.90,D,Ann,0,0,0,,{\\i1}goats{\\i0}\\N${at}, slept\n`,
    foot: '',
  },
  {
    name: 'a.lrc',
    head: '[ti:Goats]\n',
    piece: (at) => `[${clock(at).slice(3)}.00]goats <${clock(at).slice(3)}.50>${at}\n`,
    foot: '',
  },
  {
    name: 'a.sub',
    head: '',
    piece: (at) => `{${at * 25}}{${at * 25 + 20}}{y:i}goats ${at}|slept\n`,
    foot: '',
  },
];
