import type { LayerKind } from '../contract/cutting.ts';
import type { ReadDb } from './connection.ts';
import { decodeIds } from './layer-columns.ts';

/** A layer of annotation: of tokens, or an attribute of regions. */
export interface StoredLayer {
  readonly id: number;
  /** Empty where it is one of tokens; otherwise the name of the regions whose attribute it is. */
  readonly region: string;
  readonly name: string;
  readonly kind: LayerKind;
  /** Documents that have it. */
  readonly documents: number;
  /** Tokens or regions that have a value. */
  readonly covered: number;
  /** Different values. */
  readonly values: number;
}

const kinds: readonly LayerKind[] = [
  'lemma',
  'pos',
  'features',
  'stem',
  'reading',
  'gloss',
  'number',
  'head',
  'relation',
  'entity',
];

/** Every layer, in the order in which they came. */
export function listLayers(db: ReadDb): readonly StoredLayer[] {
  const sql = `SELECT id, region, name, kind,
    (SELECT count(*) FROM layer_columns WHERE layer_id = layers.id) AS documents,
    (SELECT coalesce(sum(covered), 0) FROM layer_columns WHERE layer_id = layers.id) AS covered,
    (SELECT count(*) FROM layer_values WHERE layer_id = layers.id) AS "values"
    FROM layers ORDER BY id`;
  return db
    .prepare<[], Omit<StoredLayer, 'kind'> & { readonly kind: string }>(sql)
    .all()
    .map((row) => ({
      ...row,
      // Only a later version or a forger writes another word here.
      kind: kinds.find((kind) => kind === row.kind) ?? 'other',
    }));
}

/** The values of a layer by their numbers: number 0 is the empty one, and so is one whose last token was removed. */
export interface LayerTable {
  readonly values: readonly string[];
  /** Tokens or regions that have it. */
  readonly counts: Uint32Array;
}

const pageRows = 8192;

export function readLayerValues(db: ReadDb, layer: number): LayerTable {
  const last = db
    .prepare<[number], number>('SELECT coalesce(max(number), 0) FROM layer_values WHERE layer_id = ?')
    .pluck()
    .get(layer)!;
  const values = new Array<string>(last + 1).fill('');
  const counts = new Uint32Array(last + 1);
  const page = db
    .prepare<[number, number, number], [number, string, number]>(
      'SELECT number, value, count FROM layer_values WHERE layer_id = ? AND number > ? ORDER BY number LIMIT ?',
    )
    .raw();
  for (let after = 0; ;) {
    const rows = page.all(layer, after, pageRows);
    if (rows.length === 0) return { values, counts };
    for (const [number, value, count] of rows) {
      values[number] = value;
      counts[number] = count;
      after = number;
    }
  }
}

/** The commonest values of a layer. */
export function commonestValues(
  db: ReadDb,
  layer: number,
  limit: number,
): readonly { readonly value: string; readonly count: number }[] {
  return db
    .prepare<[number, number], { value: string; count: number }>(
      'SELECT value, count FROM layer_values WHERE layer_id = ? ORDER BY count DESC, number LIMIT ?',
    )
    .all(layer, limit);
}

/** A stretch of a layer. */
export interface LayerIds {
  readonly document: number;
  /** Token of the document (or region of its kind) that the stretch begins with. */
  readonly first: number;
  /** Numbers of values, 0 for none; at most 16,384. A number that {@link readLayerValues} does not have stands for none, too. */
  readonly ids: Uint32Array;
}

/**
 * A whole layer, document by document in their order; documents that do not have it do not appear. Stretches of a layer of tokens
 * are those of the tokens. Other statements may run in between.
 * @param only ids of documents: nothing is read of the others
 * @throws AppError E_DAMAGED where a stretch is not as long as it says
 */
export function* readLayerIds(
  db: ReadDb,
  layer: number,
  only?: readonly number[],
): Generator<LayerIds, void, undefined> {
  const chosen = only === undefined ? null : new Set(only);
  const columns = db
    .prepare<[number], { id: number; document: number }>(
      'SELECT id, document_id AS document FROM layer_columns WHERE layer_id = ? ORDER BY document_id',
    )
    .all(layer)
    .filter(({ document }) => chosen?.has(document) ?? true);
  const page = db.prepare<[number, number], { first: number; count: number; ids: Buffer }>(
    'SELECT first, count, ids FROM layer_chunks WHERE column_id = ? AND first > ? ORDER BY first LIMIT 16',
  );
  for (const { id, document } of columns)
    for (let after = -1; ;) {
      const rows = page.all(id, after);
      if (rows.length === 0) break;
      for (const { first, count, ids } of rows) yield { document, first, ids: decodeIds(ids, count) };
      after = rows.at(-1).first;
    }
}

/** One layer of one document: a number for each of its tokens (or regions); null where it does not have the layer. */
export function readLayerColumn(db: ReadDb, layer: number, document: number): Uint32Array | null {
  const count = db
    .prepare<[number, number], number>(
      'SELECT count FROM layer_columns WHERE layer_id = ? AND document_id = ?',
    )
    .pluck()
    .get(layer, document);
  if (count === undefined) return null;
  const column = new Uint32Array(count);
  for (const { first, ids } of readLayerIds(db, layer, [document])) column.set(ids, first);
  return column;
}
