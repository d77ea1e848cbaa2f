import { basename } from 'node:path';
import { decodedWhole } from '../corpus/decoded-whole.ts';
import { wholeFile } from '../corpus/readers/file-bytes.ts';
import { namingCauses } from '../project/sqlite-errors.ts';
import { requireRegularFile } from '../regular-file.ts';

/** @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE */
export function bytesOfGivenFile(path: string): Uint8Array {
  return namingCauses(
    basename(path),
    () => {
      requireRegularFile(path);
      return wholeFile(path);
    },
    'reading',
  );
}

/**
 * A small text file that a call was given, in the encoding that its bytes tell.
 * @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE
 */
export function readGivenFile(path: string): { readonly text: string; readonly name: string } {
  const bytes = bytesOfGivenFile(path);
  return { text: bytes.length === 0 ? '' : decodedWhole(bytes), name: basename(path) };
}
