import type { WriteDb } from './connection.ts';
import { decodeIds } from './layer-columns.ts';

const columnsOfDocument =
  'SELECT layer_columns.id, layer_id AS layer FROM layer_columns JOIN layers ON layers.id = layer_id WHERE document_id = ?';

/**
 * Takes the layers of documents out of the project: columns, counts, and whatever values and layers only they had.
 * @param what also attributes of regions, or only what is said of tokens; regions themselves stay
 */
export function forgetLayers(db: WriteDb, documents: Iterable<number>, what: 'all' | 'of tokens'): void {
  const columns = db.prepare<[number], { id: number; layer: number }>(
    what === 'all' ? columnsOfDocument : `${columnsOfDocument} AND region = ''`,
  );
  const chunks = db.prepare<[number], { count: number; ids: Buffer }>(
    'SELECT count, ids FROM layer_chunks WHERE column_id = ?',
  );
  const remove = db.prepare('DELETE FROM layer_columns WHERE id = ?');
  const lost = new Map<number, Map<number, number>>();
  for (const document of documents)
    for (const { id, layer } of columns.all(document)) {
      const values = lost.get(layer) ?? new Map<number, number>();
      lost.set(layer, values);
      for (const { count, ids } of chunks.iterate(id))
        for (const number of decodeIds(ids, count)) values.set(number, (values.get(number) ?? 0) + 1);
      remove.run(id);
    }
  const shrink = db.prepare('UPDATE layer_values SET count = count - ? WHERE layer_id = ? AND number = ?');
  const empty = db.prepare('DELETE FROM layer_values WHERE layer_id = ? AND count <= 0');
  for (const [layer, values] of lost) {
    for (const [number, count] of values) if (number !== 0) shrink.run(count, layer, number);
    empty.run(layer);
  }
  dropEmptyLayers(db);
}

/** Layers that no document has any more. */
export function dropEmptyLayers(db: WriteDb): void {
  db.prepare('DELETE FROM layers WHERE id NOT IN (SELECT layer_id FROM layer_columns)').run();
}
