import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../contract/errors.ts';

function linkOf(path: string): string | null {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null;
  }
}

/**
 * The one name of a file, links resolved, also where the file itself is not there yet: two ways to the same file give
 * the same name.
 * @throws AppError E_FILE_MISSING when its folder is missing or links run in a circle
 */
export function resolveTarget(path: string): string {
  let current = resolve(path);
  for (let hops = 0; hops < 40; hops++) {
    try {
      return realpathSync.native(current);
    } catch (thrown) {
      const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      if (!missing) break;
    }
    const link = linkOf(current);
    if (link === null) {
      try {
        return join(realpathSync.native(dirname(current)), basename(current));
      } catch {
        break;
      }
    }
    current = resolve(dirname(current), link);
  }
  throw new AppError('E_FILE_MISSING', { file: basename(path) });
}
