import type { WriteDb } from './connection.ts';
import { formHashes } from './types-of-import.ts';

/** The values of a layer while tokens are added to it. */
interface GrowingLayer {
  readonly id: number;
  readonly numbers: Map<string, number>;
  readonly firstNew: number;
  /** How many more there are of each number. */
  readonly added: number[];
  next: number;
  /** Documents may share a list of values: it is looked up once. */
  last: { readonly values: readonly string[]; readonly mapped: MappedValues } | null;
}

/** Values of one layer of a document in the numbers of the project. */
export interface MappedValues {
  readonly layerId: number;
  /** By the numbers of the document. */
  readonly numbers: Uint32Array;
  /** A hash of each value: the digest of a column does not depend on which numbers its values have. */
  readonly hashes: Uint32Array;
  /** Counts numbers of the project. */
  count(ids: Uint32Array): void;
}

/** Gives the values that an import brings their numbers in the project. */
export interface ProjectLayers {
  /** @param region empty for a layer of tokens */
  map(region: string, layer: { name: string; kind: string; values: readonly string[] }): MappedValues;
  /** Writes new values and counts. */
  store(): void;
}

export function projectLayers(db: WriteDb): ProjectLayers {
  const layers = new Map<string, GrowingLayer>();
  const find = db
    .prepare<[string, string], number>('SELECT id FROM layers WHERE region = ? AND name = ?')
    .pluck();
  const insert = db.prepare('INSERT INTO layers (region, name, kind) VALUES (?, ?, ?)');
  const known = db.prepare<[number], { number: number; value: string }>(
    'SELECT number, value FROM layer_values WHERE layer_id = ? ORDER BY number',
  );

  function layerOf(region: string, name: string, kind: string): GrowingLayer {
    const key = JSON.stringify([region, name]);
    const opened = layers.get(key);
    if (opened !== undefined) return opened;
    // Whoever named it first said of what kind it is.
    const id = find.get(region, name) ?? Number(insert.run(region, name, kind).lastInsertRowid);
    const numbers = new Map([['', 0]]);
    let last = 0;
    for (const { number, value } of known.iterate(id)) {
      numbers.set(value, number);
      last = number;
    }
    const layer: GrowingLayer = { id, numbers, firstNew: last + 1, added: [], next: last + 1, last: null };
    layers.set(key, layer);
    return layer;
  }

  return {
    map(region, { name, kind, values }) {
      const layer = layerOf(region, name, kind);
      if (layer.last?.values === values) return layer.last.mapped;
      const numbers = Uint32Array.from(values, (value) => {
        const number = layer.numbers.get(value) ?? layer.next++;
        layer.numbers.set(value, number);
        return number;
      });
      const { added } = layer;
      const mapped: MappedValues = {
        layerId: layer.id,
        numbers,
        hashes: formHashes(values),
        count(ids) {
          for (let i = 0; i < ids.length; i++) added[ids[i]!] = (added[ids[i]!] ?? 0) + 1;
        },
      };
      layer.last = { values, mapped };
      return mapped;
    },
    store() {
      const add = db.prepare('INSERT INTO layer_values (layer_id, number, value, count) VALUES (?, ?, ?, ?)');
      const grow = db.prepare('UPDATE layer_values SET count = count + ? WHERE layer_id = ? AND number = ?');
      for (const { id, numbers, firstNew, added } of layers.values())
        for (const [value, number] of numbers) {
          const more = added[number] ?? 0;
          if (number === 0 || more === 0) continue;
          if (number >= firstNew) add.run(id, number, value, more);
          else grow.run(more, id, number);
        }
    },
  };
}
