import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
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
 * left out; a folder that contains itself through a link is entered once; a ZIP archive counts as a folder. What cannot be found or looked into is reported.
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

  function visit(path: string, file: string, chosen: boolean): void {
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) visitFolder(path, chosen ? '' : `${file}/`);
      else if (stats.isFile() && isArchive(path)) visitArchive(path, file);
      else if (stats.isFile()) files.push({ file: unique(file, names), path, bytes: stats.size });
      else if (chosen) skip(file, { code: 'not a file' });
    } catch (error) {
      skip(file, error);
    }
  }

  function visitFolder(folder: string, prefix: string): void {
    const real = realpathSync(folder);
    if (seenFolders.has(real)) return;
    seenFolders.add(real);
    for (const name of readdirSync(folder).sort(byCodePoint)) {
      if (unwanted.test(name)) continue;
      const path = join(folder, name);
      // A link to nowhere is nobody's text.
      if (lstatSync(path).isSymbolicLink() && !exists(path)) continue;
      visit(path, `${prefix}${name}`, false);
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

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Two chosen files may have the same name: the later ones are numbered. */
function unique(file: string, names: Set<string>): string {
  let name = file;
  for (let number = 2; names.has(name); number += 1) name = file.replace(/(\.[^./]*)?$/u, ` (${number})$1`);
  names.add(name);
  return name;
}

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));
