import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { StudyPlanned } from '../contract/study.ts';
import { stretchesOf } from '../contract/number-stretches.ts';
import { version } from '../contract/version.ts';
import { requireSame } from '../exchange/beside.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { asAsked } from '../opened/divided-study.ts';
import { costOf, type StudyPlan } from '../opened/study-plan.ts';
import { goOn } from '../stop-signal.ts';
import { parallelScript, slurmScript } from '../studies/batch-scripts.ts';
import { sha256 } from '../studies/framed-file.ts';
import { names, namedPlan, textsBytes, writtenPlan, type FolderPlan } from '../studies/study-folder.ts';
import { systemCause } from '../system-errors.ts';
import { textsOfPlan } from './run-study.ts';
import type { Session } from './session.ts';
import { fileIn, findPlan, folderFault, kernelDigest } from './study-folder-files.ts';

/** The plan of a study as a folder has it, and the texts as they lie beside it. */
export function folderPlanOf(
  session: Session,
  plan: StudyPlan,
  { signal }: Hooks = {},
): { readonly planned: FolderPlan; readonly texts: Uint8Array } {
  const { kind, model, settings, wanted, inParts } = plan;
  const texts = textsBytes(textsOfPlan(session, plan, () => goOn(signal)));
  const planned = namedPlan({
    format: 'firth-study',
    layout: 1,
    firth: version,
    kernel: kernelDigest(session.environment),
    kind,
    model: model.name,
    // Which words are left out is decided: none of them stands in the texts.
    settings: { ...settings, stopWords: [] },
    words: model.words,
    dimensions: model.dimensions,
    corpus: plan.texts.digest,
    texts: { bytes: texts.length, sha256: sha256(texts) },
    ...(inParts === null
      ? {}
      : {
          division: {
            ...asAsked(inParts.division),
            parts: inParts.divided.parts,
            sides: Buffer.from(inParts.divided.sides).toString('base64'),
          },
        }),
    runs: wanted,
  });
  return { planned, texts };
}

/**
 * Writes the folder. Where the same study was planned before, its runs stay and are part of it.
 * @throws AppError E_STUDY_FOLDER where something else lies there, E_FILE_THERE where it bears the name of a file of a plan, E_NO_SPACE, E_READ_ONLY, E_IO
 */
export async function planFolder(
  session: Session,
  plan: StudyPlan,
  folder: string,
  hooks: Hooks,
): Promise<StudyPlanned> {
  const { planned, texts } = folderPlanOf(session, plan, hooks);
  const { bytes: memory, seconds } = costOf(session, { ...plan, atOnce: 1, missing: [1] });
  const numbers =
    plan.missing.length > 0 ? plan.missing : Array.from({ length: plan.wanted }, (_, at) => at + 1);
  const array = stretchesOf(numbers);
  const contents: readonly (readonly [name: string, bytes: string | Uint8Array])[] = [
    [names.texts, texts],
    [names.slurm, slurmScript(array, { bytes: memory, seconds })],
    [names.parallel, parallelScript(numbers)],
    // It says that the folder is whole.
    [names.plan, writtenPlan(planned)],
  ];
  prepareFolder(folder, planned, contents);
  await writeWhole(
    contents.map(([name]) => fileIn(folder, name)),
    (files) => {
      files.forEach((file, at) => file.write(contents[at]![1]));
      return Promise.resolve();
    },
  );
  return {
    study: plan.kind,
    model: plan.model.name,
    runs: plan.wanted,
    done: plan.wanted - plan.missing.length,
    array,
    plan: planned.plan,
    files: contents.map(([name]) => name),
    bytes: contents.reduce((sum, [, bytes]) => sum + Buffer.byteLength(bytes), 0),
    memory,
    seconds,
  };
}

const holdsFiles = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

/** What may lie there before a plan does: it was broken off. */
const known: readonly string[] = [names.texts, names.slurm, names.parallel, names.runs, names.logs];

function prepareFolder(
  folder: string,
  planned: FolderPlan,
  contents: readonly (readonly [name: string, bytes: string | Uint8Array])[],
): void {
  try {
    mkdirSync(folder, { recursive: true });
    const before = findPlan(folder);
    if (before !== null && before.plan !== planned.plan) throw folderFault(folder, 'other');
    if (before === null && readdirSync(folder).some((name) => !name.startsWith('.') && !known.includes(name)))
      throw folderFault(folder, 'full');
    // What a plan left that was broken off is what would be written; of runs there is none before the plan.
    if (before === null) requireSame(contents.map(([name, bytes]) => [fileIn(folder, name), bytes]));
    if (before === null && [names.runs, names.logs].some((name) => holdsFiles(fileIn(folder, name))))
      throw folderFault(folder, 'full');
    for (const name of [names.runs, names.logs]) mkdirSync(fileIn(folder, name), { recursive: true });
  } catch (error) {
    const code = systemCause(error);
    if (code === undefined) throw error;
    throw new AppError(code === 'E_FILE_MISSING' ? 'E_IO' : code, { file: names.plan }, { cause: error });
  }
}
