import { invisibleSigns } from './orthography.ts';
import { usualSpelling } from './usual-spelling.ts';
import { wrappedLetter } from './wrapped-lines.ts';

/** A stretch as a dictionary has its letters, and where each unit of it stands in the text. */
export interface Respelled {
  readonly text: string;
  /** Of each unit: the first unit that it stands for, and the one behind the last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** Line ends within a text without spaces, joiners and selectors of shapes, and what one letter is written with. */
const invisible = String.raw`[\u200c\u200d${invisibleSigns}]`;
const pieces = new RegExp(
  [
    `(?<=${wrappedLetter})[ \\t]*(?:\\r\\n|[\\r\\n])(?=${wrappedLetter})`,
    `${invisible}+`,
    '[\\u3041-\\u30ff\\uff66-\\uff9d][\\u3099\\u309a\\uff9e\\uff9f]',
    '[\\u1100-\\u1112][\\u1161-\\u1175][\\u11a8-\\u11c2]?',
    '[\\u0e48-\\u0e4b]?\\u0e4d[\\u0e48-\\u0e4b]?\\u0e32',
    '[\\u0ec8-\\u0ecb]?\\u0ecd[\\u0ec8-\\u0ecb]?\\u0eb2',
    '[\\u2e9f\\u2ef3\\u2f00-\\u2fd5\\uf900-\\ufaff\\uff66-\\uff9f\\u{2f800}-\\u{2fa1f}]',
  ].join('|'),
  'gu',
);
const any = new RegExp(pieces.source, 'u');
const isNothing = new RegExp(`^(?:\\s|${invisible})`, 'u');

/**
 * A stretch without its line ends and invisible signs, in its usual spelling.
 * @returns null where it is that already
 */
export function respelled(stretch: string): Respelled | null {
  if (!any.test(stretch)) return null;
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (written: string, from: number, to: number, isWhole: boolean) => {
    for (let at = 0; at < written.length; at += 1) {
      starts.push(isWhole ? from : from + at);
      ends.push(isWhole ? to : from + at + 1);
    }
    text += written;
  };
  let done = 0;
  for (const { index, 0: found } of stretch.matchAll(pieces)) {
    put(stretch.slice(done, index), done, index, false);
    done = index + found.length;
    if (!isNothing.test(found)) put(usualSpelling(found), index, done, true);
  }
  put(stretch.slice(done), done, stretch.length, false);
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}
