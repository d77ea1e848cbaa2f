import { AppError } from '../../contract/errors.ts';
import { gzippedText } from './gzipped-text.ts';
import { plainText } from './plain-text.ts';
import { formatOf } from './signatures.ts';

/** Reads one format. Formats are told by what a file holds, not by its name alone. */
export interface Reader {
  readonly id: string;
  /** Whether a file of this name (any path), beginning with these bytes, is of this format. */
  accepts(file: string, head: Uint8Array): boolean;
  /**
   * The bytes of the text, in pieces of at most 256 KiB. A piece is not written over by the next one.
   * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG, E_FORMAT_UNSUPPORTED
   */
  bytes(path: string): Iterable<Uint8Array>;
}

/** A new format is a new reader in this list; the first that accepts a file reads it. */
const readers: readonly Reader[] = [gzippedText, plainText];

/**
 * Who reads a file.
 * @param file name, as errors are to say it
 * @param head the first bytes, some thousand of them
 * @throws AppError E_FORMAT_UNSUPPORTED { file, format }
 */
export function readerFor(file: string, head: Uint8Array): Reader {
  const reader = readers.find((one) => one.accepts(file, head));
  if (reader !== undefined) return reader;
  const format = formatOf(file, head);
  throw new AppError('E_FORMAT_UNSUPPORTED', format === undefined ? { file } : { file, format });
}
