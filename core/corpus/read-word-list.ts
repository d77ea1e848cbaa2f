import { AppError } from '../contract/errors.ts';
import { createDecoder } from './decode.ts';
import { detectEncoding } from './encodings.ts';
import { wholeFile } from './readers/file-bytes.ts';

/**
 * A word list with frequencies, as concordancers write it: on each line a word and a whole number, parted by a tab, a comma, a semicolon or
 * spaces, the number first or last; other columns, a rank before them, and lines without a number are passed over.
 * @returns occurrences by word, as it is written
 * @throws AppError E_TABLE_INVALID when no line has both; E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG, E_ENCODING_UNKNOWN
 */
export function readWordList(path: string, file: string): ReadonlyMap<string, number> {
  const bytes = wholeFile(path);
  const { encoding, bomLength } = detectEncoding(bytes);
  const decoder = createDecoder(encoding, bomLength);
  const words = parseWordList(decoder.write(bytes) + decoder.end());
  if (words.size === 0)
    throw new AppError('E_TABLE_INVALID', { file, line: 1, reason: 'no word with its frequency' });
  return words;
}

const isNumber = (cell: string) => /^\d+$/u.test(cell);

export function parseWordList(source: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const line of source.split(/\r\n|[\r\n]/u)) {
    const delimiter = [/\t/u, /;/u, /,/u].find((one) => one.test(line)) ?? /\s+/u;
    const cells = line
      .trim()
      .split(delimiter)
      .map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    const at = cells.findIndex((cell) => cell !== '' && !isNumber(cell));
    const word = cells[at];
    // Of rank, frequency and word the frequency stands next to the word; behind it there is only one number that counts.
    const count = [cells[at + 1], cells[at - 1]].find((cell) => cell !== undefined && isNumber(cell));
    if (word === undefined || count === undefined) continue;
    words.set(word, (words.get(word) ?? 0) + Number(count));
  }
  return words;
}
