import { basename } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { mostInMemory, wholeFile } from './file-bytes.ts';
import { formatOf } from './signatures.ts';
import { readZipDirectory, readZipEntry, ZipError } from './zip-directory.ts';

/** A ZIP file by its list of contents; an entry is unpacked when it is asked for. */
export interface ZipArchive {
  /** Unpacked sizes by name, as the list of contents promises them. */
  readonly sizes: ReadonlyMap<string, number>;
  /** An entry as UTF-8 or UTF-16 text; undefined when there is none of that name. */
  text(name: string): string | undefined;
  /** @throws AppError E_FILE_MISSING */
  bytes(name: string): Uint8Array;
}

/** What packed documents of a format are called, templates too. */
const endings = {
  DOCX: /\.do(?:cx|cm|tx|tm)$/i,
  ODT: /\.(?:od[tmp]|ot[tp]|sx[wi])$/i,
  ODS: /\.(?:ods|ots|sxc)$/i,
  EPUB: /\.epub$/i,
  XLSX: /\.xl(?:sx|sm|tx|tm)$/i,
};

/** Tells packed documents of one format: by their first entries, or by name where those do not tell. */
export const isPacked =
  (format: keyof typeof endings) =>
  (file: string, head: Uint8Array): boolean => {
    const found = formatOf(file, head);
    return found === format || (found === 'ZIP' && endings[format].test(file));
  };

/**
 * @throws AppError E_FILE_UNREADABLE (no ZIP, or damaged); reading an entry also E_TOO_BIG, before anything is unpacked
 */
export function openZip(bytes: Uint8Array, file: string): ZipArchive {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ZipError || error instanceof RangeError)) throw error;
      const reason = error.message === 'password' ? 'password' : 'zip';
      throw new AppError('E_FILE_UNREADABLE', { file, reason }, { cause: error });
    }
  };
  // Of two with one name the later counts.
  const entries = new Map(guarded(() => readZipDirectory(bytes)).map((entry) => [entry.name, entry]));
  const within = (size: number) => {
    if (size > mostInMemory) throw new AppError('E_TOO_BIG', { file, needed: size, limit: mostInMemory });
  };
  let unpacked = 0;
  return {
    sizes: new Map([...entries].map(([name, { size }]) => [name, size])),
    text(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      unpacked += entry.size;
      within(unpacked);
      return decoded(guarded(() => readZipEntry(bytes, entry)));
    },
    bytes(name) {
      const entry = entries.get(name);
      if (entry === undefined) throw new AppError('E_FILE_MISSING', { file: `${file}/${name}` });
      within(entry.size);
      return guarded(() => readZipEntry(bytes, entry));
    },
  };
}

let last: { readonly path: string; readonly archive: ZipArchive } | null = null;

/** The archive at a path; the last one stays open, for its entries are read one after the other. */
export function openArchive(path: string): ZipArchive {
  if (last?.path !== path) last = { path, archive: openZip(wholeFile(path), basename(path)) };
  return last.archive;
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
