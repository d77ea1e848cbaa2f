import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { WriteDb } from './connection.ts';
import { dropEmptyLayers } from './forget-annotations.ts';
import type { NewAnnotations, NewLayer, NewRegions } from './import-rows.ts';
import { encodeIds, idsPerChunk } from './layer-columns.ts';
import { projectLayers, type MappedValues, type ProjectLayers } from './layer-values.ts';
import { decodeSpans, encodeSpans, sortedRegions } from './region-rows.ts';
import { bytesOf } from './token-chunks.ts';
import { tokensBefore } from './tokens-before.ts';

/** What is said of a document’s tokens and of stretches of its text, on its way into the project with the tokens. */
export interface DocumentAnnotations {
  /** The next tokens of the document: where they start, and the numbers of their values. */
  add(first: number, piece: { readonly starts: Uint32Array; readonly layers?: readonly Uint32Array[] }): void;
  end(): void;
}

export interface StoredAnnotations {
  begin(documentId: number, annotations: NewAnnotations): DocumentAnnotations;
  /** The same document with other tokens: its regions are found among these. */
  beginAgain(documentId: number, layers: readonly NewLayer[]): DocumentAnnotations;
  /** Writes the values that came with all documents. */
  store(): void;
}

/** Regions of one name whose tokens are still going by. */
interface GrowingRegions {
  add(tokenStarts: Uint32Array): void;
  end(): void;
}

export function storeAnnotations(db: WriteDb): StoredAnnotations {
  const layers = projectLayers(db);
  const columns = columnRows(db, layers);
  const addRegions = db.prepare(
    'INSERT INTO regions (document_id, name, count, tokens, places, times, digest) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );

  function beginRegions(documentId: number, regions: NewRegions): GrowingRegions {
    const { order, starts, ends, times, digest } = sortedRegions(regions);
    const from = tokensBefore(starts);
    const to = tokensBefore(ends);
    return {
      add(tokenStarts: Uint32Array) {
        from.add(tokenStarts);
        to.add(tokenStarts);
      },
      end() {
        const { name, attributes } = regions;
        const places = encodeSpans(starts, ends);
        addRegions.run(
          documentId,
          name,
          starts.length,
          encodeSpans(from.all(), to.all()),
          places,
          times,
          digest,
        );
        for (const attribute of attributes) {
          const column = columns.begin(documentId, name, attribute);
          const ids = Uint32Array.from(order, (at) => attribute.ids[at] ?? 0);
          for (let first = 0; first < ids.length; first += idsPerChunk)
            column.add(first, ids.subarray(first, first + idsPerChunk));
          column.end();
        }
      },
    };
  }

  const stored = db.prepare<[number], { id: number; count: number; places: Buffer }>(
    'SELECT id, count, places FROM regions WHERE document_id = ?',
  );
  const move = db.prepare('UPDATE regions SET tokens = ? WHERE id = ?');

  function moveRegions({ id, count, places }: { id: number; count: number; places: Buffer }): GrowingRegions {
    const { starts, lengths } = decodeSpans(places, count);
    const from = tokensBefore(starts);
    const to = tokensBefore(starts.map((start, at) => start + lengths[at]!));
    return {
      add(tokenStarts) {
        from.add(tokenStarts);
        to.add(tokenStarts);
      },
      end: () => void move.run(encodeSpans(from.all(), to.all()), id),
    };
  }

  function together(
    documentId: number,
    layers: readonly NewLayer[],
    regions: readonly GrowingRegions[],
  ): DocumentAnnotations {
    const ofTokens = layers.map((layer) => columns.begin(documentId, '', layer));
    return {
      add(first, { starts, layers: given }) {
        for (const one of regions) one.add(starts);
        ofTokens.forEach((column, at) => {
          const ids = given === undefined ? new Uint32Array(starts.length) : given[at];
          if (ids?.length !== starts.length) throw broken('a layer is not as long as its tokens');
          column.add(first, ids);
        });
      },
      end() {
        for (const one of [...regions, ...ofTokens]) one.end();
      },
    };
  }

  return {
    begin: (documentId, annotations) =>
      together(
        documentId,
        annotations.layers,
        annotations.regions
          .filter(({ starts }) => starts.length > 0)
          .map((one) => beginRegions(documentId, one)),
      ),
    beginAgain: (documentId, given) => together(documentId, given, stored.all(documentId).map(moveRegions)),
    store() {
      layers.store();
      dropEmptyLayers(db);
    },
  };
}

/** Columns of layers; one without any value is not kept. */
function columnRows(db: WriteDb, layers: ProjectLayers) {
  const begin = db.prepare(
    'INSERT INTO layer_columns (document_id, layer_id, count, covered, digest) VALUES (?, ?, 0, 0, ?)',
  );
  const finish = db.prepare('UPDATE layer_columns SET count = ?, covered = ?, digest = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM layer_columns WHERE id = ?');
  const chunk = db.prepare('INSERT INTO layer_chunks (column_id, first, count, ids) VALUES (?, ?, ?, ?)');
  return {
    begin(documentId: number, region: string, layer: NewLayer) {
      const mapped = layer.values.some((value) => value !== '') ? layers.map(region, layer) : null;
      if (mapped === null) return { add: () => undefined, end: () => undefined };
      const id = Number(begin.run(documentId, mapped.layerId, Buffer.alloc(32)).lastInsertRowid);
      const hash = createHash('sha256');
      let count = 0;
      let covered = 0;
      return {
        add(first: number, given: Uint32Array) {
          const ids = inProject(mapped, given);
          for (let i = 0; i < ids.length; i++) if (ids[i] !== 0) covered++;
          hash.update(bytesOf(given.map((number) => mapped.hashes[number]!)));
          mapped.count(ids);
          chunk.run(id, first, ids.length, encodeIds(ids));
          count += ids.length;
        },
        end() {
          if (covered === 0) remove.run(id);
          else finish.run(count, covered, hash.digest(), id);
        },
      };
    },
  };
}

function inProject({ numbers }: MappedValues, given: Uint32Array): Uint32Array {
  return given.map((number) => {
    if (number >= numbers.length) throw broken('a value of no layer');
    return numbers[number]!;
  });
}

const broken = (reason: string) => new AppError('E_INTERNAL', { reason: `import: ${reason}` });
