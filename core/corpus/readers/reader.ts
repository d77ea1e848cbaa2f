import type { Taking } from '../../contract/import.ts';
import type { Contents } from './extracted.ts';

interface Format {
  readonly id: string;
  /** Whether a file of this name (any path), beginning with these bytes, is of this format. */
  accepts(file: string, head: Uint8Array): boolean;
}

/** Files whose bytes are their text, in whatever encoding. */
export type TextReader = Format;

/** Files of text in whatever encoding, from which the text proper has to be taken. */
export interface MarkupReader extends Format {
  /** The name of the encoding that the file itself gives, where it gives one. */
  declared?(head: Uint8Array): string | undefined;
  /** @param file its name: some formats are told apart by it */
  read(source: string, taking: Taking, file: string): Contents;
}

/** Files that say themselves how their text is written. */
export interface DocumentReader extends Format {
  /**
   * @param bytes at most {@link mostInMemory}
   * @param kernels folder of the engines, which PDF needs
   * @throws AppError E_FILE_UNREADABLE, E_TOO_BIG, E_FORMAT_UNSUPPORTED
   */
  extract(bytes: Uint8Array, file: string, taking: Taking, kernels?: string): Contents | Promise<Contents>;
}

/** Reads one format. Formats are told by what a file holds, not by its name alone. */
export type Reader = TextReader | MarkupReader | DocumentReader;
