import { appendImport } from '../../../core/project/append-import.ts';
import type { ReadDb } from '../../../core/project/connection.ts';
import { storeSteps } from '../../../core/project/learning-steps.ts';
import { storeNotes } from '../../../core/project/line-notes.ts';
import { addModel } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { writeProjectSetting } from '../../../core/project/project-settings.ts';
import { storeQuery } from '../../../core/project/saved-queries.ts';
import { addSequenceModel } from '../../../core/project/sequence-models.ts';
import { storeRun } from '../../../core/project/studies.ts';
import { storeWordList } from '../../../core/project/word-lists.ts';
import {
  annotated,
  importOf,
  modelOf,
  noteOf,
  questionOf,
  runRowsOf,
  sequenceModelOf,
  someTexts,
  stepsOf,
  watchedHistory,
} from './sample-rows.ts';
import type { Place } from './temporary-project.ts';

/** A saved, closed project with two imports and something in every table. */
export function fullProject({ environment, path }: Place): void {
  const project = openProject(environment, path, { create: true });
  const { db } = project;
  appendImport(db, annotated(importOf(someTexts)));
  const second = importOf({ 'four.txt': 'a cat is a cat is a cat', 'five.txt': 'the last of them' });
  appendImport(db, { ...second, settings: { note: 'later' }, importedAt: 6 });
  const modelId = addModel(db, {
    ...modelOf('first', 60, 20),
    history: watchedHistory(2),
    further: (id: number) => storeSteps(db, id, stepsOf(2, 20)),
  });
  addModel(db, modelOf('second', 30, 8, { settings: { window: 2 }, health: null }));
  const study = { modelId, kind: 'bootstrap', dimensions: 20, now: 11 } as const;
  storeRun(db, study, { number: 1, seconds: 2, rows: runRowsOf(60, 20) });
  const failure = { code: 'E_TRAINING_DIVERGED', details: { epoch: 2 } } as const;
  storeRun(db, study, { number: 2, seconds: 1, failure });
  addSequenceModel(db, sequenceModelOf('recurrent', 60, { parent: 'first' }));
  writeProjectSetting(db, 'dictionary', { words: ['ice cream', 'of them'], splits: [] });
  writeProjectSetting(db, 'subCorpora', [{ name: 'short', conditions: [] }]);
  storeWordList(db, { name: 'pets', words: ['cat', 'dog'], counts: [2, 0], changedAt: 12 });
  storeWordList(db, { name: 'wild', words: ['lion'], counts: null, changedAt: 13 });
  storeQuery(db, { name: 'cats', question: questionOf('cat*'), hits: 2, savedAt: 13 });
  storeNotes(db, [
    noteOf({ category: 'animal', note: 'which one?', changedAt: 14 }),
    noteOf({ document: 2, position: 0, start: 0, length: 1, note: 'an article' }),
  ]);
  project.save();
  project.close();
}

/** What there is in a project for whoever looks, without the numbers of rows: each thing under its kind and name. */
export function thingsIn(db: ReadDb): ReadonlyMap<string, string> {
  const things = new Map<string, string>();
  for (const [kind, sql] of Object.entries(queries))
    for (const row of db.prepare<[], Record<string, unknown>>(sql).all()) {
      const label = `${kind}|${String(row['name'])}`;
      things.set(label, `${things.get(label) ?? ''}${JSON.stringify(row)}`);
    }
  return things;
}

/** Pieces are joined in their order, blobs as hex; `name` is the thing. */
const queries: Readonly<Record<string, string>> = {
  text: `SELECT documents.name, file, language, encoding, method, metadata, characters, documents.tokens, hex(digest) AS digest,
         settings, imported_at FROM documents JOIN imports ON imports.id = import_id ORDER BY documents.id`,
  written: `SELECT name, (SELECT group_concat(text, '') FROM
            (SELECT text FROM texts WHERE document_id = documents.id ORDER BY start)) AS text FROM documents ORDER BY name`,
  word: 'SELECT form AS name, count, documents FROM types WHERE count > 0 ORDER BY form',
  found: `SELECT form AS name, postings.count, hex(places) AS places FROM postings JOIN types ON types.id = type_id
          ORDER BY form, import_id`,
  report: `SELECT file AS name, skipped, report, settings, imported_at FROM import_reports
           JOIN imports ON imports.id = import_id ORDER BY import_reports.id`,
  import: 'SELECT imported_at AS name, settings FROM imports ORDER BY id',
  model: `SELECT name, kind, words, dimensions, settings, history, health, corpus, created_at FROM models ORDER BY id`,
  words: `SELECT name, forms, hex(counts) AS counts FROM models JOIN model_words ON model_id = models.id
          ORDER BY name, first`,
  vectors: `SELECT models.name, matrices.name AS matrix, matrices.rows, matrices.dimensions, sha256, hex(numbers) AS numbers
            FROM models JOIN matrices ON model_id = models.id JOIN matrix_chunks ON matrix_id = matrices.id
            ORDER BY models.name, matrices.name, first`,
  step: `SELECT models.name || ' ' || number AS name, epoch, loss, hex(numbers) AS numbers, sha256 FROM learning_steps
         JOIN models ON models.id = model_id ORDER BY models.name, number`,
  recurrent: `SELECT sequence_models.name, sequence_models.words, models.name AS parent, sequence_models.settings,
              sequence_models.history, texts, sequence_models.corpus, sha256, sequence_models.created_at
              FROM sequence_models LEFT JOIN models ON models.id = parent ORDER BY sequence_models.id`,
  'recurrent words': `SELECT name, forms, hex(counts) AS counts FROM sequence_models
                      JOIN sequence_words ON model_id = sequence_models.id ORDER BY name, first`,
  weights: `SELECT sequence_models.name, weights.name AS weight, weights.rows, dimensions, weights.sha256, hex(numbers) AS numbers
            FROM sequence_models JOIN weights ON model_id = sequence_models.id
            JOIN weight_chunks ON matrix_id = weights.id ORDER BY sequence_models.name, weights.name, first`,
  layer: `SELECT layers.name || ' of ' || documents.name AS name, region, kind, layer_columns.count, covered,
          hex(layer_columns.digest) AS digest FROM layer_columns JOIN layers ON layers.id = layer_id
          JOIN documents ON documents.id = document_id ORDER BY layers.name, documents.name`,
  value: `SELECT name || ' ' || value AS name, count FROM layer_values JOIN layers ON layers.id = layer_id
          ORDER BY name, value`,
  region: `SELECT regions.name || ' of ' || documents.name AS name, count, hex(regions.tokens) AS tokens, hex(places) AS places,
           hex(times) AS times, hex(regions.digest) AS digest FROM regions
           JOIN documents ON documents.id = document_id ORDER BY documents.name, regions.name`,
  study: `SELECT models.name, studies.kind, studies.created_at, number, failure, seconds, sha256, hex(scales) AS scales,
          hex(numbers) AS numbers FROM studies JOIN models ON models.id = model_id
          JOIN study_runs ON study_id = studies.id LEFT JOIN study_chunks ON run_id = study_runs.id
          ORDER BY models.name, number, first`,
  setting: 'SELECT name, value FROM settings ORDER BY name',
  list: 'SELECT name, words, counts, changed_at FROM word_lists ORDER BY name',
  query: 'SELECT name, question, hits, saved_at FROM saved_queries ORDER BY name',
  note: `SELECT name || ' ' || start AS name, position, length, category, marked, hidden, note, changed_at FROM line_notes
         JOIN documents ON documents.id = document_id ORDER BY name, start`,
};
