import type { Dictionary } from '../contract/cutting.ts';
import { createDecoder } from './decode.ts';
import { detectEncoding } from './encodings.ts';
import { wholeFile } from './readers/file-bytes.ts';

/**
 * A list of words, one a line, `#` for comments. Behind a word may stand a frequency and a part of speech, as jieba has them, which
 * are not used: words of a dictionary are always found. `那 | 黛玉` is what is to be cut.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG, E_ENCODING_UNKNOWN
 */
export function readDictionary(path: string): Dictionary {
  const bytes = wholeFile(path);
  const { encoding, bomLength } = detectEncoding(bytes);
  const decoder = createDecoder(encoding, bomLength);
  return parseDictionary(decoder.write(bytes) + decoder.end());
}

const jieba = /^(\S+)\s+\d+(?:\s+[a-z]{1,4})?$/u;
const tagged = /^(\p{Script=Han}+)\s+[a-z]{1,4}$/u;

export function parseDictionary(source: string): Dictionary {
  const words: string[] = [];
  const splits: string[][] = [];
  for (const line of source.split(/\r\n|[\r\n]/u)) {
    const entry = line.trim();
    if (entry === '' || entry.startsWith('#')) continue;
    if (entry.includes('|')) splits.push(entry.split('|').map((part) => part.trim()));
    else words.push(jieba.exec(entry)?.[1] ?? tagged.exec(entry)?.[1] ?? entry);
  }
  return { words, splits: splits.filter((parts) => parts.filter((part) => part !== '').length > 1) };
}
