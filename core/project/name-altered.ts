import type { ReadDb } from './connection.ts';
import type { ContentTable } from './digest.ts';
import { alteredRows, keepsDigests, type AlteredRow } from './row-digests.ts';

/** What a row is for a person, by its number. Each goes by numbers of rows alone: indexes may be what is damaged. */
const labels: Readonly<Record<ContentTable, string>> = {
  settings: "SELECT 'setting ' || name FROM settings WHERE id = ?",
  imports: "SELECT 'settings of import ' || id FROM imports WHERE id = ?",
  import_reports: "SELECT 'report of ' || file FROM import_reports WHERE id = ?",
  documents: "SELECT 'text ' || name FROM documents WHERE id = ?",
  texts: `SELECT 'text ' || name || ': a piece' FROM texts JOIN documents ON documents.id = document_id
          WHERE texts.id = ?`,
  tokens: `SELECT 'text ' || name || ': tokens' FROM tokens JOIN documents ON documents.id = document_id
           WHERE tokens.id = ?`,
  types: "SELECT 'words from ' || form FROM types WHERE id = ?",
  postings: "SELECT 'places of words' FROM postings WHERE id = ?",
  models: "SELECT 'model ' || name FROM models WHERE id = ?",
  model_words: `SELECT 'model ' || name || ': words' FROM model_words JOIN models ON models.id = model_id
                WHERE model_words.id = ?`,
  matrices: `SELECT 'model ' || models.name || ': vectors' FROM matrices JOIN models ON models.id = model_id
             WHERE matrices.id = ?`,
  matrix_chunks: `SELECT 'model ' || models.name || ': vectors' FROM matrix_chunks
                  JOIN matrices ON matrices.id = matrix_id JOIN models ON models.id = model_id
                  WHERE matrix_chunks.id = ?`,
  sequence_models: "SELECT 'recurrent model ' || name FROM sequence_models WHERE id = ?",
  sequence_words: `SELECT 'recurrent model ' || name || ': words' FROM sequence_words
                   JOIN sequence_models ON sequence_models.id = model_id WHERE sequence_words.id = ?`,
  weights: `SELECT 'recurrent model ' || sequence_models.name || ': weights' FROM weights
            JOIN sequence_models ON sequence_models.id = model_id WHERE weights.id = ?`,
  weight_chunks: `SELECT 'recurrent model ' || sequence_models.name || ': weights' FROM weight_chunks
                  JOIN weights ON weights.id = matrix_id JOIN sequence_models ON sequence_models.id = model_id
                  WHERE weight_chunks.id = ?`,
  layers: "SELECT 'layer ' || name FROM layers WHERE id = ?",
  layer_values: `SELECT 'layer ' || name || ': value ' || value FROM layer_values JOIN layers ON layers.id = layer_id
                 WHERE layer_values.id = ?`,
  layer_columns: `SELECT 'layer ' || layers.name || ' of text ' || documents.name FROM layer_columns
                  JOIN layers ON layers.id = layer_id JOIN documents ON documents.id = document_id
                  WHERE layer_columns.id = ?`,
  layer_chunks: `SELECT 'layer ' || layers.name || ' of text ' || documents.name FROM layer_chunks
                 JOIN layer_columns ON layer_columns.id = column_id JOIN layers ON layers.id = layer_id
                 JOIN documents ON documents.id = document_id WHERE layer_chunks.id = ?`,
  regions: `SELECT 'regions ' || regions.name || ' of text ' || documents.name FROM regions
            JOIN documents ON documents.id = document_id WHERE regions.id = ?`,
  studies: `SELECT 'study of model ' || name FROM studies JOIN models ON models.id = model_id
            WHERE studies.id = ?`,
  study_runs: `SELECT 'study of model ' || name || ': run ' || number FROM study_runs
               JOIN studies ON studies.id = study_id JOIN models ON models.id = model_id WHERE study_runs.id = ?`,
  study_chunks: `SELECT 'study of model ' || name || ': run ' || number FROM study_chunks
                 JOIN study_runs ON study_runs.id = run_id JOIN studies ON studies.id = study_id
                 JOIN models ON models.id = model_id WHERE study_chunks.id = ?`,
  word_lists: "SELECT 'list ' || name FROM word_lists WHERE id = ?",
  saved_queries: "SELECT 'kept query ' || name FROM saved_queries WHERE id = ?",
  learning_steps: `SELECT 'model ' || name || ': learning step ' || number FROM learning_steps
                   JOIN models ON models.id = model_id WHERE learning_steps.id = ?`,
  line_notes: `SELECT 'note on text ' || name FROM line_notes JOIN documents ON documents.id = document_id
               WHERE line_notes.id = ?`,
};

/** Names of a table; what goes beyond is counted. */
const mostOfTable = 50;
const longestName = 200;

function nameOf(db: ReadDb, { table, id, to, gone }: AlteredRow): string {
  const rows = to === id ? `${table} ${id}` : `${table} ${id}–${to}`;
  if (gone) return `${rows}: gone`;
  let label: string | undefined;
  try {
    label = db.prepare<[number], string>(labels[table]).pluck().get(id);
  } catch {
    // What it belongs to cannot be read: its number says which it is.
  }
  const named = typeof label === 'string' ? `${label.slice(0, longestName)} (${rows})` : rows;
  return `${named}: not as saved`;
}

/**
 * Everything that is not as it was when the project was saved, by name. Of a schema that kept no digests of its rows only this is said.
 * @param without tables that are made anew from the others
 */
export function nameAltered(db: ReadDb, without: readonly ContentTable[] = []): readonly string[] {
  if (!keepsDigests(db))
    return ['an earlier version saved this file: what is not named here may be altered too'];
  const names: string[] = [];
  const counts = new Map<ContentTable, number>();
  for (const row of alteredRows(db)) {
    if (without.includes(row.table)) continue;
    const count = (counts.get(row.table) ?? 0) + 1;
    counts.set(row.table, count);
    if (count <= mostOfTable) names.push(nameOf(db, row));
  }
  for (const [table, count] of counts)
    if (count > mostOfTable) names.push(`${table}: ${count - mostOfTable} more not as saved`);
  return names;
}
