import { change } from './changes.ts';
import type { WriteDb } from './connection.ts';
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
