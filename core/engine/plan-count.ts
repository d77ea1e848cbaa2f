import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import type { Checked } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import { stretchesOf } from '../contract/number-stretches.ts';
import type { Hooks } from '../contract/progress.ts';
import type { StudyPlanned } from '../contract/study.ts';
import { version } from '../contract/version.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { trainedTokens } from '../opened/trained-tokens.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { modelNames } from '../project/models.ts';
import { goOn, whileGoing } from '../stop-signal.ts';
import { parallelScript, slurmScript } from '../studies/batch-scripts.ts';
import { countNames, namedCountPlan, writtenCountPlan, type CountPlan } from '../studies/count-plan.ts';
import { sha256 } from '../studies/framed-file.ts';
import { names } from '../studies/study-folder.ts';
import { partBytes, textParts } from '../studies/text-parts.ts';
import { systemCause } from '../system-errors.ts';
import { completeSettings } from '../training/settings.ts';
import { modelName } from './free-name.ts';
import { findCountPlan } from './count-folder-files.ts';
import type { Session } from './session.ts';
import { fileIn, findPlan, folderFault } from './study-folder-files.ts';
import { vocabularyOf } from './vocabulary-of.ts';

type Asked = Checked<'study.plan'>;

/** The parts of a corpus for counting, each as bytes; those of one part are in memory at a time. */
interface CountTexts {
  readonly forms: readonly string[];
  readonly rows: Uint8Array;
  readonly words: number;
  readonly parts: () => Generator<ReturnType<typeof part>, void, undefined>;
}

const part = (texts: Parameters<typeof partBytes>[0]) => ({
  bytes: partBytes(texts),
  texts: texts.starts.length - 1,
  tokens: texts.tokens.length,
});

/** The corpus in so many parts, and the words that a count model of it has. @throws AppError E_NO_CORPUS, E_VOCABULARY_EMPTY */
export function countTexts(
  session: Session,
  settings: CountPlan['settings'],
  parts: number,
  { signal }: Hooks = {},
): CountTexts {
  const chosen = trainingTexts(session, 'all');
  const tokens = trainedTokens(session, chosen, settings.layer);
  const types = tokens.types();
  const { rowOfType, words } = vocabularyOf(session, types, settings);
  return {
    forms: types.forms,
    rows: new Uint8Array(rowOfType.buffer),
    words: words.length,
    *parts() {
      const texts = whileGoing(tokens.texts(), () => goOn(signal));
      for (const one of textParts(texts, chosen.tokens, parts)) yield part(one);
    },
  };
}

/**
 * Writes the folder from which other computers count a corpus in parts.
 * @throws AppError E_STUDY_FOLDER where something else lies there, E_NO_CORPUS, E_VOCABULARY_EMPTY, E_NO_SPACE, E_READ_ONLY, E_IO
 */
export async function planCount(
  session: Session,
  { settings: chosen, ngrams, runs, name }: Asked,
  folder: string,
  hooks: Hooks,
): Promise<StudyPlanned> {
  const settings = completeSettings({ ...chosen, architecture: 'count' });
  const { db } = session.project;
  const taken = modelNames(db);
  if (name !== undefined && taken.includes(name)) throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
  const { digest } = trainingTexts(session, 'all');
  const { rows, words, parts } = countTexts(session, settings, runs, hooks);
  const files = Array.from(parts(), ({ bytes, ...about }) => ({
    bytes: bytes.length,
    sha256: sha256(bytes),
    ...about,
  }));
  const before = findCountPlan(folder);
  if (before === null && findPlan(folder) !== null) throw folderFault(folder, 'other');
  const planned = namedCountPlan({
    format: 'firth-count',
    layout: 1,
    firth: version,
    settings,
    ngrams: ngrams ?? 0,
    corpus: digest,
    words,
    rows: { bytes: rows.length, sha256: sha256(rows) },
    parts: files,
    model: name ?? before?.model ?? modelName('count', null, taken),
  });
  const numbers = files.map((_, at) => at + 1);
  const array = stretchesOf(numbers);
  const longest = Math.max(...files.map(({ tokens }) => tokens));
  // Each pair is held once with its distance; a word in a row once with its place.
  const memory = longest * (2 * settings.window * 9 + (ngrams ?? 0) * 12 + 8);
  const partNames = numbers.map(countNames.part);
  const scripts: readonly (readonly [name: string, bytes: string | Uint8Array])[] = [
    [countNames.rows, rows],
    [names.slurm, slurmScript(array, { bytes: memory, seconds: null })],
    [names.parallel, parallelScript(numbers)],
    // It says that the folder is whole.
    [names.plan, writtenCountPlan(planned)],
  ];
  prepareFolder(folder, before, planned, [...partNames, ...scripts.map(([one]) => one)]);
  await writeWhole(
    [...partNames, ...scripts.map(([one]) => one)].map((one) => fileIn(folder, one)),
    (targets) => {
      let at = 0;
      for (const { bytes } of parts()) targets[at++]!.write(bytes);
      scripts.forEach(([, bytes], script) => targets[partNames.length + script]!.write(bytes));
      return Promise.resolve();
    },
  );
  return {
    study: 'count',
    model: planned.model,
    runs: files.length,
    done: 0,
    array,
    plan: planned.plan,
    files: [...partNames, ...scripts.map(([one]) => one)],
    bytes:
      files.reduce((sum, { bytes }) => sum + bytes, 0) +
      scripts.reduce((sum, [, bytes]) => sum + Buffer.byteLength(bytes), 0),
    memory,
    seconds: null,
  };
}

/** What a broken-off plan leaves has no name of its own: a folder without a plan must be empty. */
function prepareFolder(
  folder: string,
  before: CountPlan | null,
  planned: CountPlan,
  written: readonly string[],
): void {
  if (before !== null && before.plan !== planned.plan) throw folderFault(folder, 'other');
  try {
    mkdirSync(folder, { recursive: true });
    if (before === null) {
      const there = readdirSync(folder).filter((one) => !one.startsWith('.'));
      const [own] = there.filter((one) => written.includes(one));
      if (own !== undefined) throw new AppError('E_FILE_THERE', { file: own });
      if (there.length > 0) throw folderFault(folder, 'full');
    }
    for (const one of [names.runs, names.logs])
      if (!existsSync(fileIn(folder, one))) mkdirSync(fileIn(folder, one));
  } catch (error) {
    const code = systemCause(error);
    if (code === undefined) throw error;
    throw new AppError(code === 'E_FILE_MISSING' ? 'E_IO' : code, { file: names.plan }, { cause: error });
  }
}
