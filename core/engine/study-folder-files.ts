import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { dividedKinds, type FolderFault } from '../contract/study.ts';
import { version } from '../contract/version.ts';
import type { Environment } from '../environment.ts';
import { requireRegularFile } from '../regular-file.ts';
import type { DividedTexts } from '../studies/divided-texts.ts';
import { runFrom, type PublishedRun } from '../studies/run-file.ts';
import { saysCount } from '../studies/count-plan.ts';
import { sha256 } from '../studies/framed-file.ts';
import { names, readPlan, textsFrom, type FolderPlan } from '../studies/study-folder.ts';
import type { StudyTexts } from '../studies/study-texts.ts';
import { systemCause } from '../system-errors.ts';

/** Where the plan, its texts and its runs lie. */
export const fileIn = (folder: string, name: string) => join(folder, name);
export const runFileIn = (folder: string, run: number) => join(folder, names.runs, names.run(run));

export const folderFault = (
  path: string,
  reason: FolderFault,
  details: Readonly<Record<string, string | number>> = {},
) => new AppError('E_STUDY_FOLDER', { file: basename(path), reason, ...details });

/** The bytes of a file; null where there is none. @throws AppError for everything else that the system says */
export function bytesOf(path: string): Buffer | null {
  try {
    requireRegularFile(path);
    return readFileSync(path);
  } catch (error) {
    const code = systemCause(error);
    if (code === undefined) throw error;
    if (code === 'E_FILE_MISSING') return null;
    throw new AppError(code, { file: basename(path) }, { cause: error });
  }
}

/** sha256 of the kernel that trains: what gives the same bytes everywhere, as long as it is the same. */
export const kernelDigest = ({ kernels }: Pick<Environment, 'kernels'>): string =>
  sha256(readFileSync(join(kernels, 'words.strict.wasm')));

/** @returns null where the folder has no plan @throws AppError E_STUDY_FOLDER for one that is not as it was written */
export function findPlan(folder: string): FolderPlan | null {
  const path = fileIn(folder, names.plan);
  const bytes = bytesOf(path);
  if (bytes === null) return null;
  const text = bytes.toString('utf8');
  if (saysCount(text)) throw folderFault(folder, 'other');
  const plan = readPlan(text);
  if (plan === null) throw folderFault(path, 'damaged');
  return plan;
}

/**
 * The plan of a folder, if this program gives the same bytes as the one that made it.
 * @throws AppError E_STUDY_FOLDER
 */
export function planIn(environment: Environment, folder: string): FolderPlan {
  const plan = findPlan(folder);
  if (plan === null) throw folderFault(folder, 'none');
  if (plan.firth !== version || plan.kernel !== kernelDigest(environment))
    throw folderFault(folder, 'version', { version: plan.firth });
  return plan;
}

/** @throws AppError E_STUDY_FOLDER where they are not those of the plan */
export function plannedTexts(folder: string, { texts, words }: FolderPlan): StudyTexts {
  const path = fileIn(folder, names.texts);
  const bytes = bytesOf(path);
  const read = bytes?.length === texts.bytes && sha256(bytes) === texts.sha256 ? textsFrom(bytes) : null;
  if (read?.words.length !== words) throw folderFault(path, 'damaged');
  return read;
}

/** How a field divides these texts; null where none does. @throws AppError E_STUDY_FOLDER for other texts than these */
export function dividedIn(
  folder: string,
  { kind, division }: FolderPlan,
  { sizes }: StudyTexts,
): DividedTexts | null {
  const isDivided = dividedKinds.some((one) => one === kind);
  if (division === undefined && !isDivided) return null;
  const sides = Uint8Array.from(Buffer.from(division?.sides ?? '', 'base64'));
  if (division === undefined || !isDivided || sides.length !== sizes.length)
    throw folderFault(fileIn(folder, names.plan), 'damaged');
  return { sides, parts: division.parts };
}

/** What a task published: null where nothing is there, the word for it where it cannot be used. */
export function publishedRun(
  folder: string,
  { plan, dimensions, words }: FolderPlan,
  number: number,
): PublishedRun | 'damaged' | 'foreign' | null {
  const bytes = bytesOf(runFileIn(folder, number));
  if (bytes === null) return null;
  const found = runFrom(bytes, dimensions);
  if (found === null) return 'damaged';
  if (found.plan !== plan || found.run !== number) return 'foreign';
  return 'rows' in found && found.rows.scales.length !== words ? 'damaged' : found;
}
