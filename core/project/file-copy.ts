import { closeSync, fsyncSync, openSync, readSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { sealedHash } from './seal.ts';

const pieceBytes = 4 << 20;

/**
 * @throws AppError E_NO_SPACE with what is needed and what is free, in bytes
 */
export function requireSpace(folder: string, needed: number, file: string): void {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  if (free < needed) throw new AppError('E_NO_SPACE', { file, needed, free });
}

/**
 * Copies an open file, hashing on the way. The copy is private to the user (0600) unless a mode is given.
 * @returns the seal that the file holds and the one that its bytes give; hex
 */
export function copyAndHash(
  source: number,
  target: string,
  { bytes, file, mode = 0o600 }: { bytes: number; file: string; mode?: number },
): { readonly computed: string; readonly found: string } {
  requireSpace(dirname(target), bytes, file);
  const hash = sealedHash();
  const out = openSync(target, 'wx', mode);
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes);
    for (let at = 0; at < bytes;) {
      const read = readSync(source, buffer, 0, Math.min(pieceBytes, bytes - at), at);
      if (read === 0) throw new AppError('E_CHANGED', { file });
      const piece = buffer.subarray(0, read);
      hash.update(piece);
      for (let written = 0; written < read;) written += writeSync(out, piece, written, read - written);
      at += read;
    }
  } finally {
    closeSync(out);
  }
  return hash.finish();
}

/** Puts the names in a folder on the disk, so that a rename outlives a power cut. */
export function syncFolder(folder: string): void {
  // Windows neither needs nor allows it.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
