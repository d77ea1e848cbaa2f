import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { requireRegularFile } from '../../regular-file.ts';

export const pieceBytes = 1 << 18;

/** What is held in memory whole, packed or unpacked, has no more bytes: small files can unpack to any size. */
export const mostInMemory = 256 << 20;

/**
 * The bytes of a file, or of a stretch of it, in pieces of at most 256 KiB; the file is closed when the loop ends or is left.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE
 */
export function* fileBytes(path: string, from = 0, most = Infinity): Generator<Uint8Array> {
  const source = readable(path, () => {
    requireRegularFile(path);
    return openSync(path, 'r');
  });
  try {
    for (let at = from; at < from + most;) {
      const piece = Buffer.allocUnsafe(pieceBytes);
      const wanted = Math.min(pieceBytes, from + most - at);
      const length = readable(path, () => readSync(source, piece, 0, wanted, at));
      if (length === 0) return;
      yield piece.subarray(0, length);
      at += length;
    }
  } finally {
    closeSync(source);
  }
}

/**
 * All of a file, at most {@link mostInMemory}.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE, E_TOO_BIG
 */
export function wholeFile(path: string): Uint8Array {
  const { size } = readable(path, () => {
    requireRegularFile(path);
    return statSync(path);
  });
  if (size > mostInMemory)
    throw new AppError('E_TOO_BIG', { file: basename(path), needed: size, limit: mostInMemory });
  return readable(path, () => readFileSync(path));
}

/** Names the file in errors of the file system. */
export function readable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const file = basename(path);
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new AppError('E_FILE_MISSING', { file }, { cause: error });
    throw new AppError('E_FILE_UNREADABLE', { file, reason: code }, { cause: error });
  }
}
