import { dirname } from 'node:path';
import { AppError, toFailure } from '../contract/errors.ts';
import type { StudyProgress, StudyTask } from '../contract/study.ts';
import { writeWhole } from '../exchange/temporary-target.ts';
import { ngrams } from '../lines/ngrams.ts';
import { syncFolder } from '../project/file-copy.ts';
import { goOn } from '../stop-signal.ts';
import { compareRows, countBytes, type Counted, type CountedRows } from '../studies/counted-part.ts';
import type { CountPlan } from '../studies/count-plan.ts';
import { lastOfSentence, withoutMark, type TextPart } from '../studies/text-parts.ts';
import { encodeTokens } from '../training/encode-tokens.ts';
import { pairCounts } from '../training/pair-counts.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';
import { plannedPart, publishedCount } from './count-folder-files.ts';
import { folderFault, runFileIn } from './study-folder-files.ts';

/**
 * Counts one part of a planned corpus and publishes what was counted: what bears its name is always whole.
 * @throws AppError E_STUDY_FOLDER, E_MODEL_TOO_LARGE for a part that is too long, E_NO_SPACE, E_READ_ONLY, E_IO, E_CANCELLED
 */
export async function countTask(
  { environment }: Session,
  plan: CountPlan,
  { folder, run: number }: { readonly folder: string; readonly run: number },
  { signal, onProgress }: CallHooks<StudyProgress>,
): Promise<StudyTask> {
  const of = plan.parts.length;
  if (number < 1 || number > of) throw folderFault(folder, 'run', { runs: of });
  const about = { study: 'count', model: plan.model, run: number } as const;
  const there = publishedCount(folder, plan, number);
  if (there !== null && typeof there === 'object' && 'counted' in there)
    return { ...about, made: false, seconds: there.seconds };
  const started = environment.now();
  const { part, rowOfType } = plannedPart(folder, plan, number);
  const total = part.tokens.length;
  const told = async (share: number) => {
    // Lets a cancel arrive between the steps.
    await new Promise((resolve) => setImmediate(resolve));
    goOn(signal);
    onProgress?.({
      phase: 'training',
      done: Math.round(share * total),
      total,
      runs: 0,
      of: 1,
      failed: 0,
      secondsLeft: null,
    });
  };
  const seconds = () => (environment.now() - started) / 1000;
  const publish = async (bytes: Uint8Array) => {
    const path = runFileIn(folder, number);
    await writeWhole([path], ([file]) => {
      file!.write(bytes);
      return Promise.resolve();
    });
    syncFolder(dirname(path));
  };
  const named = { plan: plan.plan, run: number };
  try {
    const counted = await countPart(part, rowOfType, plan, told);
    await publish(countBytes({ ...named, seconds: seconds(), counted }));
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'E_MODEL_TOO_LARGE')
      await publish(countBytes({ ...named, seconds: seconds(), failure: toFailure(thrown) }));
    throw thrown;
  }
  return { ...about, made: true, seconds: seconds() };
}

/** All counts of some texts. @param rowOfType row of each type in the model, −1 for those that it leaves out */
export async function countPart(
  part: TextPart,
  rowOfType: Int32Array,
  { settings, words, ngrams: n }: Pick<CountPlan, 'settings' | 'words' | 'ngrams'>,
  told: (share: number) => Promise<void>,
): Promise<Counted> {
  const ids = part.tokens.map((token) => token & withoutMark);
  await told(0);
  const types = countTypes(ids, part.starts, rowOfType.length);
  await told(0.1);
  const rows = n < 2 ? noRows : countRows(part, ids, n);
  await told(0.5);
  const tokens = new Uint32Array(ids.reduce((sum, id) => sum + Number(rowOfType[id]! >= 0), 0));
  encodeTokens(pieces(part, settings.within === 'sentence'), rowOfType, tokens);
  const pairs = pairCounts(tokens, words, settings);
  await told(1);
  return { types, ngrams: rows, pairs };
}

const noRows: CountedRows = {
  n: 0,
  ids: new Uint32Array(0),
  counts: new Float64Array(0),
  texts: new Float64Array(0),
};

function countTypes(ids: Uint32Array, starts: Uint32Array, size: number): Counted['types'] {
  const [counts, texts] = [new Float64Array(size), new Float64Array(size)];
  const last = new Uint32Array(size);
  for (let text = 1; text < starts.length; text += 1)
    for (let at = starts[text - 1]!; at < starts[text]!; at += 1) {
      const id = ids[at]!;
      counts[id] = counts[id]! + 1;
      if (last[id] === text) continue;
      last[id] = text;
      texts[id] = texts[id]! + 1;
    }
  return { counts, texts };
}

/** Every n-gram, the rarest too: what is rare in a part may be frequent in the whole. */
function countRows({ tokens, starts }: TextPart, ids: Uint32Array, n: number): CountedRows {
  const goesOn = Uint8Array.from(tokens, (_, at) => Number(at > 0 && tokens[at - 1]! < lastOfSentence));
  const found = ngrams(ids, goesOn, starts.subarray(0, -1), { n, minimum: 1 });
  const order = found.counts.map((_, row) => row).sort((a, b) => compareRows(n, found.ids, a, found.ids, b));
  const rows = new Uint32Array(found.ids.length);
  order.forEach((row, at) => rows.set(found.ids.subarray(row * n, row * n + n), at * n));
  return {
    n,
    ids: rows,
    counts: Float64Array.from(order, (row) => found.counts[row]!),
    texts: Float64Array.from(order, (row) => found.texts[row]!),
  };
}

/** Text by text, with the marks of sentences where windows end with them. */
function* pieces({ tokens, starts }: TextPart, bySentence: boolean) {
  for (let text = 1; text < starts.length; text += 1) {
    const own = tokens.subarray(starts[text - 1], starts[text]);
    yield { ids: bySentence ? own : own.map((token) => token & withoutMark), lastOfDocument: true };
  }
}
