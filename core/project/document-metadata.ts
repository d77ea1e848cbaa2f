import { change } from './changes.ts';
import type { WriteDb } from './connection.ts';
import type { Metadata } from './import-rows.ts';
import { storedMetadata } from './stored-corpus.ts';
import { readStored } from './stored-json.ts';

/**
 * Sets a field of documents, or takes it away with null. Texts and tokens are not touched, so models stay what they are.
 * @returns how many documents have another value now
 */
export function setMetadata(
  db: WriteDb,
  ids: readonly number[],
  field: string,
  value: string | number | null,
): number {
  return change(db, () => {
    const find = db.prepare<[number], string>('SELECT metadata FROM documents WHERE id = ?').pluck();
    const update = db.prepare('UPDATE documents SET metadata = ? WHERE id = ?');
    let changed = 0;
    for (const id of new Set(ids)) {
      const stored = find.get(id);
      if (stored === undefined) continue;
      const before = new Map(Object.entries(readStored(storedMetadata, stored, 'metadata')));
      if (before.get(field) === (value ?? undefined)) continue;
      if (value === null) before.delete(field);
      else before.set(field, value);
      update.run(JSON.stringify(Object.fromEntries(before)), id);
      changed += 1;
    }
    return changed;
  });
}

/**
 * Adds fields to those that documents have; a field that is there already has the new value.
 * @param known fields by the document’s id
 * @returns how many documents are other than before
 */
export function mergeMetadata(db: WriteDb, known: ReadonlyMap<number, Metadata>): number {
  return change(db, () => {
    const find = db.prepare<[number], string>('SELECT metadata FROM documents WHERE id = ?').pluck();
    const update = db.prepare('UPDATE documents SET metadata = ? WHERE id = ?');
    let changed = 0;
    for (const [id, fields] of known) {
      const stored = find.get(id);
      if (stored === undefined) continue;
      const before = readStored(storedMetadata, stored, 'metadata');
      const has = new Map(Object.entries(before));
      if (Object.entries(fields).every(([field, value]) => has.get(field) === value)) continue;
      update.run(JSON.stringify({ ...before, ...fields }), id);
      changed += 1;
    }
    return changed;
  });
}
