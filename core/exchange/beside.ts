import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as v from 'valibot';
import { AppError } from '../contract/errors.ts';
import { version } from '../contract/version.ts';
import { writeWhole } from './temporary-target.ts';

// The person names one file in a dialog or on the command line, and is asked about that one. What stands beside it is replaced only where
// Firth wrote it: the settings say so, and which files belong to them.

/** Where the settings of an export are. */
export const sidecarOf = (target: string) => `${target}.settings.json`;

const mark = v.object({ firth: v.string(), files: v.array(v.string()) });

function filesOfEarlier(target: string): readonly string[] {
  try {
    const { success, output } = v.safeParse(mark, JSON.parse(readFileSync(sidecarOf(target), 'utf8')));
    return success ? [...output.files, basename(sidecarOf(target))] : [];
  } catch {
    return [];
  }
}

/**
 * Asks before anything is written whether an export may have the files beside its target.
 * @param companions paths that nobody chose; the settings are one of them by themselves
 * @throws AppError E_FILE_THERE { file }
 */
export function requireOwn(target: string, companions: readonly string[] = []): void {
  const own = new Set(filesOfEarlier(target));
  for (const path of [sidecarOf(target), ...companions])
    if (existsSync(path) && !own.has(basename(path)))
      throw new AppError('E_FILE_THERE', { file: basename(path) });
}

/** The same for files whose bytes are known: what is there already may stay. @throws AppError E_FILE_THERE { file } */
export function requireSame(
  contents: readonly (readonly [path: string, bytes: string | Uint8Array])[],
): void {
  for (const [path, bytes] of contents)
    if (existsSync(path) && !readFileSync(path).equals(Buffer.from(bytes)))
      throw new AppError('E_FILE_THERE', { file: basename(path) });
}

/** What stands in the settings beside an export: who wrote them, and beside what. */
export const sidecarText = (files: readonly string[], settings: object): string =>
  `${JSON.stringify({ firth: version, files, ...settings }, null, 2)}\n`;

/** Settings as JSON beside files, never in comment lines of them. @returns the base name of what was written */
export function writeSidecar(target: string, files: readonly string[], settings: object): Promise<string> {
  return writeWhole([sidecarOf(target)], async ([file]) => {
    file!.write(sidecarText(files, settings));
    return Promise.resolve(file!.name);
  });
}
