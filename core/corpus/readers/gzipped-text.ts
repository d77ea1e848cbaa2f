import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../contract/errors.ts';
import { pieceBytes, readable } from './file-bytes.ts';
import type { Reader } from './registry.ts';
import { formatOf } from './signatures.ts';

/** A text of more bytes is to be unpacked first: it is held in memory, and small files can unpack to any size. */
export const mostUnpacked = 256 << 20;

const headBytes = 4096;

/** Plain texts packed with gzip. */
export const gzippedText: Reader = {
  id: 'gzipped-text',
  accepts: (file, head) => formatOf(file, head) === 'GZIP',
  *bytes(path) {
    const text = unpacked(path);
    const file = basename(path);
    const format = formatOf(file.replace(/\.gz$/i, ''), text.subarray(0, headBytes));
    if (format !== undefined)
      throw new AppError('E_FORMAT_UNSUPPORTED', { file, format: `GZIP (${format})` });
    for (let at = 0; at < text.length; at += pieceBytes) yield text.subarray(at, at + pieceBytes);
  },
};

function unpacked(path: string): Uint8Array {
  const file = basename(path);
  const { size } = readable(path, () => statSync(path));
  if (size > mostUnpacked) throw new AppError('E_TOO_BIG', { file, needed: size, limit: mostUnpacked });
  const packed = readable(path, () => readFileSync(path));
  try {
    return gunzipSync(packed, { maxOutputLength: mostUnpacked });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new AppError(
        'E_TOO_BIG',
        { file, needed: promisedSize(packed), limit: mostUnpacked },
        { cause: error },
      );
    throw new AppError('E_FILE_UNREADABLE', { file, reason: 'gzip' }, { cause: error });
  }
}

/** What the last four bytes say (RFC 1952), which is the size modulo 2³²; at least more than may be. */
function promisedSize(packed: Buffer): number {
  return Math.max(mostUnpacked + 1, packed.length < 18 ? 0 : packed.readUInt32LE(packed.length - 4));
}
