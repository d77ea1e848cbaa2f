import { basename } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { decodedAs } from '../corpus/decoded-whole.ts';
import { detectEncoding } from '../corpus/encodings.ts';
import { bytesOfGivenFile } from './read-given-file.ts';

/** Encodings of one byte a letter; short files do not tell them apart. */
const alike = [
  'windows-1252',
  'windows-1254',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1257',
  'windows-1255',
  'windows-1256',
  'windows-1258',
  'iso-8859-2',
  'iso-8859-5',
  'iso-8859-7',
  'koi8-r',
  'macintosh',
];
/** What so few bytes may be taken for by chance is anything but Unicode. */
const isSure = (encoding: string) => encoding.startsWith('utf-');

/**
 * A test set from a file. Where the bytes leave it open which letters are meant, as in Turkish beside western European, the reading wins of
 * which the model knows most words.
 * @param encoding a label; told from the bytes without it
 * @param known how much of what was read the model knows
 * @throws AppError E_EVALUATION_INVALID with the line, E_FILE_MISSING, E_FILE_UNREADABLE, E_ENCODING_UNKNOWN
 */
export function readTestSet<T>(
  path: string,
  encoding: string | undefined,
  read: (text: string, file: string) => T,
  known: (read: T) => number,
): T {
  const name = basename(path);
  const bytes = bytesOfGivenFile(path);
  if (encoding !== undefined) return read(decodedAs(bytes, encoding), name);
  if (bytes.length === 0) return read('', name);
  const told = detectEncoding(bytes);
  const first = read(decodedAs(bytes, told.encoding, told.bomLength), name);
  if (isSure(told.encoding) || bytes.every((byte) => byte < 0x80)) return first;
  return alike
    .filter((one) => one !== told.encoding)
    .reduce(
      (best, one) => {
        const other = readOrNothing(() => read(decodedAs(bytes, one), name));
        const score = other === undefined ? -1 : known(other);
        return score > best.score && other !== undefined ? { score, value: other } : best;
      },
      { score: known(first), value: first },
    ).value;
}

/** Other letters may make other fields. */
function readOrNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
