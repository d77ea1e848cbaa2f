import type { Dictionary } from '../contract/cutting.ts';
import { createDecoder } from './decode.ts';
import { detectEncoding } from './encodings.ts';
import { wholeFile } from './readers/file-bytes.ts';

/**
 * A list of words, one a line, `#` for comments. Behind a word may stand a frequency and a part of speech, as jieba has them, which
 * are not used: words of a dictionary are always found. `那 | 黛玉` is what is to be cut.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG, E_ENCODING_UNKNOWN
 */
export const readDictionary = (path: string): Dictionary => parseDictionary(wholeText(path));

/**
 * A list as text, in the encoding that it has.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG, E_ENCODING_UNKNOWN
 */
export function wholeText(path: string): string {
  const bytes = wholeFile(path);
  const { encoding, bomLength } = detectEncoding(bytes);
  const decoder = createDecoder(encoding, bomLength);
  return decoder.write(bytes) + decoder.end();
}

const jieba = /^(\S+)\s+\d+(?:\s+[a-z]{1,4})?$/u;
/** The same where only this line tells so: _Apollo 11_ is a phrase. */
const surelyJieba = /^(\S+)\s+\d+\s+[a-z]{1,4}$|^(\S*\p{Script=Han}\S*)\s+\d+$/u;
/** A word of jieba’s may have spaces; elsewhere they part the words of a phrase, of which the last may be a number: _Apollo 11_. */
const jiebaWithSpaces = /^(.*\S)\s+\d+(?:\s+[a-z]{1,4})?$/u;
const tagged = /^(\p{Script=Han}+)\s+[a-z]{1,4}$/u;

export function parseDictionary(source: string): Dictionary {
  const words: string[] = [];
  const splits: string[][] = [];
  const entries = source
    .split(/\r\n|[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !isComment(line));
  const counted = entries.filter((entry) => jieba.test(entry)).length;
  const withCount = counted > 1 && 2 * counted > entries.length ? jiebaWithSpaces : surelyJieba;
  for (const entry of entries) {
    if (entry.includes('|')) splits.push(entry.split('|').map((part) => part.trim()));
    else words.push(withoutCount(withCount, entry) ?? tagged.exec(entry)?.[1] ?? entry);
  }
  return { words, splits: splits.filter((parts) => parts.filter((part) => part !== '').length > 1) };
}

const withoutCount = (pattern: RegExp, entry: string) => {
  const [, word, other] = pattern.exec(entry) ?? [];
  return word ?? other;
};

/** `#` before a letter is a tag of a text: #metoo. */
const isComment = (line: string) => /^#(?:$|[\s#!])/u.test(line);
