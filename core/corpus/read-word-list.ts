import { AppError } from '../contract/errors.ts';
import { stopWordsIn } from '../contract/stop-words.ts';
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
  const words = parseWordList(sourceOf(path));
  if (words.size === 0)
    throw new AppError('E_TABLE_INVALID', { file, line: 1, reason: 'no word with its frequency' });
  return words;
}

/**
 * The same where frequencies are not needed: a list of which every line has one has its frequencies, any other is read as lists of stop
 * words are, a word a line.
 * @throws AppError E_TABLE_INVALID when there is no word
 */
export function readListOfWords(
  path: string,
  file: string,
): { readonly words: readonly string[]; readonly counts: readonly number[] | null } {
  const source = sourceOf(path);
  const counted = parseWordList(source);
  const lines = source.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '').length;
  // The first line may be a head.
  if (counted.size > 0 && countedLines(source) >= lines - 1)
    return { words: [...counted.keys()], counts: [...counted.values()] };
  const words = stopWordsIn(source);
  if (words.length === 0) throw new AppError('E_TABLE_INVALID', { file, line: 1, reason: 'no word' });
  return { words, counts: null };
}

const countedLines = (source: string) =>
  source.split(/\r\n|[\r\n]/u).filter((line) => parseWordList(line).size > 0).length;

function sourceOf(path: string): string {
  const bytes = wholeFile(path);
  const { encoding, bomLength } = detectEncoding(bytes);
  const decoder = createDecoder(encoding, bomLength);
  return decoder.write(bytes) + decoder.end();
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
