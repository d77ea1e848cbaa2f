import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, read, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { pageSize } from './connection.ts';

/**
 * The seal: sha256 of a whole project file in which the seal's own 32 bytes count as zeros. It stands in the one row of
 * `project`, behind this marker, and so in the second page. It tells damage from a file that is as it was saved, and
 * two versions of a file apart, in one pass over the bytes.
 */
const marker = Buffer.from('d3b1f17a5ea1c0de8f6e0a4477aa19c2', 'hex');
const sealBytes = 32;

/** What the column holds until a file is sealed. */
export const blankSeal = Buffer.concat([marker, Buffer.alloc(sealBytes)]);

export interface SealedHash {
  /** Feed the file from its first byte on, in pieces of any size of at least two pages (the last may be shorter). */
  update(piece: Buffer): void;
  /** Hash of all but the seal, the seal that the file holds and where; hex. `found` is empty where there is none. */
  finish(): { readonly computed: string; readonly found: string; readonly offset: number };
}

export function sealedHash(): SealedHash {
  const hash: Hash = createHash('sha256');
  let found = '';
  let offset = -1;
  let started = false;
  return {
    update(piece) {
      if (!started) {
        started = true;
        const at = piece.subarray(0, 2 * pageSize).indexOf(marker, pageSize);
        if (at >= 0 && at + marker.length + sealBytes <= piece.length) {
          offset = at + marker.length;
          found = piece.toString('hex', offset, offset + sealBytes);
          hash.update(piece.subarray(0, offset));
          hash.update(Buffer.alloc(sealBytes));
          hash.update(piece.subarray(offset + sealBytes));
          return;
        }
      }
      hash.update(piece);
    },
    finish: () => ({ computed: hash.digest('hex'), found, offset }),
  };
}

const pieceBytes = 1 << 20;
const readPiece = promisify(read);

/** Hash of a file that no connection of this process has open (reading it would drop SQLite's lock). */
export function hashFile(path: string): ReturnType<SealedHash['finish']> {
  const file = openSync(path, 'r');
  try {
    return hashDescriptor(file);
  } finally {
    closeSync(file);
  }
}

/** The same of an open file. */
export function hashDescriptor(file: number): ReturnType<SealedHash['finish']> {
  const hash = sealedHash();
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    const read = readSync(file, buffer, 0, pieceBytes, at);
    if (read === 0) return hash.finish();
    hash.update(buffer.subarray(0, read));
    at += read;
  }
}

/** The same while other work goes on; hex. Null when the signal stopped it. */
export async function hashBehind(file: number, signal: AbortSignal): Promise<string | null> {
  const hash = sealedHash();
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; ;) {
    const { bytesRead } = await readPiece(file, buffer, 0, pieceBytes, at);
    if (signal.aborted) return null;
    if (bytesRead === 0) return hash.finish().computed;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

/** The seal that an open file holds, hex; empty where there is none. */
export function sealIn(file: number): string {
  const head = sealedHash();
  const buffer = Buffer.alloc(2 * pageSize);
  head.update(buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0)));
  return head.finish().found;
}

/** Writes the seal into a finished file, puts the file on the disk and returns the seal. */
export function sealFile(path: string): string {
  const { computed, offset } = hashFile(path);
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.from(computed, 'hex'), 0, sealBytes, offset);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return computed;
}
