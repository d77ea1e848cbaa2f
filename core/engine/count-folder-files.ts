import { version } from '../contract/version.ts';
import { countFrom, type PublishedCount } from '../studies/counted-part.ts';
import { countNames, readCountPlan, saysCount, type CountPlan } from '../studies/count-plan.ts';
import { sha256 } from '../studies/framed-file.ts';
import { names } from '../studies/study-folder.ts';
import { partFrom, type TextPart } from '../studies/text-parts.ts';
import { bytesOf, fileIn, folderFault, runFileIn } from './study-folder-files.ts';

/**
 * The plan for counting that a folder has.
 * @returns null where it has none, or one of a study
 * @throws AppError E_STUDY_FOLDER for one that is damaged, or of another version
 */
export function findCountPlan(folder: string): CountPlan | null {
  const path = fileIn(folder, names.plan);
  const text = bytesOf(path)?.toString('utf8');
  if (text === undefined || !saysCount(text)) return null;
  const plan = readCountPlan(text);
  if (plan === null) throw folderFault(path, 'damaged');
  if (plan.firth !== version) throw folderFault(folder, 'version', { version: plan.firth });
  return plan;
}

/** The texts of a part, and the rows of all types. @throws AppError E_STUDY_FOLDER where they are not those of the plan */
export function plannedPart(
  folder: string,
  { parts, rows }: CountPlan,
  number: number,
): { readonly part: TextPart; readonly rowOfType: Int32Array } {
  const whole = (name: string, { bytes, sha256: told }: CountPlan['rows']) => {
    const path = fileIn(folder, name);
    const found = bytesOf(path);
    if (found?.length !== bytes || sha256(found) !== told) throw folderFault(path, 'damaged');
    return found;
  };
  const name = countNames.part(number);
  const part = partFrom(whole(name, parts[number - 1]!));
  if (part === null) throw folderFault(fileIn(folder, name), 'damaged');
  const rowOfType = new Int32Array(new Uint8Array(whole(countNames.rows, rows)).buffer);
  return { part, rowOfType };
}

/** What a task published: null where nothing is there, the word for it where it cannot be used. */
export function publishedCount(
  folder: string,
  { plan }: CountPlan,
  number: number,
): PublishedCount | 'damaged' | 'foreign' | null {
  const bytes = bytesOf(runFileIn(folder, number));
  if (bytes === null) return null;
  const found = countFrom(bytes);
  if (found === null) return 'damaged';
  return found.plan === plan && found.run === number ? found : 'foreign';
}
