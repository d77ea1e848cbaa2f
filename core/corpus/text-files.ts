import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { SkippedFile } from '../contract/import.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import { openSource } from './readers/byte-source.ts';
import { formatOf } from './readers/signatures.ts';
import { openArchive } from './readers/zip-archive.ts';
import type { TextFile } from './text-file.ts';

/** Files that are no texts by their names: hidden ones and what systems leave behind. */
const unwanted = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$|__MACOSX$)/iu;

/**
 * The files of folders (all levels, in code-point order of their names) and single files, in the order given. Hidden files are
 * left out; a folder that contains itself through a link is entered once; a ZIP archive counts as a folder. What cannot be found or looked into, a link
 * to nowhere as well, is reported, and costs nothing but itself. Nothing is opened that is no file or folder.
 */
export function listTextFiles(paths: readonly string[]): {
  readonly files: readonly TextFile[];
  readonly skipped: readonly SkippedFile[];
} {
  const files: TextFile[] = [];
  const skipped: SkippedFile[] = [];
  const names = new Set<string>();
  const seenFolders = new Set<string>();

  const skip = (file: string, error: unknown) => {
    const reason = (error as NodeJS.ErrnoException).code ?? '';
    skipped.push(
      reason === 'ENOENT'
        ? { file, code: 'E_FILE_MISSING', details: { file } }
        : { file, code: 'E_FILE_UNREADABLE', details: { file, reason } },
    );
  };

  /** Where the chosen folder really lies: what a link out of it leads to is told. */
  let home = '';
  const leavesHome = (real: string) => /^\.\.|^[A-Za-z]:/u.test(relative(home, real));

  function visit(path: string, file: string, chosen: boolean, isInside = true): void {
    try {
      const isLink = !chosen && lstatSync(path).isSymbolicLink();
      if (isLink && statSync(path, { throwIfNoEntry: false }) === undefined) {
        skip(file, { code: 'a link to nowhere' });
        return;
      }
      const stats = statSync(path);
      const isOutside = isLink ? leavesHome(realpathSync(path)) : !isInside;
      if (chosen && stats.isDirectory()) home = realpathSync(path);
      if (stats.isDirectory()) visitFolder(path, chosen ? '' : `${file}/`);
      else if (stats.isFile() && isArchive(path)) visitArchive(path, file);
      else if (stats.isFile())
        files.push({
          file: unique(file, names),
          path,
          bytes: stats.size,
          ...(isOutside ? { isOutside } : {}),
        });
      else skip(file, { code: 'not a file' });
    } catch (error) {
      skip(file, error);
    }
  }

  function visitFolder(folder: string, prefix: string): void {
    const real = realpathSync(folder);
    if (seenFolders.has(real)) return;
    seenFolders.add(real);
    const isInside = !leavesHome(real);
    for (const bytes of readdirSync(folder, { encoding: 'buffer' }).sort((a, b) => Buffer.compare(a, b))) {
      const name = bytes.toString();
      if (unwanted.test(name)) continue;
      const path = join(folder, name);
      // Under what the name reads as there is nothing, or another file.
      if (!bytes.equals(Buffer.from(name))) skip(`${prefix}${name}`, { code: 'the name is not UTF-8' });
      else visit(path, `${prefix}${name}`, false, isInside);
    }
  }

  /** Only the list of contents is read here. */
  function visitArchive(path: string, file: string): void {
    try {
      const { sizes } = openArchive(path);
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      if (total > mostInArchive)
        throw new AppError('E_TOO_BIG', { file, needed: total, limit: mostInArchive });
      const entries = [...sizes.keys()].filter(
        (entry) => !entry.endsWith('/') && !entry.split('/').some((step) => unwanted.test(step)),
      );
      for (const entry of entries.sort(byCodePoint))
        files.push({ file: unique(`${file}/${entry}`, names), path, bytes: sizes.get(entry)!, entry });
    } catch (error) {
      const { code, details } = toFailure(error);
      skipped.push({ file, code, details: { ...details, file } });
    }
  }

  for (const path of paths) visit(path, basename(path), true);
  return { files, skipped };
}

/** A ZIP archive, and no document that happens to be packed as one. */
function isArchive(path: string): boolean {
  if (!/\.zip$/i.test(path)) return false;
  return formatOf(path, openSource({ file: basename(path), path }).head) === 'ZIP';
}

/** Texts of one archive, unpacked: small ones can unpack to any size. */
const mostInArchive = 4 * 2 ** 30;

/** Two chosen files may have the same name: the later ones are numbered. */
function unique(file: string, names: Set<string>): string {
  let name = file;
  for (let number = 2; names.has(name); number += 1) name = file.replace(/(\.[^./]*)?$/u, ` (${number})$1`);
  names.add(name);
  return name;
}

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
