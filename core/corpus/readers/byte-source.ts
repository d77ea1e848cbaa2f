import { closeSync, openSync, readSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../contract/errors.ts';
import { requireRegularFile } from '../../regular-file.ts';
import type { TextFile } from '../text-file.ts';
import { fileBytes, mostInMemory, pieceBytes, readable, wholeFile } from './file-bytes.ts';
import { formatOf } from './signatures.ts';
import { openArchive } from './zip-archive.ts';

/** The bytes of one text, wherever they lie: in a file or in a ZIP archive, as they are or packed with gzip. */
export interface ByteSource {
  /** Without the ending of what it was packed with: formats are told by names too. */
  readonly name: string;
  /** The first bytes, some thousand of them. */
  readonly head: Uint8Array;
  /** @throws AppError E_TOO_BIG above {@link mostInMemory}, E_FILE_UNREADABLE */
  whole(): Uint8Array;
  /** In pieces of at most 256 KiB; a piece is not written over by the next one. */
  readonly pieces: () => Iterable<Uint8Array>;
}

const headBytes = 4096;

/** @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG */
export function openSource({ file, path, entry }: Omit<TextFile, 'bytes'>): ByteSource {
  const source =
    entry === undefined ? fileSource(file, path) : memorySource(file, openArchive(path).bytes(entry));
  if (formatOf(source.name, source.head) !== 'GZIP') return source;
  const text = memorySource(file.replace(/\.gz$/i, ''), unpacked(file, source.whole()));
  const format = formatOf(text.name, text.head);
  if (format === 'GZIP') throw new AppError('E_FORMAT_UNSUPPORTED', { file, format: 'GZIP (GZIP)' });
  return text;
}

function fileSource(name: string, path: string): ByteSource {
  const head = readable(path, () => {
    requireRegularFile(path);
    const source = openSync(path, 'r');
    try {
      const buffer = Buffer.alloc(headBytes);
      return buffer.subarray(0, readSync(source, buffer, 0, headBytes, 0));
    } finally {
      closeSync(source);
    }
  });
  return { name, head, whole: () => wholeFile(path), pieces: () => fileBytes(path) };
}

const memorySource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  head: bytes.subarray(0, headBytes),
  whole: () => bytes,
  pieces: () => inPieces(bytes),
});

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function unpacked(file: string, packed: Uint8Array): Uint8Array {
  try {
    return gunzipSync(packed, { maxOutputLength: mostInMemory });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError(
        'E_TOO_BIG',
        { file, needed: promisedSize(packed), limit: mostInMemory },
        { cause: error },
      );
    throw new AppError('E_FILE_UNREADABLE', { file, reason: 'gzip' }, { cause: error });
  }
}

/** What the last four bytes say (RFC 1952), which is the size modulo 2³²; at least more than may be. */
function promisedSize(packed: Uint8Array): number {
  const said = packed.length < 18 ? 0 : Buffer.from(packed.slice(-4)).readUInt32LE();
  return Math.max(mostInMemory + 1, said);
}
