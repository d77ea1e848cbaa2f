import { change } from './changes.ts';
import type { WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import { forgetLayers } from './forget-annotations.ts';
import { uint32Of } from './token-chunks.ts';
import { decodeAscending, encodeAscending } from './varints.ts';

interface Removal {
  readonly id: number;
  readonly import_id: number;
  readonly file: string;
  readonly first_token: number;
  readonly tokens: number;
}

/** Per type: occurrences and documents that go away. */
function countRemoved(
  db: WriteDb,
  removals: readonly Removal[],
): Map<number, { count: number; documents: number }> {
  const lost = new Map<number, { count: number; documents: number }>();
  const chunks = db
    .prepare<[number], Buffer>('SELECT ids FROM tokens WHERE document_id = ? ORDER BY first')
    .pluck();
  for (const { id } of removals) {
    const seen = new Set<number>();
    for (const ids of chunks.iterate(id)) {
      for (const type of uint32Of(ids)) {
        const entry = lost.get(type) ?? { count: 0, documents: 0 };
        lost.set(type, entry);
        entry.count++;
        if (seen.has(type)) continue;
        seen.add(type);
        entry.documents++;
      }
    }
  }
  return lost;
}

/** Whether a token number lies in one of the removed documents. */
function inside(removals: readonly Removal[]): (place: number) => boolean {
  const sorted = removals.toSorted((a, b) => a.first_token - b.first_token);
  return (place) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]!.first_token <= place) low = middle + 1;
      else high = middle;
    }
    const candidate = sorted[low - 1];
    return candidate !== undefined && place < candidate.first_token + candidate.tokens;
  };
}

function shrinkPostings(db: WriteDb, types: Iterable<number>, removed: (place: number) => boolean): void {
  const segments = db.prepare<[number], { id: number; count: number; places: Buffer }>(
    'SELECT id, count, places FROM postings WHERE type_id = ?',
  );
  const update = db.prepare('UPDATE postings SET count = ?, places = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM postings WHERE id = ?');
  for (const type of types) {
    for (const { id, count, places } of segments.all(type)) {
      const kept = [...decodeAscending(places)].filter((place) => !removed(place));
      if (kept.length === 0) remove.run(id);
      else if (kept.length < count) update.run(kept.length, encodeAscending(kept), id);
    }
  }
}

/** What else says the names of files that are no longer there: choices, which earlier versions kept with an import, and reports of twins. */
function forgetNames(db: WriteDb, removals: readonly Removal[]): void {
  const choices = db.prepare("UPDATE imports SET settings = json_remove(settings, '$.choices') WHERE id = ?");
  for (const id of new Set(removals.map((one) => one.import_id))) choices.run(id);
  const files = db.prepare('SELECT 1 FROM documents WHERE file = ?').pluck();
  const twins = db.prepare(
    `UPDATE import_reports SET report = json_remove(report, '$.sameAs') WHERE json_extract(report, '$.sameAs') IN (SELECT value FROM json_each(?))`,
  );
  const gone = [...new Set(removals.map(({ file }) => file))].filter((file) => files.get(file) === undefined);
  twins.run(JSON.stringify(gone));
}

/**
 * Removes documents with their text, tokens, layers, regions, notes on their lines, reports and whatever types only they had; counts, ranges and the index
 * follow, and models that were trained on them are marked stale. Unknown ids are ignored.
 * @returns how many were removed
 */
export function removeDocuments(db: WriteDb, ids: readonly number[]): number {
  return change(db, () => {
    const find = db.prepare<[number], Removal>(
      'SELECT id, import_id, file, first_token, tokens FROM documents WHERE id = ?',
    );
    const removals = [...new Set(ids)].flatMap((id) => find.get(id) ?? []);
    const lost = countRemoved(db, removals);
    shrinkPostings(db, lost.keys(), inside(removals));
    const shrink = db.prepare('UPDATE types SET count = count - ?, documents = documents - ? WHERE id = ?');
    for (const [type, { count, documents }] of lost) shrink.run(count, documents, type);
    db.prepare('DELETE FROM types WHERE count = 0').run();
    forgetLayers(
      db,
      removals.map(({ id }) => id),
      'all',
    );
    // A file is reported of as long as one of its texts is there.
    const removeReport = db.prepare(
      'DELETE FROM import_reports WHERE import_id = ? AND file = ? AND NOT EXISTS (SELECT 1 FROM documents WHERE import_id = ? AND file = ?)',
    );
    const removeDocument = db.prepare('DELETE FROM documents WHERE id = ?');
    for (const { id } of removals) removeDocument.run(id);
    for (const { import_id, file } of removals) removeReport.run(import_id, file, import_id, file);
    const empty = 'NOT IN (SELECT import_id FROM documents)';
    db.prepare(`DELETE FROM import_reports WHERE import_id ${empty}`).run();
    db.prepare(`DELETE FROM imports WHERE id ${empty}`).run();
    forgetNames(db, removals);
    markStaleModels(db);
    return removals.length;
  });
}
