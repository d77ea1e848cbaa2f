import { unzipSync } from 'fflate';
import { AppError } from '../../contract/errors.ts';
import { mostInMemory } from './file-bytes.ts';
import { formatOf } from './signatures.ts';

/** A ZIP file by its list of contents; an entry is unpacked when it is asked for. */
export interface ZipArchive {
  /** An entry as UTF-8 or UTF-16 text; undefined when there is none of that name. */
  text(name: string): string | undefined;
}

/** Tells packed documents of one format: by their first entries, or by name where those do not tell. */
export const isPacked =
  (format: 'DOCX' | 'ODT' | 'EPUB') =>
  (file: string, head: Uint8Array): boolean => {
    const found = formatOf(file, head);
    return found === format || (found === 'ZIP' && file.toLowerCase().endsWith(`.${format.toLowerCase()}`));
  };

/**
 * @throws AppError E_FILE_UNREADABLE (no ZIP, or damaged); reading an entry also E_TOO_BIG, before anything is unpacked
 */
export function openZip(bytes: Uint8Array, file: string): ZipArchive {
  const sizes = new Map<string, number>();
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw new AppError('E_FILE_UNREADABLE', { file, reason: 'zip' }, { cause: error });
    }
  };
  guarded(() =>
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sizes.set(name, originalSize);
        return false;
      },
    }),
  );
  let unpacked = 0;
  return {
    text(name) {
      const size = sizes.get(name);
      if (size === undefined) return undefined;
      unpacked += size;
      if (unpacked > mostInMemory)
        throw new AppError('E_TOO_BIG', { file, needed: unpacked, limit: mostInMemory });
      // Room is made for the promised size, and no more than that is ever filled.
      const found = guarded(() => unzipSync(bytes, { filter: (entry) => entry.name === name }))[name]!;
      return decoded(found);
    },
  };
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
