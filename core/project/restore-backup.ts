import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import type { Environment } from '../environment.ts';
import { listBackups } from './backups.ts';
import { renameWithPatience } from './durable-file.ts';
import { copyAndHash, syncFolder } from './file-copy.ts';
import { resolveTarget } from './target-path.ts';

/**
 * Puts a backup of a file at another place. The file itself is not touched.
 * @param saves which backup: how often the project had been saved
 * @throws AppError E_FILE_MISSING when there is no such backup, E_DAMAGED when its bytes are not those that were sealed,
 * E_NO_SPACE, E_IO
 */
export function restoreBackup(
  environment: Pick<Environment, 'dataFolder'>,
  { file, saves, to }: { readonly file: string; readonly saves: number; readonly to: string },
): void {
  const name = basename(file);
  const backup = listBackups(environment, resolveTarget(file)).find((one) => one.saves === saves);
  if (backup === undefined) throw new AppError('E_FILE_MISSING', { file: name });
  const target = resolveTarget(to);
  // A name that no file of the person has.
  const unfinished = join(dirname(target), `.firth-${randomUUID()}.tmp`);
  const source = openSync(backup.path, 'r');
  try {
    const { computed, found } = copyAndHash(source, unfinished, {
      bytes: backup.bytes,
      file: basename(target),
      mode: 0o644,
    });
    if (computed !== found) throw new AppError('E_DAMAGED', { file: name });
    const copy = openSync(unfinished, 'r+');
    fsyncSync(copy);
    closeSync(copy);
    renameWithPatience(unfinished, target);
    syncFolder(dirname(target));
  } finally {
    closeSync(source);
    rmSync(unfinished, { force: true });
  }
}
