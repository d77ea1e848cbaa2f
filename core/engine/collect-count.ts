import { stretchesOf } from '../contract/number-stretches.ts';
import type { FailedRun, StudyCollected } from '../contract/study.ts';
import type { TrainingProgress } from '../contract/training.ts';
import { exportTable } from '../exchange/tables.ts';
import type { Table } from '../exchange/table.ts';
import { listModels } from '../project/models.ts';
import { trainingTexts } from '../opened/training-texts.ts';
import { goOn } from '../stop-signal.ts';
import { added, type Counted, type CountedRows } from '../studies/counted-part.ts';
import { countNames, type CountPlan } from '../studies/count-plan.ts';
import { sha256 } from '../studies/framed-file.ts';
import { weighed } from '../training/pair-counts.ts';
import { byCodePoints } from '../vocabulary/vocabulary.ts';
import type { CallHooks } from './jobs.ts';
import { countTexts } from './plan-count.ts';
import type { Session } from './session.ts';
import { publishedCount } from './count-folder-files.ts';
import { fileIn, folderFault } from './study-folder-files.ts';
import { trainModel } from './train-model.ts';

/** An n-gram that stands once is none that anybody looks for, and most are of that kind. */
const leastNgrams = 2;

/**
 * Adds up what tasks have counted, when all is there: frequencies and n-grams as tables in the folder, and a count model in the project.
 * @throws AppError E_STUDY_FOLDER where the plan is not that of the corpus as it is now, E_NO_CORPUS, E_CANCELLED
 */
export async function collectCount(
  session: Session,
  plan: CountPlan,
  folder: string,
  hooks: CallHooks<TrainingProgress>,
): Promise<StudyCollected> {
  const { settings, model } = plan;
  const { signal } = hooks;
  const stop = signal === undefined ? {} : { signal };
  const { forms, rows, words } = countTexts(session, settings, plan.parts.length, stop);
  const isOther =
    trainingTexts(session, 'all').digest !== plan.corpus ||
    words !== plan.words ||
    sha256(rows) !== plan.rows.sha256;
  if (isOther) throw folderFault(folder, 'other');
  const found = plan.parts.map((_, at) => {
    goOn(signal);
    return stateOf(publishedCount(folder, plan, at + 1), at + 1);
  });
  const numbers = (wanted: (typeof found)[number]['is']) =>
    found.flatMap(({ is }, at) => (is === wanted ? [at + 1] : []));
  const failed = found.flatMap((one): FailedRun[] => (one.is === 'failed' ? [one.failure] : []));
  const again = found.flatMap(({ is }, at) => (is === 'there' ? [] : [at + 1]));
  const of = plan.parts.length;
  const answer = {
    study: 'count',
    model,
    runs: of - again.length,
    of,
    taken: 0,
    missing: numbers('missing'),
    failed,
    damaged: numbers('damaged'),
    foreign: numbers('foreign'),
    array: again.length === 0 ? null : stretchesOf(again),
  } as const;
  const isMade = listModels(session.project.db).some(
    ({ name, corpus }) => name === model && corpus === plan.corpus,
  );
  if (again.length > 0 || isMade) return answer;
  let sums: Counted | null = null;
  for (let number = 1; number <= of; number += 1) {
    goOn(signal);
    const next = publishedCount(folder, plan, number);
    // It was whole a moment ago.
    if (next === null || typeof next !== 'object' || !('counted' in next))
      throw folderFault(folder, 'damaged');
    sums = sums === null ? next.counted : added(sums, next.counted);
  }
  const { types, ngrams, pairs } = sums!;
  const write = (name: string, table: Table) =>
    exportTable(table, { format: 'csv', preset: 'exchange', target: fileIn(folder, name) }, stop);
  await write(countNames.words, wordTable(forms, types));
  if (ngrams.n > 0) await write(countNames.ngrams, ngramTable(forms, ngrams));
  const asked = {
    name: model,
    settings: { ...settings, stopWords: [...settings.stopWords] },
    resume: false,
    watched: [],
  };
  await trainModel(session, asked, hooks, weighed(pairs, settings));
  return { ...answer, taken: of };
}

type Published = ReturnType<typeof publishedCount>;

function stateOf(published: Published, run: number) {
  if (published === null) return { is: 'missing' } as const;
  if (typeof published === 'string') return { is: published } as const;
  return 'failure' in published
    ? ({ is: 'failed', failure: { run, ...published.failure } } as const)
    : ({ is: 'there' } as const);
}

/** Most frequent first, then in code-point order. */
function wordTable(forms: readonly string[], { counts, texts }: Counted['types']): Table {
  const order = forms
    .flatMap((form, id) => (form !== '' && counts[id]! > 0 ? [id] : []))
    .sort((a, b) => counts[b]! - counts[a]! || byCodePoints(forms[a]!, forms[b]!));
  return {
    columns: [
      { name: 'word', kind: 'text' },
      { name: 'count', kind: 'number' },
      { name: 'texts', kind: 'number' },
    ],
    rows: order.map((id) => [forms[id]!, counts[id]!, texts[id]!]),
  };
}

/** A token that has no value of a layer stands in no row. */
function ngramTable(forms: readonly string[], { n, ids, counts, texts }: CountedRows): Table {
  const rows = Array.from(counts, (count, row) => {
    const words = Array.from(ids.subarray(row * n, row * n + n), (id) => forms[id]!);
    return { words, count, texts: texts[row]! };
  })
    .filter(({ words, count }) => count >= leastNgrams && !words.includes(''))
    .map(({ words, ...rest }) => ({ text: words.join(' '), ...rest }))
    .sort((a, b) => b.count - a.count || byCodePoints(a.text, b.text));
  return {
    columns: [
      { name: 'ngram', kind: 'text' },
      { name: 'count', kind: 'number' },
      { name: 'texts', kind: 'number' },
    ],
    rows: rows.map(({ text, count, texts: having }) => [text, count, having]),
  };
}
