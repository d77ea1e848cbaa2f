import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { namingCauses } from '../project/sqlite-errors.ts';
import { requireRegularFile } from '../regular-file.ts';

/** A small text file that a call was given, in UTF-8. @throws AppError E_FILE_MISSING, E_FILE_UNREADABLE */
export function readGivenFile(path: string): { readonly text: string; readonly name: string } {
  const name = basename(path);
  return {
    text: namingCauses(
      name,
      () => {
        requireRegularFile(path);
        return readFileSync(path, 'utf8');
      },
      'reading',
    ),
    name,
  };
}
