import type { ReadDb } from './connection.ts';
import type { NewAnnotations, NewLayer, NewRegions } from './import-rows.ts';
import { decodeIds } from './layer-columns.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { tablesOf } from './migrations.ts';
import { decodeSpans, decodeTimes } from './region-rows.ts';

/** A stretch of a document's tokens that could be read. */
export interface RescuedStretch {
  readonly first: number;
  readonly count: number;
}

/** What can be read of a document's annotations. */
export interface RescuedAnnotations extends NewAnnotations {
  /** For each layer, numbers of values for each stretch of its tokens. */
  readonly columns: readonly (readonly Uint32Array[])[];
}

export interface AnnotationReader {
  of(
    document: number,
    name: string,
    stretches: readonly RescuedStretch[],
    characters: number,
  ): RescuedAnnotations;
  /** Names what was copied and is not as it was. @param documents names by their numbers in the damaged file, in the order of the new one */
  nameAltered(target: ReadDb, documents: readonly (readonly [id: number, name: string])[]): void;
}

interface Layer extends NewLayer {
  readonly id: number;
  readonly region: string;
  readonly values: string[];
}

interface Column {
  readonly id: number;
  readonly layer: Layer;
  readonly count: number;
  readonly digest: Buffer;
  readonly chunks: { readonly id: number; readonly first: number; readonly count: number }[];
}

interface Region {
  readonly id: number;
  readonly document_id: number;
  readonly name: string;
  readonly count: number;
  readonly digest: Buffer;
}

const nothing: AnnotationReader = {
  of: () => ({ layers: [], regions: [], columns: [] }),
  nameAltered: () => undefined,
};

/** Reads annotations of a damaged project without its indexes: those may be what is damaged. What is lost is named. */
export function rescueAnnotations(db: ReadDb, lose: Lose): AnnotationReader {
  if (!tablesOf(db).has('layers')) return nothing;
  const layers = readLayers(db, lose);
  const columns = readColumns(db, layers, lose);
  const regions = readRegionRows(db, lose);
  const ids = db.prepare<[number], Buffer>('SELECT ids FROM layer_chunks WHERE id = ?').pluck();
  const blobs = db.prepare<[number], { places: Buffer; times: Buffer }>(
    'SELECT places, times FROM regions WHERE id = ?',
  );

  /** The numbers of a stretch; zeros where they are lost. */
  function stretchOf({ chunks, layer }: Column, { first, count }: RescuedStretch): Uint32Array {
    try {
      const chunk = chunks.find((one) => one.first === first && one.count === count);
      if (chunk !== undefined)
        return decodeIds(ids.get(chunk.id) ?? Buffer.alloc(0), count).map((number) =>
          number < layer.values.length ? number : 0,
        );
    } catch {
      // It differs from what it was, and is named for that.
    }
    return new Uint32Array(count);
  }

  function regionsOf(document: number, name: string, characters: number): NewRegions[] {
    return (regions.get(document) ?? []).flatMap((row) => {
      try {
        const { places, times } = blobs.get(row.id)!;
        if (row.count < 1 || row.count > places.length) throw new RangeError('count');
        const { starts, lengths } = decodeSpans(places, row.count);
        const ends = starts.map((start, at) => Math.min(characters, start + lengths[at]!));
        const known = decodeTimes(times, row.count);
        const attributes = (columns.get(document) ?? [])
          .filter(({ layer, count }) => layer.region === row.name && count === row.count)
          .map((column) => ({ ...column.layer, ids: attributeOf(column) }));
        return {
          name: row.name,
          starts: starts.map((start) => Math.min(characters, start)),
          ends,
          attributes,
          ...(known === null ? {} : { times: { starts: [...known.starts], ends: [...known.ends] } }),
        };
      } catch {
        lose(`${name}: regions ${row.name}`);
        return [];
      }
    });
  }

  function attributeOf(column: Column): Uint32Array {
    const all = new Uint32Array(column.count);
    for (const chunk of column.chunks)
      if (chunk.first >= 0 && chunk.first + chunk.count <= all.length)
        all.set(stretchOf(column, chunk), chunk.first);
    return all;
  }

  return {
    of(document, name, stretches, characters) {
      const ofTokens = (columns.get(document) ?? []).filter(({ layer }) => layer.region === '');
      return {
        layers: ofTokens.map(({ layer }) => layer),
        columns: ofTokens.map((column) => stretches.map((stretch) => stretchOf(column, stretch))),
        regions: regionsOf(document, name, characters),
      };
    },
    nameAltered(target, documents) {
      const there = digestsOf(target);
      for (const [at, [id, name]] of documents.entries()) {
        const digests = there[at];
        for (const { layer, digest } of columns.get(id) ?? [])
          if (digests?.get(keyOf(layer.region, layer.name)) !== digest.toString('hex'))
            lose(`${name}: layer ${[layer.region, layer.name].filter(Boolean).join('.')} not as it was`);
        for (const row of regions.get(id) ?? [])
          if (digests?.get(keyOf(row.name)) !== row.digest.toString('hex'))
            lose(`${name}: regions ${row.name} not as they were`);
      }
    },
  };
}

const keyOf = (...names: readonly string[]) => JSON.stringify(names);

/** Digests of layers and regions, document by document in the order in which they were rescued. */
function digestsOf(target: ReadDb): ReadonlyMap<string, string>[] {
  const documents = target.prepare<[], number>('SELECT id FROM documents ORDER BY id').pluck().all();
  const layers = target.prepare<[number], { region: string; name: string; digest: Buffer }>(
    'SELECT region, name, digest FROM layer_columns JOIN layers ON layers.id = layer_id WHERE document_id = ?',
  );
  const regions = target.prepare<[number], { name: string; digest: Buffer }>(
    'SELECT name, digest FROM regions WHERE document_id = ?',
  );
  return documents.map(
    (id) =>
      new Map([
        ...layers
          .all(id)
          .map(({ region, name, digest }) => [keyOf(region, name), digest.toString('hex')] as const),
        ...regions.all(id).map(({ name, digest }) => [keyOf(name), digest.toString('hex')] as const),
      ]),
  );
}

const readable = <Row extends { readonly id: number }>(
  db: ReadDb,
  select: string,
  what: string,
  lose: Lose,
) => lenientRows<Row>(db, select, () => lose(what));

function readLayers(db: ReadDb, lose: Lose): ReadonlyMap<number, Layer> {
  const layers = new Map<number, Layer>();
  type Row = Pick<Layer, 'id' | 'region' | 'name' | 'kind'>;
  for (const row of readable<Row>(db, 'SELECT id, region, name, kind FROM layers', 'some layers', lose))
    layers.set(row.id, { ...row, values: [''] });
  interface Value {
    readonly id: number;
    readonly layer_id: number;
    readonly number: number;
    readonly value: string;
  }
  // No layer has more values than the table rows; a number beyond that is damage itself.
  const rows = [
    ...readable<Value>(
      db,
      'SELECT id, layer_id, number, value FROM layer_values',
      'some values of layers',
      lose,
    ),
  ];
  const limit = rows.length * 64 + 65_536;
  for (const { layer_id, number, value } of rows) {
    const values = layers.get(layer_id)?.values;
    if (values === undefined || number < 1 || number > limit) continue;
    while (values.length <= number) values.push('');
    values[number] = value;
  }
  return layers;
}

function readColumns(db: ReadDb, layers: ReadonlyMap<number, Layer>, lose: Lose): Map<number, Column[]> {
  const byDocument = new Map<number, Column[]>();
  const byId = new Map<number, Column>();
  interface Row {
    readonly id: number;
    readonly document_id: number;
    readonly layer_id: number;
    readonly count: number;
    readonly digest: Buffer;
  }
  const select = 'SELECT id, document_id, layer_id, count, digest FROM layer_columns';
  const pages = (db.pragma('page_count', { simple: true }) as number) * 16_384;
  for (const row of readable<Row>(db, select, 'layers of some texts', lose)) {
    const layer = layers.get(row.layer_id);
    if (layer === undefined || row.count < 1 || row.count > pages) continue;
    const column = { id: row.id, layer, count: row.count, digest: row.digest, chunks: [] };
    byId.set(row.id, column);
    byDocument.set(row.document_id, [...(byDocument.get(row.document_id) ?? []), column]);
  }
  interface Chunk {
    readonly id: number;
    readonly column_id: number;
    readonly first: number;
    readonly count: number;
  }
  for (const { id, column_id, first, count } of readable<Chunk>(
    db,
    'SELECT id, column_id, first, count FROM layer_chunks',
    'stretches of layers',
    lose,
  ))
    if (count >= 1 && count <= 16_384) byId.get(column_id)?.chunks.push({ id, first, count });
  return byDocument;
}

function readRegionRows(db: ReadDb, lose: Lose): Map<number, Region[]> {
  const byDocument = new Map<number, Region[]>();
  const select = 'SELECT id, document_id, name, count, digest FROM regions';
  for (const row of readable<Region>(db, select, 'some regions', lose))
    byDocument.set(row.document_id, [...(byDocument.get(row.document_id) ?? []), row]);
  return byDocument;
}
