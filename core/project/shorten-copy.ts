import { openForReading, openWorkingCopy } from './connection.ts';
import type { Copy } from './open-copy.ts';
import { checkSchema, findProblems } from './database-checks.ts';
import { tablesOf } from './migrations.ts';
import { limitsOf } from './stored-lengths.ts';

/** What takes the place of a value that cannot be shortened. */
const instead: Readonly<Record<string, string>> = {
  'settings.value': 'null',
  'imports.settings': 'null',
  'import_reports.report': '{}',
  'documents.metadata': '{}',
  'models.settings': 'null',
  'models.history': 'null',
  'models.health': 'null',
  'sequence_models.history': '{}',
  'sequence_models.texts': '{}',
  'word_lists.words': '[]',
  'word_lists.counts': 'null',
  'saved_queries.question': '{}',
};

/** Names and words: what is left of them is told apart by the number of the row. */
const shortened = new Set([
  'import_reports.file',
  'documents.name',
  'documents.file',
  'types.form',
  'models.name',
  'sequence_models.name',
  'layers.region',
  'layers.name',
  'layer_values.value',
  'regions.name',
  'word_lists.name',
  'saved_queries.name',
  'line_notes.category',
  'line_notes.note',
]);

/** Whether nothing is wrong with a copy of a sealed file but that some values are longer than they may be. */
export function isOnlyTooLong(copyPath: string, { version, sealed }: Copy, file: string): boolean {
  if (!sealed) return false;
  const db = openForReading(copyPath);
  try {
    checkSchema(db, version, file);
    return findProblems(db, { lengths: 'any' }).length === 0;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/**
 * Shortens in a private copy what is longer than a project may hold: earlier versions saved such files and did not open them again.
 * @returns what was shortened or left out
 */
export function shortenValues(copyPath: string): readonly string[] {
  const db = openWorkingCopy(copyPath);
  const lost: string[] = [];
  try {
    for (const table of tablesOf(db))
      for (const [column, bytes] of limitsOf(db, table)) {
        const place = `${table}.${column}`;
        const value = shortened.has(place) ? `substr(${column}, 1, ${bytes >> 3}) || '…' || id` : '?';
        const other = instead[place];
        if (other === undefined && value === '?') continue;
        const update = db.prepare(
          `UPDATE ${table} SET ${column} = ${value} WHERE octet_length(${column}) > ${bytes}`,
        );
        const { changes } = other === undefined ? update.run() : update.run(other);
        if (changes > 0) lost.push(`${place}: ${changes} too long`);
      }
    db.pragma('journal_mode = delete');
  } finally {
    db.close();
  }
  return lost;
}
