import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { AppError } from '../../contract/errors.ts';
import { mostInMemory, pieceBytes, wholeFile } from './file-bytes.ts';
import type { TextReader } from './registry.ts';
import { formatOf } from './signatures.ts';

const headBytes = 4096;

/** Plain texts packed with gzip. */
export const gzippedText: TextReader = {
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
  const packed = wholeFile(path);
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
